"""Where the numbered pieces of a known source lie on the pages that were made of it."""

from collections.abc import Iterator
from ctypes import byref, c_int, create_string_buffer
from typing import NamedTuple

import pypdfium2.raw as pdfium

from mentorship.documents.formats.known.pieces import Piece, Pieces, is_joined
from mentorship.documents.formats.pdf.blocks import mark_blocks
from mentorship.documents.formats.pdf.frame import Frame, Handle
from mentorship.documents.formats.pdf.lines import InkLine
from mentorship.documents.formats.pdf.words import InkWord
from mentorship.documents.text.folding import fold_word, is_ideograph, is_mark

SCHEME = "w:"
MAX_ADDRESS = 32  # bytes of an address of ours
BELOW_BASE = 0.25  # of a letter's height: the bottom edge in template.typ
SAME_ROW = 0.4  # of the lower one's height, that two boxes of one row share at least

Edges = tuple[float, float, float, float]  # left, top, right, bottom, in points of the page shown
Places = dict[int, list[Edges]]  # by number of piece


class Source:
    """The pieces of a source; as the pages made of it are read in their order, where they were found."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.found: set[int] = set()

    def lines_on(self, document: Handle, page: Handle, frame: Frame) -> list[InkLine]:
        """What stands on `page`, in the order of the source."""
        places = places_on(document, page, frame)
        self.found |= set(places)
        return lines_of(self.pieces, places)

    @property
    def is_lost(self) -> bool:
        """Whether the pages that were read lack a word of the source: then they are no picture of it."""
        telling = {number for number, piece in enumerate(self.pieces) if fold_word(piece.text)}
        return bool(telling - self.found)


class _Placed(NamedTuple):
    """A piece, or the part of it that lies in one row."""

    number: int
    piece: Piece
    text: str
    edges: Edges
    is_first: bool = True


def places_on(document: Handle, page: Handle, frame: Frame) -> Places:
    """Where pieces lie on `page`: each in one row, or in several when a line's end parts it."""
    found: Places = {}
    position, link = c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, byref(position), byref(link)):
        number = _number(document, link)
        if number is not None:
            edges = pdfium.FS_RECTF()
            pdfium.FPDFLink_GetAnnotRect(link, byref(edges))
            box = frame.box(edges.left, edges.bottom, edges.right, edges.top)
            _add(found.setdefault(number, []), box)
    return found


def _number(document: Handle, link: Handle) -> int | None:
    address = create_string_buffer(MAX_ADDRESS)
    pdfium.FPDFAction_GetURIPath(document, pdfium.FPDFLink_GetAction(link), address, MAX_ADDRESS)
    said = address.value.decode("ascii", "replace")
    known, number = said.startswith(SCHEME), said.removeprefix(SCHEME)
    return int(number) if known and number.isdecimal() else None


def _add(rows: list[Edges], box: Edges) -> None:
    """Put `box` to the rows of one piece; what lies beside the last one makes it longer."""
    if rows and _in_one_row(rows[-1], box):
        last = rows[-1]
        rows[-1] = (
            min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]),
        )  # fmt: skip
    else:
        rows.append(box)


def _in_one_row(one: Edges, other: Edges) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > SAME_ROW * min(one[3] - one[1], other[3] - other[1])


def lines_of(pieces: Pieces, places: Places) -> list[InkLine]:
    """The lines of one page in the order of the source, notes at the foot last, parted into blocks.

    Whether a line that its author ended stands apart from the next, only their shapes can tell.
    """
    lines: list[InkLine] = []
    parted: list[bool | None] = []  # None where nobody said
    last: _Placed | None = None
    for placed in _placed(pieces, places):
        word = _word(placed)
        if last is None or not _goes_on(last, placed):
            lines.append(InkLine([word]))
            parted.append(_parts(last, placed))
        elif word.spaced or _stands_alone(lines[-1].words[-1].text, word.text):
            lines[-1].words.append(word)
        else:
            lines[-1].words[-1].take(word)
        last = placed
    mark_blocks(lines)
    for line, is_parted in zip(lines, parted, strict=True):
        line.new_block = line.new_block if is_parted is None else is_parted
    return [line for line in map(_folded, lines) if line.words]


def _parts(last: _Placed | None, placed: _Placed) -> bool | None:
    if last is None or last.piece.block != placed.piece.block:
        return True
    return None if placed.piece.is_broken else False


def _placed(pieces: Pieces, places: Places) -> Iterator[_Placed]:
    numbers = sorted(
        (number for number in places if number < len(pieces)),
        key=lambda number: (pieces[number].is_note, number),
    )
    for number in numbers:
        piece, rows = pieces[number], places[number]
        is_first = True
        for text, edges in zip(_shared_out(piece.text, rows), rows, strict=True):
            yield _Placed(number, piece, text, edges, is_first)
            is_first = False


def _shared_out(text: str, rows: list[Edges]) -> list[str]:
    """`text` over the rows it lies in, by their lengths: the typesetter parted it where we did not."""
    whole = sum(right - left for left, _, right, _ in rows) or 1.0
    shares, start, reach = [], 0, 0.0
    for left, _, right, _ in rows[:-1]:
        reach += (right - left) / whole
        end = max(start, round(len(text) * reach))
        while start < end < len(text) and is_joined(text[end - 1], text[end]):
            end += 1
        shares.append(text[start:end])
        start = end
    return [*shares, text[start:]]


def _goes_on(last: _Placed, placed: _Placed) -> bool:
    return last.piece.block == placed.piece.block and _in_one_row(last.edges, placed.edges)


def _word(placed: _Placed) -> InkWord:
    left, top, right, bottom = placed.edges
    height = bottom - top
    return InkWord(
        placed.text,
        left,
        top,
        right,
        bottom,
        start=left,
        end=right,
        base=bottom - BELOW_BASE * height,
        height=height or 1.0,
        angle=0,
        spaced=placed.piece.spaced and placed.is_first,
    )


def _stands_alone(before: str, text: str) -> bool:
    """Whether two pieces that touch are words of their own, as ideographs are."""
    if is_mark(text[:1] or " "):
        return False
    return is_ideograph(text[:1] or " ") or is_ideograph(before[-1:] or " ")


def _folded(line: InkLine) -> InkLine:
    for word in line.words:
        word.text = fold_word(word.text)
    line.words = [word for word in line.words if word.text]
    return line
