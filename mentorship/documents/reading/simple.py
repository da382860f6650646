"""What simple software reads of a version: its words in the order in which it gets them."""

from collections.abc import Iterator
from dataclasses import dataclass

from mentorship.documents.formats import wire
from mentorship.documents.formats.manuscript import Piece
from mentorship.documents.formats.simple.kinds import KINDS
from mentorship.documents.models import Version


@dataclass(frozen=True, slots=True)
class SimplePage:
    """What it gets of one page: pieces in rows, which it takes for lines."""

    number: int
    rows: tuple[tuple[Piece, ...], ...]


def simple_pages(version: Version) -> list[SimplePage] | None:
    """All pages of a ready version; None where it was prepared before this was kept. One query."""
    pages: list[SimplePage] = []
    for number, simple in version.pages.values_list("number", "simple"):
        if simple is None:
            return None
        pages.append(SimplePage(number, tuple(_rows([wire.piece_of(row) for row in simple]))))
    return pages


def _rows(pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    row: list[Piece] = []
    for piece in pieces:
        if piece.opens and row:
            yield tuple(row)
            row = []
        row.append(piece)
    if row:
        yield tuple(row)


def found_in(pages: list[SimplePage]) -> list[str]:
    """The kinds of what was found in them, in the order in which they are told."""
    marks = {mark for page in pages for row in page.rows for piece in row for mark in piece.marks}
    return [kind for kind in KINDS if kind in marks]
