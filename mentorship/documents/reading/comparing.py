"""Two versions of a document beside each other, as pages show them: their words, and their pages.

Made anew for each page: reading copies never change, and two of ten pages take some 50 ms.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.documents.models import Page, Version
from mentorship.documents.reading.pages import Picture, pictures, shown_pages
from mentorship.documents.text.changes import How
from mentorship.documents.text.comparing import (
    Difference,
    LinedText,
    Passage,
    difference,
    passages,
    rows,
    spans,
)

Spans = list[tuple[int, int]]
SCALE = 1000  # what the overlay of a page is wide and high, whatever the page is


@dataclass(frozen=True, slots=True)
class Compared:
    """The words of two versions as one text.

    difference   what is counted, as beside the newer one
    is_readable  whether both have any words
    """

    difference: Difference
    is_readable: bool
    passages: list[Passage]

    @property
    def count(self) -> str:
        """ "5 lines changed: 14 words added, 9 removed", and "12 moved" if any did."""
        found = self.difference
        lines, come, gone = len(found.lines), found.come, found.gone
        changed = ngettext("%(count)s line changed", "%(count)s lines changed", lines)
        added = ngettext("%(count)s word added", "%(count)s words added", come)
        removed = ngettext("%(count)s removed", "%(count)s removed", gone)
        moved = ngettext("%(count)s moved", "%(count)s moved", found.moved)
        counted = {
            "lines": (changed, lines),
            "come": (added, come),
            "gone": (removed, gone),
            "moved": (moved, found.moved),
        }
        said = {name: word % {"count": count} for name, (word, count) in counted.items()}
        if found.moved:
            return _("%(lines)s: %(come)s, %(gone)s, %(moved)s") % said
        return _("%(lines)s: %(come)s, %(gone)s") % said

    @property
    def has_moves(self) -> bool:
        """Whether words stand elsewhere now."""
        return self.difference.moved > 0

    @property
    def is_same(self) -> bool:
        """Whether no word differs."""
        return self.difference.is_same


class ChangedWords(NamedTuple):
    """Where changed words of a line stand on their page, in parts of SCALE.

    rule      how far down the line runs that strikes them through, or underlines them
    is_moved  they stand in both, and elsewhere
    """

    left: int
    top: int
    width: int
    height: int
    rule: int
    is_moved: bool


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One page as a picture, and what stands over it."""

    number: int
    pictures: tuple[Picture, ...]
    boxes: list[ChangedWords]


@dataclass(frozen=True, slots=True)
class Pair:
    """Pages of the same number, one from each version that has it."""

    number: int
    old: ShownPage | None
    new: ShownPage | None

    @property
    def has_moves(self) -> bool:
        """Whether words on one of them stand elsewhere in the other version."""
        return any(box.is_moved for page in (self.old, self.new) if page for box in page.boxes)


def words(old: Version, new: Version) -> Compared:
    """How the text of `new` came of that of `old`. Two queries."""
    before, after = _copy(old), _copy(new)
    found = difference(before.text, after.text, after.lines, tells_moves=True)
    told = passages(rows(found.changes, before, after))
    is_readable = bool(old.text.strip() and new.text.strip())
    return Compared(found, is_readable, told)


def pages(old: Version, new: Version) -> list[Pair]:
    """Their pages in pairs, with the words that are gone and those that are new. Two queries."""
    found = difference(old.text, new.text, [], tells_moves=True).changes
    away, here = spans(found, How.MOVED_AWAY), spans(found, How.MOVED_HERE)
    pairs = zip_longest(
        [_shown(page, spans(found, How.DELETED), away, rule=0.55) for page in old.pages.all()],
        [_shown(page, spans(found, How.INSERTED), here, rule=1) for page in new.pages.all()],
    )
    return [Pair(number, *pair) for number, pair in enumerate(pairs, 1)]


def _copy(version: Version) -> LinedText:
    return LinedText(version.text, [line for page in shown_pages(version) for line in page.lines])


def _shown(page: Page, changed: Spans, moved: Spans, *, rule: float) -> ShownPage:
    boxes = [
        _around(run, rule, is_moved=kind is moved)
        for kind in (changed, moved)
        for line in page.words
        for run in _runs(line, kind)
    ]
    return ShownPage(page.number, pictures(page), boxes)


def _runs(line: list[list[float]], changed: Spans) -> Iterator[list[list[float]]]:
    """The boxes of changed words of a line that stand side by side."""
    for is_changed, words_ in groupby(line, lambda word: _is_within(word, changed)):
        if is_changed:
            yield [word[2:] for word in words_]


def _is_within(word: list[float], changed: Spans) -> bool:
    place = bisect_right(changed, word[0], key=itemgetter(1))
    return place < len(changed) and changed[place][0] < word[1]


def _around(run: list[list[float]], rule: float, *, is_moved: bool) -> ChangedWords:
    sides = zip(*run, strict=True)
    ends = [
        round(side(places) * SCALE)
        for side, places in zip((min, min, max, max), sides, strict=True)
    ]
    left, top, right, bottom = ends
    down = round(top + (bottom - top) * rule)
    return ChangedWords(left, top, right - left, bottom - top, down, is_moved)
