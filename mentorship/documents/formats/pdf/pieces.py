"""What stands on a line of right-to-left text, piece by piece: parts of it that a gap or a rule keeps apart."""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from mentorship.documents.formats.pdf.actual import Drawn
from mentorship.documents.formats.pdf.glyphs import Glyph
from mentorship.documents.text.folding import is_mark

COLUMN_GAP = 1.6  # of the height: wider is another column
_SAME_LINE = 0.12
_OVER = 1.2  # of the height: how far over or under its letter a sign stands
_NO_PLACE = 0.5  # points

Piece = list[Glyph]


def pieces_seen(
    glyphs: Sequence[Glyph], drawn: Drawn, order: Mapping[int, int], *, right: bool
) -> Iterator[tuple[int, Piece]]:
    """Each piece of a line, from left to right, with the place among `glyphs` where it is to be read.

    order  where each glyph is drawn, by its id
    right  the page runs from right to left: of pieces drawn in one go, as the cells of a row, the one
           furthest right is read first, however PDFium turned them.
    """
    for row in _rows(glyphs):
        pieces = list(_pieces(row, drawn))
        places = [[order[id(glyph)] for glyph in piece] for piece in pieces]
        if not right:
            yield from zip(map(min, places), pieces, strict=True)
            continue
        for group in _in_one_go(places):
            starts = sorted(min(places[i]) for i in group)
            first_right = sorted(group, key=lambda i: -pieces[i][0].left)
            yield from ((start, pieces[i]) for start, i in zip(starts, first_right, strict=True))


def _in_one_go(places: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Which pieces are drawn with nothing else between them."""
    group: list[int] = []
    last = -1
    for i in sorted(range(len(places)), key=lambda i: min(places[i])):
        if group and min(places[i]) > last + 1:
            yield group
            group = []
        last = max(last, *places[i])
        group.append(i)
    yield group


def _rows(glyphs: Sequence[Glyph]) -> list[Piece]:
    """Upright glyphs on one baseline, from left to right."""
    upright = sorted((glyph for glyph in glyphs if not glyph.turn), key=attrgetter("y"))
    signs = [glyph for glyph in upright if is_sign(glyph)]
    base, rows = float("-inf"), list[Piece]()
    for glyph in upright:
        if is_sign(glyph):
            continue
        if glyph.y - base > _SAME_LINE * height_of(glyph):
            rows.append([glyph])
            base = glyph.y
        else:
            rows[-1].append(glyph)
    for sign in signs:
        _row_of(sign, rows).append(sign)
    for row in rows:
        row.sort(key=lambda glyph: (glyph.left + glyph.right) / 2)
    return rows


def _row_of(sign: Glyph, rows: list[Piece]) -> Piece:
    """The line of the letter that a sign, as LibreOffice draws them, stands over or under."""

    def away(row: Piece) -> float:
        return min(
            abs(glyph.y - sign.y) + max(glyph.left - sign.right, sign.left - glyph.right, 0.0)
            for glyph in row
        )

    near = [row for row in rows if abs(row[0].y - sign.y) < _OVER * height_of(sign)]
    if not near:
        rows.append([])
        return rows[-1]
    return min(near, key=away)


def is_sign(glyph: Glyph) -> bool:
    """Whether it is nothing but accents and signs of a letter beside it."""
    return bool(glyph.text) and all(map(is_mark, glyph.text))


def _pieces(row: Piece, drawn: Drawn) -> Iterator[Piece]:
    piece = row[:1]
    for glyph in row[1:]:
        end = max(one.right for one in piece)
        gap = glyph.left - end
        if gap > COLUMN_GAP * height_of(glyph) or (
            gap > _NO_PLACE and drawn.has_rule(glyph.y, end, glyph.left)
        ):
            yield piece
            piece = []
        piece.append(glyph)
    yield piece


def height_of(glyph: Glyph) -> float:
    """Of its box or its font, whichever is larger."""
    return max(glyph.top - glyph.bottom, glyph.em)
