"""A letter's states: every step is one UPDATE that only the holder of its lease can make.

waiting ── claim ──► claimed ── begin data ──► in_data ── 250 ──► sent
refused or out of reach before data ──► waiting, later
lease over while claimed ──► waiting          no copy can exist
lease over in data, once ──► waiting          an hour later the same bytes once more
lease over in data, twice ──► unconfirmed     we stop
"""

import contextlib
import logging
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet, Window
from django.db.models.expressions import Combinable
from django.db.models.functions import RowNumber

from mentorship.notifications import holding, kinds
from mentorship.notifications.models import Letter
from mentorship.toolbox.killpoints import killpoint
from mentorship.toolbox.moments import Now, now

log = logging.getLogger(__name__)

MAX_REASON = 120
CODES_LAST = timedelta(minutes=10)
CANDIDATES = 4  # times as many are looked at as are claimed: others may be claiming the first
State = Letter.State


def lease_of(*steps: str) -> timedelta:
    """How long a lease lasts that covers these steps of SMTP: nobody is robbed while it waits."""
    return timedelta(
        seconds=sum(settings.SMTP_SECONDS[step] for step in steps) + settings.LEASE_MARGIN
    )


def _claimed() -> timedelta:
    return lease_of("connect", "mail", "rcpt")


class LeaseLost(Exception):  # noqa: N818 - somebody else has the letter now; nothing is wrong
    """This worker was away for longer than its lease, and may change nothing any more."""


def claim(letter_id: int) -> Letter | None:
    """The letter, leased to the caller; None when it is not due, gone, or another worker's."""
    return next(iter(_lease(_due().filter(pk=letter_id))), None)


def claim_urgent(count: int) -> list[Letter]:
    """Up to so many of those that somebody sits and waits for: codes, invitations."""
    return _lease(_due().filter(is_urgent=True).order_by("due_at"), count)


def claim_some(count: int) -> list[Letter]:
    """Up to so many letters that are due, leased to the caller: urgent ones first, then in turns.

    A turn takes everybody's first letter before anyone's second, and of these one of each kind.
    """
    turns = {
        "of_person": Window(RowNumber(), partition_by="address", order_by="due_at"),
        "of_kind": Window(RowNumber(), partition_by="kind", order_by="due_at"),
    }
    order = ("-is_urgent", "of_person", "of_kind", "due_at")
    return _lease(_due().annotate(**turns).order_by(*order), count)


def _lease(due: QuerySet[Letter], count: int = 1) -> list[Letter]:
    """Claim the first `count` of these that no other worker is claiming at this moment."""
    ids = list(due.values_list("pk", flat=True)[: count * CANDIDATES])
    if not ids:
        return []
    lease = secrets.token_hex(16)
    with transaction.atomic():
        still = Letter.objects.filter(pk__in=ids, state=State.WAITING)
        free = set(still.select_for_update(skip_locked=True).values_list("pk", flat=True))
        chosen = [pk for pk in ids if pk in free][:count]
        Letter.objects.filter(pk__in=chosen).update(
            state=State.CLAIMED,
            lease=lease,
            lease_until=Now() + _claimed(),
            attempts=F("attempts") + 1,
        )
        killpoint("claim-uncommitted")
    killpoint("claimed")
    got = Letter.objects.filter(pk__in=chosen, lease=lease).select_related("person")
    return sorted(got, key=lambda letter: chosen.index(letter.pk))


def renew(letter: Letter, *steps: str) -> None:
    """Hold it for as long as these steps may take from now on. Raises LeaseLost."""
    change(letter, lease_until=Now() + lease_of(*steps))


def give_back(letters: Iterable[Letter]) -> None:
    """These were claimed and not tried: they wait as before."""
    for letter in letters:
        with contextlib.suppress(LeaseLost):
            change(
                letter,
                state=State.WAITING,
                attempts=letter.attempts - 1,
                lease="",
                lease_until=None,
            )


def change(letter: Letter, **columns: Any) -> None:
    """Set columns of a leased letter. Raises LeaseLost when the lease is another's by now."""
    if not Letter.objects.filter(pk=letter.pk, lease=letter.lease).update(**columns):
        raise LeaseLost
    for name, value in columns.items():
        if not isinstance(value, Combinable):  # what the database works out is not read here
            setattr(letter, name, value)


def begin_data(letter: Letter) -> None:
    """From here on the mail server may have it: what is left to write is the last dot."""
    change(letter, state=State.IN_DATA, lease_until=Now() + lease_of("end"))
    killpoint("in-data")


def put_back(letter: Letter, *, due_at: datetime, reason: str) -> None:
    """It did not leave; try again at `due_at`."""
    killpoint("put-back")
    free = {"lease": "", "lease_until": None}
    change(letter, state=State.WAITING, due_at=due_at, reason=reason[:MAX_REASON], **free)


def put_in_doubt(letter: Letter, *, reason: str) -> None:
    """Nobody knows whether it left: an hour later the same bytes, and the second time no more."""
    if letter.ambiguous:
        end(letter, State.UNCONFIRMED, reason)
        return
    change(letter, ambiguous=1)
    put_back(letter, due_at=now() + in_doubt(), reason=reason)


def in_doubt() -> timedelta:
    """How long after an ambiguous end the one further try comes: time for the server to settle."""
    return timedelta(seconds=settings.DOUBT_SECONDS)


def end(letter: Letter, state: Letter.State, reason: str = "", **columns: Any) -> None:
    """Its last state. The words of a letter with a code are erased with it."""
    if letter.is_about_signing_in:
        columns |= {"text": "", "html": ""}
    killpoint("unended")
    columns |= {"state": state, "reason": reason[:MAX_REASON], "ended_at": now()}
    columns |= {"lease": "", "lease_until": None}
    tell = kinds.of(letter.kind).ended
    if tell is None:
        change(letter, **columns)
        return
    with transaction.atomic():
        change(letter, **columns)
        _tell(letter, tell)


def _tell(letter: Letter, tell: Callable[[Letter], None]) -> None:
    """What a kind makes of it must not keep the letter from having ended."""
    try:
        with transaction.atomic():
            tell(letter)
    except Exception:
        log.exception("the end of letter %s was not told", letter.ref)


def bring_back() -> None:
    """What workers held when they died goes on, by the rules above."""
    dropped = Letter.objects.filter(lease_until__lt=Now())
    free = {"lease": "", "lease_until": None}
    in_data = dropped.filter(state=State.IN_DATA)
    in_data.filter(ambiguous__gt=0).update(
        state=State.UNCONFIRMED, reason="worker died twice", ended_at=Now(), **free
    )
    in_data.update(
        state=State.WAITING, ambiguous=1, due_at=Now() + in_doubt(), reason="worker died", **free
    )
    dropped.filter(state=State.CLAIMED).update(state=State.WAITING, due_at=Now(), **free)


def keep_what_waits() -> None:
    """Letters from a time with a mail server stay, to be read in the mailbox page."""
    waiting = _waiting()
    waiting.update(state=State.KEPT, ended_at=Now())


def erase_old_codes() -> None:
    """The words of letters with a code go once the code has run out and nobody is sending them."""
    old = Letter.objects.filter(
        is_about_signing_in=True, written_at__lt=Now() - CODES_LAST
    ).exclude(text="", html="")
    old.exclude(state__in=[State.CLAIMED, State.IN_DATA, State.WAITING]).update(text="", html="")


def _due() -> QuerySet[Letter]:
    """Letters to send now, of kinds that this release knows: those of a newer one wait for it."""
    return _waiting(due_at__lte=Now(), kind__in=kinds.KINDS)


def _waiting(**facts: Any) -> QuerySet[Letter]:
    """Letters that wait to be sent and may be; none while mail is held."""
    return Letter.objects.filter(holding.may_leave(), state=State.WAITING, **facts)
