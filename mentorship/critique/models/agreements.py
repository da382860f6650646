"""Who agrees with a comment of someone else."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.reader import Reader
from mentorship.circle.models import Pass
from mentorship.critique.models.hands import written_by
from mentorship.critique.models.threads import Thread
from mentorship.documents.access import Rights
from mentorship.documents.models import Document


def by_reader(reader: Reader) -> Q:
    """The agreement is hers by the way she came in."""
    return written_by(reader, person="person", asked="thread__round")


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Agreements, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """In threads she may see: hers, and those of people whom the round lets her see."""
        known = by_reader(reader) | Q(thread__in=Thread.objects.open_to(reader))
        return self.filter(known, thread__in=Thread.objects.visible_to(reader))

    def by(self, reader: Reader) -> Self:
        """Those that are hers by the way she came in."""
        return self.filter(by_reader(reader))

    def seen_on(self, document: Document, reader: Reader, held: Rights) -> Self:
        """As `visible_to`, of one document on which her rights are `held`, and of threads she sees."""
        everybody = self.filter(thread__document=document)
        if held.own:
            return everybody
        known = Thread.objects.filter(document=document).open_to(reader)
        return everybody.filter(by_reader(reader) | Q(thread__in=known))


class Agreement(models.Model):
    """One person agrees with someone else's point.

    hand  the pass from a passed-on link that says so; none once she says it herself
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="agreements")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="agreements"
    )
    hand = models.ForeignKey(Pass, null=True, on_delete=models.SET_NULL, related_name="+")
    since = models.DateTimeField(default=timezone.now)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("thread"), F("person"), name="critique_agreement_once"),
        ]

    def __str__(self) -> str:
        return f"agreement {self.pk}"
