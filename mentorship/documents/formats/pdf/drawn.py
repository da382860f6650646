"""A PDF's words in the order in which they are drawn, as software takes them that looks at nothing else.

Most of what sorts applications does so, and what it makes of a page is what is found here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from mentorship.documents.formats.manuscript import ManuscriptPage, Piece, Word
from mentorship.documents.formats.pdf.frame import Frame
from mentorship.documents.formats.pdf.glyphs import UNMAPPED as NO_LETTER
from mentorship.documents.formats.pdf.lines import InkLine
from mentorship.documents.formats.pdf.words import InkWord
from mentorship.documents.formats.simple.kinds import (
    COLUMNS,
    DATE,
    ICON,
    SPACED,
    TABLE,
    UNMAPPED,
    UNSEEN,
)
from mentorship.documents.formats.simple.order import Stop, astray, interleaved, table_rows

_LONGEST = 80  # characters of what stands beside the page, word by word
_MOST_BESIDE = 400  # words beside the page
_NEW_LINE = 0.5  # of a word's height
_BACK = 1.0


@dataclass(slots=True)
class _Run:
    """Words drawn one after the other that belong to one line; or one thing that is in none.

    line   its place among those of the page, or None
    first  the place in it of the first of these words
    ink    the last word of it
    """

    line: int | None
    first: int
    piece: Piece
    ink: InkWord
    words: int = 1


def pieces_of(
    ink: Sequence[InkWord], lines: Sequence[InkLine], page: ManuscriptPage, frame: Frame
) -> tuple[Piece, ...]:
    """What software gets of `page`.

    ink    all that is drawn, in that order, what lies beside the page as well
    lines  those of the page as they were read: `page.lines` are the same ones, with their places
    """
    runs = list(_runs(ink, lines, page, frame))
    _mark_lines(runs, lines, page)
    return tuple(run.piece for run in runs)


def _runs(
    ink: Sequence[InkWord], lines: Sequence[InkLine], page: ManuscriptPage, frame: Frame
) -> Iterator[_Run]:
    places = {
        id(word): (line, place, page.lines[line].words[place])
        for line, ink_line in enumerate(lines)
        for place, word in enumerate(ink_line.words)
    }
    last: _Run | None = None
    beside = 0
    for word in ink:
        place = places.get(id(word))
        run = _in_line(word, *place) if place else _in_none(word, frame)
        if run is None:
            continue
        if run.line is None and run.piece.marks == UNSEEN:
            beside += 1
            if beside > _MOST_BESIDE:
                continue
        if last and _goes_on(last, run):
            _grow(last, run)
            continue
        if last:
            yield last
        opens = not last or _opens(last.ink, word)
        run.piece = replace(run.piece, opens=opens)
        last = run
    if last:
        yield last


def _in_line(word: InkWord, line: int, place: int, written: Word) -> _Run:
    facts = {SPACED: word.apart, UNMAPPED: NO_LETTER in word.text, UNSEEN: word.covered}
    marks = "".join(mark for mark, holds in facts.items() if holds)
    return _Run(line, place, Piece(written.start, written.end, marks=marks), word)


def _in_none(word: InkWord, frame: Frame) -> _Run | None:
    """An icon, or a word beside the page; nothing for a letter that was joined with those before it."""
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    is_on_page = 0 <= x <= frame.width and 0 <= y <= frame.height
    if word.text:
        beside = Piece(text=word.text[:_LONGEST], marks=UNSEEN)
        return None if is_on_page else _Run(None, 0, beside, word)
    return _Run(None, 0, Piece(text=word.said, marks=ICON), word) if _misleads(word) else None


def _misleads(word: InkWord) -> bool:
    """Whether software has a letter for this icon, or a sign that means nothing."""
    said = word.said
    is_private = "\ue000" <= said <= "\uf8ff" or said >= "\U000f0000"
    return bool(said) and (is_private or said.isalnum() or said == NO_LETTER)


def _goes_on(last: _Run, run: _Run) -> bool:
    if run.piece.marks != last.piece.marks:
        return False
    if run.line is None or last.line is None:
        return run.piece.marks == UNSEEN == last.piece.marks and not _opens(last.ink, run.ink)
    return run.line == last.line and run.first == last.first + last.words


def _grow(last: _Run, run: _Run) -> None:
    piece = last.piece
    if run.line is None:
        last.piece = replace(piece, text=f"{piece.text} {run.piece.text}"[:_LONGEST])
    else:
        last.piece = replace(piece, end=run.piece.end)
    last.ink, last.words = run.ink, last.words + 1


def _opens(before: InkWord, word: InkWord) -> bool:
    """Whether `word` begins a line for software: it is drawn at another height, or further back."""
    height = max(before.height, word.height)
    if word.angle != before.angle or abs(word.base - before.base) > _NEW_LINE * height:
        return True
    return word.start < before.start - _BACK * height


def _mark_lines(runs: list[_Run], lines: Sequence[InkLine], page: ManuscriptPage) -> None:
    """Mark what is told by the order of lines: columns, tables, dates."""
    in_lines = [run for run in runs if run.line is not None]
    stops = [
        Stop(line, page.lines[line].box, next(group).piece.opens, _text(lines[line]))
        for line, group in groupby(in_lines, attrgetter("line"))
    ]
    mixed = interleaved(stops)
    rows = table_rows(stops) - mixed
    dates = astray(stops)
    for run in runs:
        for found, mark in ((mixed, COLUMNS), (rows, TABLE), (dates, DATE)):
            if run.line in found:
                run.piece = replace(run.piece, marks=run.piece.marks + mark)


def _text(line: InkLine) -> str:
    return " ".join(word.text for word in line.words)
