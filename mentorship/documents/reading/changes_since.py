"""What is new in a version: since the one before it, or since this reader last looked.

Worked out for each reader of a page, from two texts and the trail; nothing of it is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import CharField, Exists, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from accounts.reader import Reader
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.documents.reading.kept_pages import pages_of
from mentorship.documents.reading.pages import ShownLine, ShownPage
from mentorship.documents.text.comparing import Difference, difference
from mentorship.trail.models import Activity

SITTING = timedelta(hours=1)  # so long a first look lasts, with going back and forth


@dataclass(frozen=True, slots=True)
class Since:
    """What a reader is told on the page of a version.

    base     number of the version it is compared with; None where there is nothing to compare
    is_seen  that is the one she read last, before this one
    is_new   she reads this one for the first time now
    lines    numbers of the lines that changed; none where whole lines went and nothing else
    is_same  no word differs
    newest   number of a later version that she may read, when there is one
    """

    base: int | None = None
    is_seen: bool = False
    is_new: bool = False
    lines: frozenset[int] = frozenset()
    is_same: bool = True
    newest: int | None = None


class _Base(NamedTuple):
    """The version to compare with, and whether this reader has read it."""

    number: int
    text: str
    is_seen: bool


def pages_since(
    version: Version, reader: Reader, held: Rights
) -> tuple[tuple[ShownPage, ...], Since]:
    """The pages of a ready version that `reader` reads now, and what is new to her in them.

    One query more than `pages_of`, for a version that came `with_newest()`; for a first one none.
    """
    shown = pages_of(version)
    return shown, _since(version, reader, held, [line for page in shown for line in page.lines])


def _since(version: Version, reader: Reader, held: Rights, lines: Sequence[ShownLine]) -> Since:
    newest = max(getattr(version, "newest", None) or 0, version.number)
    later = newest if newest > version.number else None
    base, looked_at = _base(version, reader, held) if version.number > 1 else (None, None)
    if base is None:
        return Since(newest=later)
    found = _difference(base.text, version.text, lines)
    is_first_look = looked_at is None or looked_at > timezone.now() - SITTING
    return Since(
        base=base.number,
        is_seen=base.is_seen,
        is_new=base.is_seen and is_first_look,
        lines=found.lines if found else frozenset(),
        is_same=found is None or found.is_same,
        newest=later,
    )


def _base(version: Version, reader: Reader, held: Rights) -> tuple[_Base | None, datetime | None]:
    """What she read last of the ready versions before it, else the one right before it.

    With when she first read this one.
    """
    earlier = version.document.versions.ready().filter(number__lt=version.number)
    if held.own:  # what she reads of her own is not written down
        found = earlier.order_by("-number").values_list("number", "text").first()
        return (_Base(*found, is_seen=False), None) if found else (None, None)
    above = f"version:{version.document.ref}/"
    reads = Activity.objects.filter(actor=reader.person, kind="read").order_by("at")
    looks = reads.filter(thing=f"{above}{version.number}")
    hers = reads.filter(thing=Concat(Value(above), Cast(OuterRef("number"), CharField())))
    told = earlier.annotate(is_seen=Exists(hers), looked_at=Subquery(looks.values("at")[:1]))
    latest = told.order_by("-is_seen", "-number").values_list(
        "number", "text", "is_seen", "looked_at"
    )
    for number, text, is_seen, looked_at in latest[:1]:
        return _Base(number, text, is_seen), looked_at
    return None, None


def _difference(old: str, new: str, lines: Sequence[ShownLine]) -> Difference | None:
    """None where one of the two has no text: pages that are pictures."""
    return difference(old, new, lines) if old.strip() and new.strip() else None
