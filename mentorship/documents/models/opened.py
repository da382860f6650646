"""What every row with a file that workers open knows: when it is tried next, and what came of the tries."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

REFUSED = "refused"  # as the states of all of them call it


def most_tries() -> int:
    """How often a file is tried by itself."""
    return len(settings.OPENING_PAUSES) + settings.OPENING_DAYS


class Opened(models.Model):
    """A row whose file is opened under a lease: see `documents.opening`.

    attempts how often it was tried since it came, or since it was started again
    due_at   when to try next, which is also until when the holder of `lease` has it
    verdict  what the converters said once; the same said again refuses the file
    trouble  what is ours to mend before it can be opened, as `sentences.troubles` names it
    """

    filename = models.CharField(max_length=200)
    refusal = models.JSONField(default=dict, help_text='{"code": …, "facts": {…}} once refused.')
    refused_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(default=timezone.now, help_text="When to prepare it next.")
    lease = models.CharField(max_length=32, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    trouble = models.CharField(
        max_length=16,
        blank=True,
        db_default="",
        help_text="Why the last try failed, for no fault of the file.",
    )
    verdict = models.JSONField(
        default=dict,
        db_default={},
        help_text="A refusal as it was said once; it counts when it is said again.",
    )

    class Meta:
        abstract = True

    @property
    def is_given_up(self) -> bool:
        """Whether it is tried no more, until whoever runs the service starts it again.

        Not while a worker has it: the last try counts from its begin, and may still open the file.
        That its worker died the sweep finds out, by the clock that all share: see `tries.sweep`.
        """
        return self.attempts >= most_tries() and not self.lease

    @property
    def held(self) -> models.QuerySet[Self]:
        """Its row, as long as its lease is the one we took: what only its holder may write."""
        return type(self)._default_manager.filter(pk=self.pk, lease=self.lease)
