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
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.expressions import Combinable
from django.db.models.functions import RowNumber

from mentorship.notifications import holding, kinds
from mentorship.notifications.delivery.message import freezing
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.clock.moments import Now, now
from mentorship.toolbox.work.killpoints import killpoint

log = logging.getLogger(__name__)

MAX_REASON = 120
CODES_LAST = timedelta(minutes=10)
CANDIDATES = 4  # times as many are looked at as are claimed: others may be claiming the first
State = Letter.State
ENDED: dict[str, Any] = {"ended_at": Now(), "lease": "", "lease_until": None}


def lease_of(*steps: str) -> timedelta:
    """How long a lease lasts that covers these steps of SMTP: nobody is robbed while it waits."""
    return timedelta(
        seconds=sum(settings.SMTP_SECONDS[step] for step in steps) + settings.LEASE_MARGIN
    )


def _claimed() -> timedelta:
    return lease_of("connect", "mail", "rcpt")


class LeaseLost(Exception):  # noqa: N818 - another worker has the letter now; nothing is wrong
    """This worker was away for longer than its lease, and may change nothing any more."""


def claim(letter_id: int) -> Letter | None:
    """The letter, leased to the caller; None when it is not due, gone, or another worker's."""
    return next(iter(lease([letter_id])), None)


def claim_urgent(count: int) -> list[Letter]:
    """Up to so many of those that somebody sits and waits for: codes, invitations."""
    urgent = _due().filter(is_urgent=True).order_by("due_at", "pk")
    return lease(list(urgent.values_list("pk", flat=True)[: count * CANDIDATES]), count)


def in_turns(most: int) -> list[int]:
    """Letters that are due, by number: urgent ones first, then in turns.

    A turn takes everybody's first letter before anyone's second, and of these one of each kind.
    """
    turns = {
        "of_person": Window(RowNumber(), partition_by="address", order_by=("due_at", "pk")),
        "of_kind": Window(RowNumber(), partition_by="kind", order_by=("due_at", "pk")),
    }
    order = ("-is_urgent", "of_person", "of_kind", "due_at", "pk")
    return list(_due().annotate(**turns).order_by(*order).values_list("pk", flat=True)[:most])


def lease(ids: Sequence[int], count: int = 1) -> list[Letter]:
    """Lease the first `count` of these to the caller: of those due that nobody else is claiming.

    They are frozen with it.
    """
    if not ids:
        return []
    token = secrets.token_hex(16)
    with transaction.atomic():
        due = _due().filter(pk__in=ids).select_for_update(skip_locked=True)
        free = set(due.values_list("pk", flat=True))
        chosen = [pk for pk in ids if pk in free][:count]
        if not chosen:
            return []
        Letter.objects.filter(pk__in=chosen).update(
            state=State.CLAIMED,
            lease=token,
            lease_until=Now() + _claimed(),
            attempts=F("attempts") + 1,
            **freezing(),
        )
        killpoint("claim-uncommitted")
    killpoint("claimed")
    return _leased(token, chosen)


def _leased(token: str, chosen: list[int]) -> list[Letter]:
    """The letters with this lease, in the order in which they were chosen."""
    told = Exists(Notice.objects.filter(letter=OuterRef("pk")))
    got = Letter.objects.filter(pk__in=chosen, lease=token).select_related("person")
    found = {}
    for letter in got.annotate(tells_notices=told):
        letter.has_notices = vars(letter)["tells_notices"]
        letter.leased_at = time.monotonic()
        found[letter.pk] = letter
    return [found[pk] for pk in chosen if pk in found]


def hold(letter: Letter, *steps: str) -> None:
    """Hold it for as long as these steps may take, if it has been held for a while. Raises LeaseLost.

    Who was quick so far has what is left of the lease: a statement less for each letter.
    """
    if time.monotonic() - letter.leased_at > settings.LEASE_MARGIN / 2:
        change(letter, lease_until=Now() + lease_of(*steps))
        letter.leased_at = time.monotonic()


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
        # What the database works out is not read here. The lease that was had is needed where a
        # transaction with this change comes to nothing.
        if name != "lease" and not isinstance(value, Combinable):
            setattr(letter, name, value)


def begin_data(letters: Sequence[Letter]) -> set[int]:
    """From here on the mail server may have these: what is left to write is the last dot.

    Returns the numbers of those whose lease is another's by now, and of which nothing may leave.
    """
    held = Letter.objects.filter(_held(letters))
    begun = held.update(state=State.IN_DATA, lease_until=Now() + lease_of("end"))
    lost = set()
    if begun < len(letters):
        lost = {one.pk for one in letters} - set(held.values_list("pk", flat=True))
    for letter in letters:
        if letter.pk not in lost:
            letter.state = State.IN_DATA
            letter.may_have_left = True
    killpoint("in-data")
    return lost


def _held(letters: Iterable[Letter]) -> Q:
    """These, where they still have the lease that they were claimed with."""
    by_lease = defaultdict(list)
    for letter in letters:
        by_lease[letter.lease].append(letter.pk)
    held = Q(pk__in=[])
    for token, ids in by_lease.items():
        held |= Q(lease=token, pk__in=ids)
    return held


def put_back(letter: Letter, *, due_at: datetime, reason: str, **columns: Any) -> None:
    """It is to be tried again at `due_at`."""
    killpoint("put-back")
    columns |= {"due_at": due_at, "reason": reason[:MAX_REASON], "lease": "", "lease_until": None}
    change(letter, state=State.WAITING, **columns)


def put_in_doubt(letter: Letter, *, reason: str) -> None:
    """Nobody knows whether it left: an hour later the same bytes, and the second time no more."""
    if letter.ambiguous:
        end(letter, State.UNCONFIRMED, reason)
        return
    put_back(letter, due_at=now() + in_doubt(), reason=reason, ambiguous=1)


def in_doubt() -> timedelta:
    """How long after an ambiguous end the one further try comes: time for the server to settle."""
    return timedelta(seconds=settings.DOUBT_SECONDS)


def end(letter: Letter, state: Letter.State, reason: str = "", **columns: Any) -> None:
    """Its last state. The words of a letter with a code are erased with it."""
    if letter.is_about_signing_in:
        columns |= {"text": "", "html": ""}
    killpoint("unended")
    columns |= {"state": state, "reason": reason[:MAX_REASON], **ENDED}
    tell = kinds.of(letter.kind).ended
    if tell is None:
        change(letter, **columns)
        return
    with transaction.atomic():
        change(letter, **columns)
        _tell(letter, tell)
        killpoint("end-uncommitted")


def end_sent(letters: Sequence[Letter]) -> None:
    """The mail server has taken these: many at once, where nothing else is to be done with them."""
    killpoint("unended")
    ended = Letter.objects.filter(_held(letters)).update(state=State.SENT, reason="", **ENDED)
    if ended < len(letters):
        log.warning("lease lost: %s letters that were sent", len(letters) - ended)


def is_done_once_sent(letter: Letter) -> bool:
    """Whether nothing else is to be done with it: see `end_sent`."""
    return not letter.is_about_signing_in and kinds.of(letter.kind).ended is None


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
