"""Who agrees with a comment of someone else."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.models.threads import Thread
from mentorship.documents.access import Rights
from mentorship.documents.models import Document


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
