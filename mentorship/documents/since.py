"""What is new in a version: since the one before it, or since this reader last looked.

Worked out for each reader of a page, from two texts and the trail; nothing of it is stored.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from accounts.reader import Reader
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.documents.sheets import Sheet, ShownLine, sheets, with_changes
from mentorship.documents.text.changes import changes
from mentorship.documents.text.comparing import changed_lines
from mentorship.trail.models import Activity

SITTING = timedelta(hours=1)  # so long a first look lasts, with going back and forth


@dataclass(frozen=True, slots=True)
class Since:
    """What a reader is told on the page of a version.

    base     number of the version it is compared with; None where there is nothing to compare
    is_seen  that is the one she read last, before this one
    is_new   she reads this one for the first time now
    lines    numbers of the lines that changed
    newest   number of a later version that she may read, when there is one
    """

    base: int | None = None
    is_seen: bool = False
    is_new: bool = False
    lines: frozenset[int] = frozenset()
    newest: int | None = None


class _Known(NamedTuple):
    """A ready version: its number, and when this reader first read it, if she did."""

    number: int
    read_at: datetime | None


def sheets_since(version: Version, reader: Reader, held: Rights) -> tuple[list[Sheet], Since]:
    """The sheets of a ready version that `reader` reads now, changed lines marked; what is new to her.

    Two queries more than `sheets`, of a first version one.
    """
    shown = sheets(version)
    new = _since(version, reader, held, [line for sheet in shown for line in sheet.lines])
    return with_changes(shown, new.lines), new


def _since(version: Version, reader: Reader, held: Rights, lines: Sequence[ShownLine]) -> Since:
    known = _known(version, reader, held)
    earlier = [one for one in known if one.number < version.number]
    later = [one.number for one in known if one.number > version.number]
    newest = max(later, default=None)
    seen = [one.number for one in earlier if one.read_at]
    base = max(seen or [one.number for one in earlier], default=None)
    if base is None:
        return Since(newest=newest)
    return Since(
        base=base,
        is_seen=bool(seen),
        is_new=bool(seen) and _is_first_look(version, known),
        lines=_changed(version, base, lines),
        newest=newest,
    )


def _known(version: Version, reader: Reader, held: Rights) -> list[_Known]:
    ready = version.document.versions.ready()
    if held.own:  # what she reads of her own is not written down
        return [_Known(number, None) for number in ready.values_list("number", flat=True)]
    above = f"version:{version.document.ref}/"
    reads = Activity.objects.filter(
        thing=Concat(Value(above), Cast(OuterRef("number"), CharField())),
        actor=reader.person,
        kind="read",
    )
    first = Subquery(reads.order_by("at").values("at")[:1])
    return [_Known(*row) for row in ready.annotate(read_at=first).values_list("number", "read_at")]


def _is_first_look(version: Version, known: Iterable[_Known]) -> bool:
    looks = [one.read_at for one in known if one.number == version.number and one.read_at]
    return all(look > timezone.now() - SITTING for look in looks)


def _changed(version: Version, base: int, lines: Sequence[ShownLine]) -> frozenset[int]:
    """None where one of the two has no text: pages that are pictures."""
    old = version.document.versions.values_list("text", flat=True).get(number=base)
    if not old.strip() or not version.text.strip():
        return frozenset()
    return changed_lines(changes(old, version.text), old, version.text, lines)
