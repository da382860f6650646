"""How points weigh against each other: who agrees, who is named, what the seeker decides."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.models.comments import Comment
from mentorship.critique.models.threads import Thread
from mentorship.documents.access import Rights
from mentorship.documents.models import Document
from mentorship.toolbox.refs import new_ref


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Agreements, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """In threads she may see: hers, and those of people whom the round lets her see."""
        known = Q(person=reader.person) | Q(thread__in=Thread.objects.open_to(reader))
        return self.filter(known, thread__in=Thread.objects.visible_to(reader))

    def seen_on(self, document: Document, reader: Reader, held: Rights) -> Self:
        """As `visible_to`, of one document on which her rights are `held`, and of threads she sees."""
        everybody = self.filter(thread__document=document)
        if held.own:
            return everybody
        known = Thread.objects.filter(document=document).open_to(reader)
        return everybody.filter(Q(person=reader.person) | Q(thread__in=known))


class Agreement(models.Model):
    """One person finds a point of somebody else right."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="agreements")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="agreements"
    )
    since = models.DateTimeField(default=timezone.now)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("thread"), F("person"), name="critique_agreement_once"),
        ]

    def __str__(self) -> str:
        return f"agreement {self.pk}"


class Mention(models.Model):
    """A comment names one of the people on the document, who is told when it is sent."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(F("comment"), F("person"), name="critique_mention_once"),
        ]

    def __str__(self) -> str:
        return f"mention {self.pk}"


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """The seeker's own; of others' those told to all, on threads the reader sees."""
        seen = Q(told_at__isnull=False, threads__in=Thread.objects.visible_to(reader))
        if reader.owns:
            seen |= Q(document__owner=reader.person)
        return self.filter(seen).distinct()


class Decision(models.Model):
    """What the seeker decided where points about the same words pull apart, and why.

    told_at  since when the mentors who see these threads see it too; null: for herself alone
    """

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="decisions")
    threads = models.ManyToManyField(Thread, related_name="decisions")
    text = models.CharField(max_length=500)
    why = models.TextField(max_length=1000, blank=True)
    decided_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True)

    objects = DecisionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"decision {self.ref}"

    @property
    def seen(self) -> str:
        """Which wording this is, for a page to send back."""
        return self.decided_at.isoformat()
