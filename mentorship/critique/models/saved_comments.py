"""Comments that somebody keeps to use again: her own, seen by nobody else."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.models.lengths import MAX_SAVED, MAX_SAVED_TITLE
from mentorship.toolbox.refs import new_ref


class SavedCommentQuerySet(models.QuerySet["SavedComment"]):
    """Saved comments, by whose they are."""

    def owned_by(self, reader: Reader) -> Self:
        """Hers, by title; none for a reader who did not sign in."""
        mine = self.filter(owner=reader.person) if reader.owns else self.none()
        return mine.order_by("title", "pk")


class SavedComment(models.Model):
    """Words to use again. `{name}` in them stands for the seeker they are said to.

    title     what she looks for when she types "/"
    revision  counts up with each change, so that two windows do not overwrite each other
    """

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_comments"
    )
    title = models.CharField(max_length=MAX_SAVED_TITLE)
    text = models.TextField(max_length=MAX_SAVED)
    key = models.UUIDField(help_text="Idempotency key of the form that made it.")
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    objects = SavedCommentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("owner"), F("key"), name="critique_savedcomment_once"),
        ]

    def __str__(self) -> str:
        return f"saved comment {self.ref}"
