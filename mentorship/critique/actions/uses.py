"""What the seeker made of a point: used, partly, not used."""

from django.db import transaction

from accounts.reader import Reader
from mentorship.critique.access import require
from mentorship.critique.models import Thread
from mentorship.critique.outcomes import become
from mentorship.critique.threads.changes import lock_thread
from mentorship.toolbox.stale import Stale


@transaction.atomic
def mark(thread: Thread, *, by: Reader, use: str, reason: str, seen: str) -> Thread:
    """Say what became of this point, and why; with it the point is dealt with. Its author hears.

    seen  `Thread.use_seen` as the page showed it.
    Raises Stale when it was marked otherwise since.
    """
    require(by, "settle", on=thread)
    moment = lock_thread(thread)
    kept = Thread.objects.get(pk=thread.pk)
    is_same = kept.resolved_at and (kept.use, kept.use_reason) == (use, reason)
    if kept.use and kept.use_seen != seen and not is_same:
        raise Stale(kept, seen=kept.use_seen, field="reason")
    return become(thread, use, by=by, moment=moment, reason=reason)
