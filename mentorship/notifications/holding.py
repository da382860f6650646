"""Mail is held after a restore: an older database does not know what has left since.

A fact in the database, which sending asks where it claims a letter. What is held goes when whoever
runs the service has seen it: `manage.py release_mail`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db import connection, transaction
from django.db.models import Exists, Q

from mentorship.notifications.models import Hold, Letter, Notice
from mentorship.toolbox.clock.moments import Now, now

THE_ONLY = 1  # there is one hold or none
OPEN = (Letter.State.WAITING, Letter.State.CLAIMED, Letter.State.IN_DATA)
DROPPED = "held back after a restore"
SHOWN = 3  # addresses of a kind


@dataclass(frozen=True, slots=True)
class Held:
    """Letters of one kind that would leave now: how many, since when the first waits, and to whom.

    written  whether they are letters already; else they are notices that no letter carries yet
    to       some of their addresses, masked
    """

    kind: str
    written: bool
    count: int
    oldest: datetime
    to: tuple[str, ...]


class Cursor(Protocol):
    """What puts rows into tables."""

    def execute(self, sql: str, params: Sequence[int | str | datetime | None] = ..., /) -> object:
        """Do this."""


def may_leave() -> Q:
    """The condition on a letter that mail is not held."""
    return Q(~Exists(Hold.objects.all()))


def since() -> datetime | None:
    """Since when mail is held; None when it is not."""
    return Hold.objects.values_list("held_at", flat=True).first()


def hold() -> None:
    """Let no letter leave from now on."""
    Hold.objects.update_or_create(pk=THE_ONLY, defaults={"held_at": now(), "made_at": None})


def hold_in(cursor: Cursor, *, made_at: datetime) -> None:
    """The same in tables that may be those of an earlier release, by whoever puts rows into them.

    made_at  when the backup was taken that they come from
    """
    moments = map(connection.ops.adapt_datetimefield_value, (now(), made_at))
    cursor.execute("DELETE FROM notifications_hold")
    cursor.execute(
        "INSERT INTO notifications_hold (id, held_at, made_at) VALUES (%s, %s, %s)",
        (THE_ONLY, *moments),
    )


def release() -> None:
    """Let letters leave again."""
    Hold.objects.all().delete()


@transaction.atomic
def drop() -> int:
    """End what was waiting when mail was held: it does not leave any more; how many that were.

    What people have caused since then waits on.
    """
    held_at = since() or now()
    letters = Letter.objects.filter(state__in=OPEN, written_at__lte=held_at)
    letters.filter(is_about_signing_in=True).update(text="", html="")
    ended = letters.update(
        state=Letter.State.SUPPRESSED,
        reason=DROPPED,
        ended_at=Now(),
        lease="",
        lease_until=None,
    )
    notices = Notice.objects.waiting_for_a_letter().filter(event__happened_at__lte=held_at)
    return ended + notices.update(dropped_at=Now(), reason=DROPPED)


def held() -> list[Held]:
    """What would leave, by kind: letters, and notices that a letter would be written about."""
    letters = Letter.objects.filter(state__in=OPEN).values_list("kind", "written_at", "address")
    notices = Notice.objects.waiting_for_a_letter().values_list(
        "event__kind", "event__happened_at", "person__email"
    )
    return [
        *_by_kind(letters.iterator(), written=True),
        *_by_kind(notices.iterator(), written=False),
    ]


def _by_kind(rows: Iterator[tuple[str, datetime, str]], *, written: bool) -> list[Held]:
    found: dict[str, list[tuple[datetime, str]]] = {}
    for kind, when, address in rows:
        found.setdefault(kind, []).append((when, address))
    return [
        Held(kind, written, len(some), min(some)[0], _shown({address for _, address in some}))
        for kind, some in sorted(found.items())
    ]


def _shown(addresses: set[str]) -> tuple[str, ...]:
    shown = tuple(masked(address) for address in sorted(addresses)[:SHOWN])
    return (*shown, f"({len(addresses) - SHOWN} more)") if len(addresses) > SHOWN else shown


def masked(address: str) -> str:
    """Enough of an address to know one's own: `ada@example.org` is `a…@e….org`."""
    name, _, domain = address.rpartition("@")
    host, _, top = domain.rpartition(".")
    return f"{name[:1]}…@{host[:1]}….{top}"


def minute(when: datetime) -> str:
    """A moment as operators read it: 2026-11-24 12:00+00:00."""
    return when.isoformat(sep=" ", timespec="minutes")


def told() -> list[str]:
    """A sentence for the operator while mail is held."""
    held_at = since()
    if held_at is None:
        return []
    return [
        f"Mail is held since {minute(held_at)}. `python manage.py release_mail` shows what"
        " would be sent, and sends it."
    ]
