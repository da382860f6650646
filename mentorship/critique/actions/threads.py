"""What becomes of a thread: dealt with, or open after all."""

from django.db import transaction
from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.access import require
from mentorship.critique.changes import lock_thread, mark_changed
from mentorship.critique.models import Thread


@transaction.atomic
def resolve(thread: Thread, *, by: Reader) -> None:
    """Say that this point is dealt with. Resolved already, it stays as it is."""
    require(by, "resolve", on=thread)
    moment = lock_thread(thread)
    open_ones = Thread.objects.filter(pk=thread.pk, resolved_at=None)
    if open_ones.update(resolved_at=timezone.now(), resolved_by=by.person):
        mark_changed([thread], moment)


@transaction.atomic
def reopen(thread: Thread, *, by: Reader) -> None:
    """Say that this point is open after all: nothing became of it yet.

    A reason the seeker gave stays in the row, for her to give once more.
    """
    require(by, "resolve", on=thread)
    moment = lock_thread(thread)
    resolved = Thread.objects.filter(pk=thread.pk, resolved_at__isnull=False)
    if resolved.update(resolved_at=None, resolved_by=None, use="", use_said_at=None):
        mark_changed([thread], moment)
