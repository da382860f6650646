"""What the seeker made of a point: used, partly, not used."""

from django.db import transaction
from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.access import require
from mentorship.critique.changes import lock_thread, mark_changed
from mentorship.critique.models import Thread
from mentorship.critique.notices import uptake
from mentorship.toolbox.stale import Stale
from mentorship.trail.actions import write


@transaction.atomic
def mark(thread: Thread, *, by: Reader, use: str, reason: str, seen: str) -> Thread:
    """Say what became of this point, and why; with it the point is dealt with. Its author hears.

    seen  `Thread.use_seen` as the page showed it.
    Raises Stale when it was marked otherwise since.
    """
    require(by, "settle", on=thread)
    moment = lock_thread(thread)
    kept = Thread.objects.select_related("author", "document__owner").get(pk=thread.pk)
    if kept.resolved_at and (kept.use, kept.use_reason) == (use, reason):
        return kept
    if kept.use and kept.use_seen != seen:
        raise Stale(kept, seen=kept.use_seen, field="reason")
    kept.use, kept.use_reason, kept.use_said_at = use, reason, timezone.now()
    if not kept.resolved_at:
        kept.resolved_at, kept.resolved_by = kept.use_said_at, by.person
    kept.save(update_fields=["use", "use_reason", "use_said_at", "resolved_at", "resolved_by"])
    mark_changed([kept], moment)
    uptake.tell_author(kept)
    write("weighed", f"thread:{kept.ref}", owner=kept.document.owner, by=by)
    return kept
