"""One mentor's work in one round."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.reader import Reader
from mentorship.circle.models import Pass, Round
from mentorship.critique.models import draft_links
from mentorship.critique.models.hands import own_review, written_by
from mentorship.critique.models.lengths import MAX_SUMMARY
from mentorship.documents.access import Rights
from mentorship.documents.models import Document
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.refs import new_ref


class ReviewQuerySet(models.QuerySet["Review"]):
    """Reviews, by who may see them and what they wait for."""

    def visible_to(self, reader: Reader) -> Self:
        """Her own in rounds that still ask her, and what became of the rounds she asked for."""
        if reader.person is None:
            return self.none()
        in_hers = Q(round__in=Round.objects.visible_to(reader))
        hers = in_hers & written_by(reader, person="mentor")
        # Not by joining rounds: a condition on two tables, with "or", would look at every round.
        return self.filter(hers | Q(round__in=Round.objects.owned_by(reader)))

    def seen_on(self, document: Document, held: Rights) -> Self:
        """For the seeker, all in rounds about a document on which her rights are `held`."""
        return self.filter(round__documents=document) if held.own else self.none()

    def own(self, reader: Reader) -> Self:
        """The one she goes on with in each round: what came by a passed-on link is apart from it."""
        return self.filter(own_review(reader)) if reader.person else self.none()

    def proved(self) -> Self:
        """Without those that came by a link that was passed on."""
        return self.filter(hand=None)

    def for_token(self, ref: str, token: str) -> Self:
        """The review whose drafts this mailed link sends, or has sent.

        The previous link is still recognised.
        """
        found = self.filter(ref=ref).first()
        if found is None:
            return self.none()
        known = (found.generation, found.generation - 1)
        opens = any(draft_links.opens(token, ref, generation) for generation in known)
        return self.filter(pk=found.pk) if opens else self.none()

    def due(self) -> Self:
        """Those whose drafts have waited so long that their author should be reminded."""
        return self.filter(due_at__lte=Now())


class Review(models.Model):
    """One mentor's work in one round: drafts only she sees until she finishes.

    hand        the pass from a passed-on link that it is written through: a review of its own, since
                nobody knows whose it is; none for the mentor's own
    due_at      when to remind her of her drafts, if none of them was sent by then
    generation  of the mailed link that sends them as they are; finishing ends the one before
    lens        from where she reads, in her own word
    """

    class Verdict(models.TextChoices):
        READY = "ready", _("Ready for the employer")
        SMALL_FIXES = "small_fixes", _("Small fixes")
        REWORK = "rework", _("Needs rework")

    SAID: ClassVar[dict[str, Promise]] = {
        Verdict.READY: pgettext_lazy("Ben has read your résumé: …", "ready for the employer"),
        Verdict.SMALL_FIXES: pgettext_lazy("Ben has read your résumé: …", "small fixes"),
        Verdict.REWORK: pgettext_lazy("Ben has read your résumé: …", "needs rework"),
    }

    class Lens(models.TextChoices):
        HIRES = "hires", _("Hires in this field")
        RECRUITER = "recruiter", _("Recruiter")
        COACH = "coach", _("Career coach")
        PEER = "peer", _("Peer")
        FRIEND = "friend", _("Friend")

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="reviews")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reviews"
    )
    hand = models.OneToOneField(Pass, null=True, on_delete=models.CASCADE, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=12, choices=Verdict, blank=True)
    summary = models.TextField(max_length=MAX_SUMMARY, blank=True)
    lens = models.CharField(max_length=10, choices=Lens, blank=True)
    generation = models.PositiveIntegerField(default=1)
    due_at = models.DateTimeField(null=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("round"), F("mentor"), condition=Q(hand=None), name="critique_review_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(due_at__isnull=False), name="critique_review_due"
            ),
        ]

    def __str__(self) -> str:
        return f"review {self.pk}"

    @property
    def verdict_said(self) -> str:
        """The verdict as a sentence goes on with it, behind a colon; empty for none."""
        return str(self.SAID.get(self.verdict, ""))
