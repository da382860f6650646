"""What becomes of a thread: dealt with, or open after all."""

from django.db import transaction

from accounts.reader import Reader
from mentorship.critique.access import require
from mentorship.critique.models import Thread
from mentorship.critique.outcomes import become, open_again, set_aside, take_up
from mentorship.critique.threads.changes import lock_thread


@transaction.atomic
def resolve(thread: Thread, *, by: Reader) -> None:
    """Say that this is dealt with: what a point asks for is done. What is dealt with stays as it is."""
    require(by, "resolve", on=thread)
    moment = lock_thread(thread)
    if thread.is_the_seekers:
        set_aside(thread, by=by, moment=moment)
    elif Thread.objects.filter(pk=thread.pk, resolved_at=None).exists():
        become(thread, Thread.Use.USED, by=by, moment=moment)


@transaction.atomic
def reopen(thread: Thread, *, by: Reader) -> None:
    """Say that it is open after all: nothing became of it yet."""
    require(by, "resolve", on=thread)
    moment = lock_thread(thread)
    if thread.is_the_seekers:
        take_up(thread, moment=moment)
    else:
        open_again(thread, by=by, moment=moment)
