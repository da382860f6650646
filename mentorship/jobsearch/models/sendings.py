"""What was sent for a job, and what was made for it."""

from typing import Self

from django.db import models
from django.db.models import F
from django.utils import timezone

from accounts.reader import Reader
from mentorship.documents.lengths import MAX_TITLE
from mentorship.documents.models import Document, Version
from mentorship.jobsearch.models.pursuits import Pursuit


class SendingQuerySet(models.QuerySet["Sending"]):
    """What was sent, by who sent it."""

    def owned_by(self, reader: Reader) -> Self:
        """Hers; none for a reader who did not sign in."""
        return self.filter(pursuit__owner=reader.person) if reader.owns else self.none()


class Sending(models.Model):
    """One version that went to the employer of a pursuit.

    title, number  of the version when it was sent: they stay when it is deleted
    """

    pursuit = models.ForeignKey(Pursuit, on_delete=models.CASCADE, related_name="sendings")
    version = models.ForeignKey(
        Version, null=True, on_delete=models.SET_NULL, related_name="sendings"
    )
    title = models.CharField(max_length=MAX_TITLE)
    number = models.PositiveIntegerField()
    sent_at = models.DateTimeField(default=timezone.now)

    objects = SendingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("pursuit"), F("version"), name="jobsearch_sending_once_per_version"
            ),
        ]

    def __str__(self) -> str:
        return f"sending {self.pk} of pursuit {self.pursuit_id}"


class Tailoring(models.Model):
    """Where a document came from: a copy of this version, made for this job, or a text about it.

    from_version  none of what was written about it
    pursuit       both may be deleted since; the document stays
    """

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="tailoring")
    pursuit = models.ForeignKey(
        Pursuit, null=True, on_delete=models.SET_NULL, related_name="tailorings"
    )
    from_version = models.ForeignKey(
        Version, null=True, on_delete=models.SET_NULL, related_name="tailorings"
    )

    def __str__(self) -> str:
        return f"tailoring {self.pk}"
