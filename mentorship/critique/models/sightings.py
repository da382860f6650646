"""Whether a mentor sees in a version what a posting asks for."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Pass, Round
from mentorship.critique.models.hands import written_by
from mentorship.critique.models.threads import shows_others
from mentorship.documents.access import Rights
from mentorship.documents.models import Document, Grant, Version
from mentorship.jobsearch.lengths import MAX_TERM_NAME
from mentorship.jobsearch.models import Pursuit


class SightingQuerySet(models.QuerySet["Sighting"]):
    """Sightings, by who may see them."""

    def by(self, reader: Reader) -> Self:
        """Those that are hers by the way she came in."""
        return self.filter(written_by(reader))

    def seen_on(self, document: Document, reader: Reader, held: Rights) -> Self:
        """On a document on which her rights are `held`: to its owner all; hers; others' as rounds allow."""
        everybody = self.filter(version__document=document)
        if held.own:
            return everybody
        if not held.read:
            return self.none()
        grants = Grant.objects.counting_for(reader).filter(
            source=Grant.Source.INVITATION, document=document
        )
        asked = Invitation.objects.filter(pk__in=grants.values("source_id")).values("round")
        return everybody.filter(written_by(reader) | Q(round__in=asked) & shows_others(reader))


class Sighting(models.Model):
    """One mentor says of one term whether she sees it in one version.

    name  of the term, as `coverage.evidence.name_of` gives it
    hand  the pass from a passed-on link that says so; none once she says it herself
    """

    class Says(models.TextChoices):
        SEEN = "seen", _("I see it")
        UNSEEN = "unseen", _("I don’t see it")

    pursuit = models.ForeignKey(Pursuit, on_delete=models.CASCADE, related_name="sightings")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="sightings")
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="sightings")
    name = models.CharField(max_length=MAX_TERM_NAME)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sightings"
    )
    hand = models.ForeignKey(Pass, null=True, on_delete=models.SET_NULL, related_name="+")
    says = models.CharField(max_length=8, choices=Says)
    said_at = models.DateTimeField(default=timezone.now)

    objects = SightingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("pursuit"),
                F("version"),
                F("author"),
                F("name"),
                name="critique_sighting_once",
            ),
        ]

    def __str__(self) -> str:
        return f"sighting {self.pk}"
