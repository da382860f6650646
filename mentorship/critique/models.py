"""What is said about a document: reviews, threads, where they stand, and comments."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.critique import links
from mentorship.documents.access import Rights
from mentorship.documents.models import Document, Grant, Version
from mentorship.toolbox.refs import new_ref


class ReviewQuerySet(models.QuerySet["Review"]):
    """Reviews, by who may see them and what they wait for."""

    def visible_to(self, reader: Reader) -> Self:
        """Her own in rounds that still ask her, and what became of the rounds she asked for."""
        if reader.person is None:
            return self.none()
        hers = Q(mentor=reader.person, round__in=Round.objects.visible_to(reader))
        if reader.owns:
            hers |= Q(round__owner=reader.person)
        return self.filter(hers)

    def for_token(self, ref: str, token: str) -> Self:
        """The review whose drafts this mailed link sends, or has sent: it is known once more."""
        found = self.filter(ref=ref).first()
        if found is None:
            return self.none()
        known = (found.generation, found.generation - 1)
        opens = any(links.opens(token, ref, generation) for generation in known)
        return self.filter(pk=found.pk) if opens else self.none()

    def due(self) -> Self:
        """Those whose drafts have waited so long that their author should be reminded."""
        return self.filter(due_at__lte=timezone.now())


class Review(models.Model):
    """One mentor's work in one round: drafts only she sees until she finishes.

    due_at      when to remind her of her drafts, if none of them was sent by then
    generation  of the mailed link that sends them as they are; finishing ends the one before
    """

    class Verdict(models.TextChoices):
        READY = "ready", _("Ready to send")
        SMALL_FIXES = "small_fixes", _("Small fixes")
        REWORK = "rework", _("Needs rework")

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="reviews")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reviews"
    )
    begun_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=12, choices=Verdict, blank=True)
    summary = models.TextField(max_length=4000, blank=True)
    generation = models.PositiveIntegerField(default=1)
    due_at = models.DateTimeField(null=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("round"), F("mentor"), name="critique_review_once"),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(due_at__isnull=False), name="critique_review_due"
            ),
        ]

    def __str__(self) -> str:
        return f"review {self.pk}"


class ThreadQuerySet(models.QuerySet["Thread"]):
    """Threads, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """On documents she may read now: hers; what was sent to her; what rounds of hers show."""
        return self.seen_by(reader).filter(deleted_at=None)

    def gone_for(self, reader: Reader) -> Self:
        """Those she could see until all that was said in them was deleted."""
        return self.seen_by(reader).exclude(deleted_at=None)

    def changed_after(self, moment: datetime) -> Self:
        """Those in which something that others see has changed since."""
        return self.filter(changed_at__gt=moment)

    def seen_by(self, reader: Reader) -> Self:
        """As `visible_to`, with those that are gone since."""
        person = reader.person
        if person is None:
            return self.none()
        sent = Q(changed_at__isnull=False)
        seen = Q(author=person) | (sent & _shown_in_rounds_of(reader))
        if reader.owns:
            seen |= sent & Q(document__owner=person)
        return self.filter(seen, document__in=Document.objects.visible_to(reader))

    def seen_on(self, document: Document, reader: Reader, held: Rights) -> Self:
        """As `seen_by`, of one document on which her rights are known to be `held`."""
        if not held.read:
            return self.none()
        sent = Q(changed_at__isnull=False)
        shown = sent if held.own else sent & _shown_in_rounds_of(reader)
        return self.filter(shown | Q(author=reader.person), document=document)


def _shown_in_rounds_of(reader: Reader) -> Q:
    """The thread's round asks her for this document, and lets her see what others say in it."""
    invitations = Invitation.objects.filter(round=OuterRef(OuterRef("round")))
    asks_her = Grant.objects.counting_for(reader).filter(
        source=Grant.Source.INVITATION,
        document=OuterRef("document"),
        source_id__in=invitations.values("pk"),
    )
    has_finished = Review.objects.filter(
        round=OuterRef("round"), mentor=reader.person, finished_at__isnull=False
    )
    table = Q(round__openness=Round.Openness.TABLE)
    blind_first = Q(round__openness=Round.Openness.BLIND_FIRST)
    return Q(Exists(asks_her)) & (table | (blind_first & Q(Exists(has_finished))))


class Thread(models.Model):
    """One point made in a round about a place in a document.

    changed_at  when something in it changed that others see; null while all of it is a draft.
                Grows within a document in the order of commits: see `actions`.
    deleted_at  when the last thing said in it was deleted
    """

    class Kind(models.TextChoices):
        COMMENT = "comment", _("Comment")
        QUESTION = "question", _("Question")
        PRAISE = "praise", _("Keep this")
        MUST_FIX = "must_fix", _("Must fix")

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    round = models.ForeignKey(Round, null=True, on_delete=models.CASCADE, related_name="threads")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="threads")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="threads"
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.COMMENT)
    question = models.PositiveIntegerField(
        null=True, help_text="Number of the question it answers."
    )
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ThreadQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["document", "changed_at"], name="critique_thread_changed"),
            models.Index(
                fields=["document"],
                condition=Q(resolved_at=None),
                name="critique_thread_open",
            ),
        ]

    def __str__(self) -> str:
        return f"thread {self.ref}"

    def get_absolute_url(self) -> str:
        """The thread by itself, with the words it is about."""
        return reverse("critique:thread", args=[self.ref])


class Placement(models.Model):
    """Where a thread stands in one version, how sure that is, and who or what put it there.

    start, end  code points of the version's text, half-open; null for a box, a page or no place.
    box         [left, top, right, bottom] as fractions of the page.
    """

    class How(models.TextChoices):
        POINTED = "pointed"
        UNCHANGED = "unchanged"
        MOVED = "moved"
        REWORDED = "reworded"
        GONE = "gone"
        BY_HAND = "by_hand"

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="placements")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="placements")
    how = models.CharField(max_length=10, choices=How, default=How.POINTED)
    quote = models.TextField(blank=True)
    prefix = models.CharField(max_length=100, blank=True)
    suffix = models.CharField(max_length=100, blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    line = models.PositiveIntegerField(null=True)
    page = models.PositiveIntegerField(null=True)
    box = models.JSONField(null=True)
    confidence = models.FloatField(default=1.0)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(F("thread"), F("version"), name="critique_placement_once"),
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(start__lte=F("end")),
                name="critique_placement_span_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"placement of thread {self.thread_id} in version {self.version_id}"


class CommentQuerySet(models.QuerySet["Comment"]):
    """Comments, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """In threads she may see: hers, and those of others that were sent."""
        seen = Q(published_at__isnull=False) | Q(author=reader.person)
        return self.filter(seen, thread__in=Thread.objects.visible_to(reader))

    def drafts(self) -> Self:
        """Those only their authors see."""
        return self.filter(published_at=None)

    def standing(self) -> Self:
        """Without those that were deleted."""
        return self.filter(deleted_at=None)


class Comment(models.Model):
    """What is said in a thread; a draft until `published_at`. Raw and sanitised, stored when written."""

    class Source(models.TextChoices):
        PAGE = "page"
        MAIL = "mail"

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    review = models.ForeignKey(Review, null=True, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="comments"
    )
    key = models.UUIDField(help_text="Idempotency key: posting twice makes one comment.")
    source = models.CharField(max_length=4, choices=Source, default=Source.PAGE)
    text = models.TextField(max_length=10_000)
    html = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("author"), F("key"), name="critique_comment_once_per_key"),
        ]

    def __str__(self) -> str:
        return f"comment {self.ref}"

    @property
    def is_draft(self) -> bool:
        """Whether only its author sees it."""
        return self.published_at is None
