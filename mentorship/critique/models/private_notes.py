"""What a mentor writes down for herself about what she was asked."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.reader import Reader
from mentorship.circle.models import Pass, Round
from mentorship.critique.models.hands import own_review
from mentorship.critique.models.lengths import MAX_PRIVATE_NOTE


class PrivateNoteQuerySet(models.QuerySet["PrivateNote"]):
    """Private notes: nobody but their author sees one."""

    def visible_to(self, reader: Reader) -> Self:
        """Hers by the way she came in, in rounds that still ask her; nobody else's, the seeker's least."""
        if reader.person is None:
            return self.none()
        return self.filter(own_review(reader), round__in=Round.objects.visible_to(reader))


class PrivateNote(models.Model):
    """One mentor's note to herself in one round.

    hand      the pass from a passed-on link that it is written through, as of a `Review`
    revision  counts up with each change, so that two windows do not overwrite each other
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="private_notes")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="private_notes"
    )
    hand = models.OneToOneField(Pass, null=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(max_length=MAX_PRIVATE_NOTE, blank=True)
    revision = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = PrivateNoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("round"), F("mentor"), condition=Q(hand=None), name="critique_privatenote_once"
            ),
        ]

    def __str__(self) -> str:
        return f"private note {self.pk}"
