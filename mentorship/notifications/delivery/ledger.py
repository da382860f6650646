"""A letter's states: every step is one UPDATE that only the holder of its lease can make.

waiting ── claim ──► claimed ── begin data ──► in_data ── 250 ──► sent
refused or out of reach before data ──► waiting, later
lease over while claimed ──► waiting          no copy can exist
lease over in data, once ──► waiting          the same bytes once more
lease over in data, twice ──► unconfirmed     we stop
"""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone

from mentorship.notifications import holding
from mentorship.notifications.models import Letter

LEASE = timedelta(seconds=300)  # more than a hung mail server and a task's time limit together
CODES_LAST = timedelta(minutes=10)
State = Letter.State


class LeaseLost(Exception):  # noqa: N818 - somebody else has the letter now; nothing is wrong
    """This worker was away for longer than its lease, and may change nothing any more."""


def claim(letter_id: int) -> Letter | None:
    """The letter, leased to the caller; None when it is not due, gone, or another worker's."""
    now = timezone.now()
    lease = secrets.token_hex(16)
    due = _waiting(due_at__lte=now).filter(pk=letter_id)
    got = due.update(
        state=State.CLAIMED, lease=lease, lease_until=now + LEASE, attempts=F("attempts") + 1
    )
    return Letter.objects.select_related("person").get(pk=letter_id, lease=lease) if got else None


def change(letter: Letter, **columns: Any) -> None:
    """Set columns of a leased letter. Raises LeaseLost when the lease is another's by now."""
    if not Letter.objects.filter(pk=letter.pk, lease=letter.lease).update(**columns):
        raise LeaseLost
    for name, value in columns.items():
        setattr(letter, name, value)


def begin_data(letter: Letter) -> None:
    """From here on its bytes may be on their way."""
    change(letter, state=State.IN_DATA)


def put_back(letter: Letter, *, due_at: datetime, reason: str) -> None:
    """It did not leave; try again at `due_at`."""
    change(letter, state=State.WAITING, due_at=due_at, reason=reason, lease="", lease_until=None)


def put_in_doubt(letter: Letter, *, due_at: datetime, reason: str) -> None:
    """Nobody knows whether it left: once more the same bytes, and the second time no more."""
    if letter.ambiguous:
        end(letter, State.UNCONFIRMED, reason)
        return
    change(letter, ambiguous=1)
    put_back(letter, due_at=due_at, reason=reason)


def end(letter: Letter, state: Letter.State, reason: str = "", **columns: Any) -> None:
    """Its last state. The words of a letter with a code are erased with it."""
    if letter.is_about_signing_in:
        columns |= {"text": "", "html": ""}
    ended = {"state": state, "reason": reason, "ended_at": timezone.now()}
    change(letter, lease="", lease_until=None, **ended, **columns)


def bring_back() -> None:
    """What workers held when they died goes on, by the rules above."""
    now = timezone.now()
    dropped = Letter.objects.filter(lease_until__lt=now)
    free = {"lease": "", "lease_until": None}
    in_data = dropped.filter(state=State.IN_DATA)
    in_data.filter(ambiguous__gt=0).update(
        state=State.UNCONFIRMED, reason="worker died twice", ended_at=now, **free
    )
    in_data.update(state=State.WAITING, ambiguous=1, due_at=now, reason="worker died", **free)
    dropped.filter(state=State.CLAIMED).update(state=State.WAITING, due_at=now, **free)


def keep_what_waits() -> None:
    """Letters from a time with a mail server stay, to be read in the mailbox page."""
    waiting = _waiting()
    waiting.update(state=State.KEPT, ended_at=timezone.now())


def erase_old_codes() -> None:
    """The words of letters with a code go once the code has run out and nobody is sending them."""
    old = Letter.objects.filter(
        is_about_signing_in=True, written_at__lt=timezone.now() - CODES_LAST
    ).exclude(text="", html="")
    old.exclude(state__in=[State.CLAIMED, State.IN_DATA, State.WAITING]).update(text="", html="")


def due() -> list[int]:
    """Letters to send now, the oldest first."""
    waiting = _waiting(due_at__lte=timezone.now())
    return list(waiting.order_by("due_at").values_list("pk", flat=True)[:500])


def _waiting(**facts: Any) -> QuerySet[Letter]:
    """Letters that wait to be sent and may be; none while mail is held."""
    return Letter.objects.filter(holding.may_leave(), state=State.WAITING, **facts)
