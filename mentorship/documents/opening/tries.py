"""How a file is tried: under a lease, until it is opened, or refused by what is said of it twice.

Two things can come in the way, and they are told apart. The converters say of a file that it cannot
be read: said twice, by two processes, that refuses it. Anything else is ours to mend: the bytes
stay, the row says what was the matter, and tries go on for days; after that, whoever runs the service
starts them again once it is mended.
"""

import errno
import logging
import secrets
import time
from datetime import timedelta

from django.conf import settings
from django.db.models import Q

from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.sandbox import NotOpened
from mentorship.documents.models.opened import REFUSED
from mentorship.documents.opening import turns
from mentorship.documents.opening.queues import QUEUES, Queue, Row
from mentorship.documents.store.storage import store_failures
from mentorship.toolbox.clock.moments import Now

log = logging.getLogger(__name__)

SWEEP_SECONDS = 15.0
QUICK = 10  # seconds: a verdict that came so soon is asked for again at once
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class OriginalMissing(Exception):  # noqa: N818 - it says what is the case
    """The file store answers, and the bytes are not in it."""


def sweep(queue: Queue[Row]) -> None:
    """Open what is due, one after another; after a quarter of a minute none is begun any more.

    What a worker died at and is not tried again is nobody's from here on.
    """
    queue.left_at_last().update(lease="", trouble="interrupted", **queue.freed)
    end = time.monotonic() + SWEEP_SECONDS
    while time.monotonic() < end and take_next(queue):
        pass


def take_next(queue: Queue[Row]) -> bool:
    """Open the file whose turn it is. False when none is due."""
    return any(take(queue, pk) for pk in turns.in_turn(queue))


def take(queue: Queue[Row], pk: int) -> bool:
    """Open the file of this row, or write down why it could not be.

    False when it is not due, or another worker has it.

    Safe to run twice: the row is claimed under a lease, and only the holder of the lease writes. A
    worker that dies leaves the claim; when its lease is over the sweep finds the row.
    """
    began = time.monotonic()
    row = claim(queue, pk)
    if row is None:
        return False
    wants_another = attempt(queue, row)
    if wants_another and time.monotonic() - began < QUICK:
        again = claim(queue, pk)
        if again is not None:
            attempt(queue, again)
    return True


def claim(queue: Queue[Row], pk: int) -> Row | None:
    """The row, under a lease of ours; None when it is not due, or another worker has it."""
    found = queue.due().filter(pk=pk).only("lease", "attempts", "trouble").first()
    if found is None:
        return None
    lease = secrets.token_hex(16)
    claimed = queue.due().filter(pk=pk, attempts=found.attempts).order_by()
    is_ours = claimed.update(
        lease=lease,
        due_at=Now() + max(lease_lasts(), pause(found.attempts)),
        attempts=found.attempts + 1,
        trouble="interrupted" if found.lease else found.trouble,  # left by a worker that died at it
        **queue.claimed,
    )
    return queue.unfinished().get(pk=pk, lease=lease) if is_ours else None


def attempt(queue: Queue[Row], row: Row) -> bool:
    """One try with a row that was claimed; whether its verdict is the first of two."""
    try:
        queue.open(row)
    except Unreadable as unreadable:
        return _hear(queue, row, {"code": unreadable.code, "facts": unreadable.facts})
    except Exception as error:
        log.exception("%s was not opened", row)
        _put_back(queue, row, trouble=_trouble(error), wait=pause(row.attempts))
    return False


def start_again() -> int:
    """Let all that waits for us be tried now, and as often as what has just come; how many files that is.

    What a worker has open stays with it.
    """
    is_free = Q(lease="") | Q(due_at__lte=Now())
    return sum(
        queue.in_trouble().filter(is_free).update(attempts=0, due_at=Now()) for queue in QUEUES
    )


def lease_lasts() -> timedelta:
    """For how long at least a worker has a file to itself."""
    return timedelta(seconds=settings.OPENING_LEASE_SECONDS)


def pause(attempts: int) -> timedelta:
    """How long after so many tries the next one comes; at last a day."""
    pauses = settings.OPENING_PAUSES
    if attempts > len(pauses):
        return timedelta(days=1)
    return timedelta(seconds=pauses[max(attempts, 1) - 1])


def _hear(queue: Queue[Row], row: Row, verdict: dict[str, object]) -> bool:
    """Refuse the file when this was said of it before; else keep what was said, and say True."""
    if verdict != row.verdict:
        _put_back(queue, row, verdict=verdict, trouble="", wait=timedelta())
        return True
    if not queue.does_without(row):
        row.held.update(state=REFUSED, refusal=verdict, refused_at=Now(), lease="", trouble="")
    return False


def _put_back(queue: Queue[Row], row: Row, *, wait: timedelta, **facts: object) -> None:
    row.held.update(due_at=Now() + wait, lease="", **queue.freed, **facts)


def _trouble(error: Exception) -> str:
    """What was the matter, as `troubles.SENTENCES` names it."""
    if isinstance(error, NotOpened):
        return error.why
    if isinstance(error, OriginalMissing):
        return "missing"
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return "no-room"
    return "no-store" if isinstance(error, store_failures()) else "broken"
