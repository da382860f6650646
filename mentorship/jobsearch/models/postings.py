"""Postings that came as files: each waits here until its text is read."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.reader import Reader
from mentorship.jobsearch.models.pursuits import Pursuit
from mentorship.toolbox.clock.moments import Now


class PostingFileQuerySet(models.QuerySet["PostingFile"]):
    """Files of postings, by whose they are and how far."""

    def owned_by(self, reader: Reader) -> Self:
        """Of her pursuits; none for a reader who did not sign in."""
        return self.filter(pursuit__owner=reader.person) if reader.owns else self.none()

    def due(self) -> Self:
        """To be read now: never begun, failed, or left by a worker that died. The oldest first."""
        waiting = self.filter(state=PostingFile.State.WAITING, due_at__lte=Now())
        return waiting.order_by("due_at", "pk")


class PostingFile(models.Model):
    """The file of one posting, from its arrival until its text is with the pursuit; then it goes.

    content   the bytes themselves: they stay for a minute, and a backup has them with their row
    refusal   why no text can be read from it; then it stays until its owner tries again or pastes
    due_at    when to try next, which is also until when the holder of `lease` has it
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        REFUSED = "refused"

    pursuit = models.OneToOneField(Pursuit, on_delete=models.CASCADE, related_name="posting_file")
    filename = models.CharField(max_length=200)
    content = models.BinaryField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    refusal = models.JSONField(default=dict, help_text='{"code": …, "facts": {…}} once refused.')
    due_at = models.DateTimeField(default=timezone.now)
    lease = models.CharField(max_length=32, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    objects = PostingFileQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(state="waiting"), name="jobsearch_postingfile_due"
            ),
        ]

    def __str__(self) -> str:
        return f"file of a posting of pursuit {self.pursuit_id}"

    @property
    def is_refused(self) -> bool:
        """Whether no text can be read from it."""
        return self.state == self.State.REFUSED
