"""Postings that came as files: each waits here until its text is read."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.reader import Reader
from mentorship.documents.models import Opened
from mentorship.jobsearch.models.pursuits import Pursuit
from mentorship.toolbox.clock.moments import Now


class PostingFileQuerySet(models.QuerySet["PostingFile"]):
    """Files of postings, by whose they are and how far."""

    def owned_by(self, reader: Reader) -> Self:
        """Of her pursuits; none for a reader who did not sign in."""
        return self.filter(pursuit__owner=reader.person) if reader.owns else self.none()

    def unfinished(self) -> Self:
        """Still to be read; without their bytes, until somebody asks one for them."""
        return self.filter(state=PostingFile.State.WAITING).defer("content")

    def refused_long_ago(self) -> Self:
        """Those that could not be read, and have been kept as long as such files are."""
        long_ago = Now() - timedelta(days=settings.KEEP_REFUSED_DAYS)
        return self.filter(state=PostingFile.State.REFUSED, refused_at__lte=long_ago)


class PostingFile(Opened):
    """The file of one posting, from its arrival until its text is with the pursuit; then it goes.

    content     the bytes themselves: they stay for a minute, and a backup has them with their row
    refusal     why no text can be read from it; then it stays for some days, until its owner tries
                again or pastes
    created_at  since when it waits to be read
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        REFUSED = "refused"

    pursuit = models.OneToOneField(Pursuit, on_delete=models.CASCADE, related_name="posting_file")
    content = models.BinaryField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    created_at = models.DateTimeField(default=timezone.now)

    objects = PostingFileQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(state="waiting"), name="jobsearch_postingfile_due"
            ),
            models.Index(
                fields=["refused_at"],
                condition=Q(state="refused"),
                name="jobsearch_postingfile_old",
            ),
        ]

    def __str__(self) -> str:
        return f"file of a posting of pursuit {self.pursuit_id}"

    @property
    def is_refused(self) -> bool:
        """Whether no text can be read from it."""
        return self.state == self.State.REFUSED

    @property
    def kept_until(self) -> datetime | None:
        """When it goes, as it is refused."""
        kept = timedelta(days=settings.KEEP_REFUSED_DAYS)
        return self.refused_at + kept if self.refused_at else None
