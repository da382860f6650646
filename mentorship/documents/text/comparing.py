"""Two texts as one to read: rows of kept, gone and new words, how many, and which lines changed."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol

from mentorship.documents.text.changes import Change, How, changes
from mentorship.documents.text.moved import with_moves
from mentorship.documents.text.words import words_of

CONTEXT = 2  # rows that stay in sight on either side of a change
_WORTH_FOLDING = 3  # fewer take no more room than what unfolds them
_WITHIN_A_WORD = re.compile("\\w[-\u00ad\u2010\u2011]$")


class TextLine(Protocol):
    """A line of a text: where it runs, and how it follows the line before it."""

    @property
    def number(self) -> int:
        """From 1."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """Past its last one."""

    @property
    def opens_block(self) -> bool:
        """Set apart from the line before."""

    @property
    def goes_on(self) -> bool:
        """The line before was wrapped, and runs on into it."""


@dataclass(frozen=True, slots=True)
class LinedText:
    """A text and its lines, in their order."""

    text: str
    lines: Sequence[TextLine]


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a row that share their fate."""

    how: How
    text: str


@dataclass(slots=True)
class Row:
    """Lines that run on into one another, as one."""

    opens_block: bool
    parts: list[Part] = field(default_factory=list)

    @property
    def is_kept(self) -> bool:
        """Whether nothing in it changed."""
        return all(part.how is How.KEPT for part in self.parts)


@dataclass(frozen=True, slots=True)
class Passage:
    """Rows that stand together. In folded ones nothing changed, nor near them."""

    rows: list[Row]
    is_folded: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a stretch holds of one line."""

    how: How
    text: str
    begins_row: bool
    ends_row: bool
    opens_block: bool


def rows(found: Iterable[Change], old: LinedText, new: LinedText) -> list[Row]:
    """The words of both texts in reading order, in the rows of the new one.

    Gone words stand where they are missed: in rows of their own when they were whole rows, else
    before what stands there now.
    """
    told: list[Row] = []
    begins, opens_block, joins = True, False, False
    for piece in _pieces(found, old, new):
        if piece.begins_row and not (joins and not piece.how.is_of_old):
            begins, opens_block = True, opens_block or piece.opens_block
        if not piece.text.strip():
            continue
        if begins:
            told.append(Row(opens_block))
        told[-1].parts.append(Part(piece.how, piece.text))
        joins = piece.how.is_of_old and piece.begins_row and not piece.ends_row
        begins = opens_block = False
    return [Row(row.opens_block, list(_joined(row.parts))) for row in told]


def passages(told: Sequence[Row]) -> list[Passage]:
    """The rows with long stretches of unchanged ones folded, but for some near each change."""
    changed = [place for place, row in enumerate(told) if not row.is_kept]
    near = {place for at in changed for place in range(at - CONTEXT, at + CONTEXT + 1)}
    parted = [
        Passage([told[place] for place in places], is_folded=not is_near)
        for is_near, places in groupby(range(len(told)), lambda place: place in near)
    ]
    return [Passage(one.rows, one.is_folded and len(one.rows) >= _WORTH_FOLDING) for one in parted]


def counts(found: Iterable[Change], old: str, new: str) -> tuple[int, int, int]:
    """How many words are new, how many gone, and how many moved; signs are no words."""
    count = Counter[How]()
    for change in found:
        where, text = (change.old, old) if change.how.is_of_old else (change.new, new)
        if change.how is not How.KEPT:
            count[change.how] += _words_in(text[slice(*where)])
    return count[How.INSERTED], count[How.DELETED], count[How.MOVED_HERE]


def changed_lines(
    found: Sequence[Change], old: str, new: str, lines: Sequence[TextLine]
) -> frozenset[int]:
    """The numbers of the new text's lines that hold new words, or miss words that are gone.

    lines  of the new text. Where whole lines are gone, those around them are as they were.
    """
    numbers: set[int] = set()
    replaced = {change.new[0] for change in found if change.how is How.INSERTED}
    for change in found:
        start, end = change.new
        if change.how is How.INSERTED:
            last = start + len(new[start:end].rstrip())
            numbers |= {lines[place].number for place in _touched(lines, start, last)}
        elif change.how is How.DELETED and start not in replaced and lines:
            numbers |= _line_that_misses(change, old, lines)
    return frozenset(numbers)


@dataclass(frozen=True, slots=True)
class Difference:
    """How one text came of another, counted once for whoever tells of it.

    lines       numbers of the new one's lines that changed
    come, gone  how many words
    moved       how many others are elsewhere, where that was asked for
    """

    changes: Sequence[Change]
    lines: frozenset[int]
    come: int
    gone: int
    moved: int

    @property
    def is_same(self) -> bool:
        """Whether no word or sign differs."""
        return all(change.how is How.KEPT for change in self.changes)


def difference(
    old: str, new: str, lines: Sequence[TextLine], *, tells_moves: bool = False
) -> Difference:
    """Between two texts; `lines` are those of the new one, and are the same whatever is told.

    tells_moves  whether what stands elsewhere is told as moved, which takes five times as long
    """
    found = changes(old, new)
    numbers = changed_lines(found, old, new, lines)
    told = with_moves(found, old, new) if tells_moves else found
    return Difference(told, numbers, *counts(told, old, new))


def spans(found: Iterable[Change], how: How) -> list[tuple[int, int]]:
    """Where the stretches of this kind stand: gone ones in the old text, others in the new one."""
    kind = [change for change in found if change.how is how]
    return [change.old if how.is_of_old else change.new for change in kind]


def _pieces(found: Iterable[Change], old: LinedText, new: LinedText) -> Iterator[_Piece]:
    """What each stretch holds of each line it touches, in reading order."""
    for change in found:
        gone = change.how.is_of_old
        copy, (start, end) = (old, change.old) if gone else (new, change.new)
        for place in _touched(copy.lines, start, end):
            line = copy.lines[place]
            text = copy.text[max(line.start, start) : min(line.end, end)]
            is_whole = end >= line.end
            runs_on = place + 1 < len(copy.lines) and copy.lines[place + 1].goes_on
            yield _Piece(
                change.how,
                text + " " if is_whole and not _WITHIN_A_WORD.search(text) else text,
                begins_row=line.start >= start and not line.goes_on,
                ends_row=is_whole and not runs_on,
                opens_block=line.opens_block,
            )


def _touched(lines: Sequence[TextLine], start: int, end: int) -> range:
    """The places of the lines that hold a part of this stretch."""
    return range(
        bisect_right(lines, start, key=lambda line: line.end),
        bisect_left(lines, end, key=lambda line: line.start),
    )


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Neighbours of one kind as one."""
    for how, alike in groupby(parts, lambda part: part.how):
        yield Part(how, "".join(part.text for part in alike))


def _words_in(text: str) -> int:
    return sum(any(map(str.isalnum, key)) for key in words_of(text).keys)


def _line_that_misses(change: Change, old: str, lines: Sequence[TextLine]) -> set[int]:
    """The number of the line with the gap in it, or before it; none where whole lines are gone."""
    (start, end), point = change.old, change.new[0]
    following = bisect_left(lines, point, key=lambda line: line.start)
    before = lines[following - 1] if following else None
    began_line = start == 0 or old[start - 1] == "\n"
    if before and point < before.end:
        return {before.number}
    if began_line and (end == len(old) or old[:end].rstrip(" ").endswith("\n")):
        return set()
    if before and (not began_line or following == len(lines)):
        return {before.number}
    return {lines[following].number}
