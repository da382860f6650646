"""What a seeker changed about the terms of a posting, and where each stands in a version, kept."""

from typing import Self

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.reader import Reader
from mentorship.documents.models import Version
from mentorship.jobsearch.coverage.evidence import Edit
from mentorship.jobsearch.coverage.terms import Weight as Asked
from mentorship.jobsearch.lengths import MAX_TERM, MAX_TERM_NAME
from mentorship.jobsearch.models.pursuits import Pursuit


class TermQuerySet(models.QuerySet["Term"]):
    """Changed terms, by whose they are."""

    def owned_by(self, reader: Reader) -> Self:
        """Of her pursuits; none for a reader who did not sign in."""
        return self.filter(pursuit__owner=reader.person) if reader.owns else self.none()


class Term(models.Model):
    """One term of a posting as its seeker wants it; those she leaves as they are have no row.

    name      `coverage.evidence.name_of` its text
    added_at  when she added it herself; empty for one that the posting has
    same_as   texts that say the same to her
    """

    class Weight(models.TextChoices):
        REQUIRED = "required", _("Required")
        NICE = "nice", _("Nice to have")

    pursuit = models.ForeignKey(Pursuit, on_delete=models.CASCADE, related_name="terms")
    name = models.CharField(max_length=MAX_TERM_NAME)
    text = models.CharField(max_length=MAX_TERM)
    weight = models.CharField(max_length=8, choices=Weight, blank=True)
    same_as = models.JSONField(default=list)
    added_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = TermQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("pursuit"), F("name"), name="jobsearch_term_once_per_pursuit"
            ),
        ]

    def __str__(self) -> str:
        return f"term {self.pk} of pursuit {self.pursuit_id}"

    @property
    def edit(self) -> Edit:
        """The same as the map of a posting takes it."""
        return Edit(
            self.text,
            is_added=self.added_at is not None,
            is_dropped=self.dropped_at is not None,
            weight=Asked(self.weight) if self.weight else None,
            same_as=tuple(self.same_as),
        )


class EvidenceMap(models.Model):
    """Where the terms of a posting stand in one version: kept, so that no page works it out again.

    fingerprint  of all it depends on besides the version, which never changes: another one, another map
    readings     `coverage.evidence.as_rows`
    """

    pursuit = models.ForeignKey(Pursuit, on_delete=models.CASCADE, related_name="maps")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="maps")
    fingerprint = models.CharField(max_length=64)
    readings = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("pursuit"), F("version"), name="jobsearch_evidencemap_once"),
        ]

    def __str__(self) -> str:
        return f"map of pursuit {self.pursuit_id} and version {self.version_id}"
