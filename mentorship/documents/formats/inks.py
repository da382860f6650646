"""How the words of a line lie along it: what a page needs to lay text over the picture of its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mentorship.documents.formats.manuscript import Line, Word
from mentorship.documents.text.folding import is_ideograph

STEPS = 2000  # to the length of a line; one is less than half a pixel of a page's picture
_EVEN = 0.08  # of a sign's width, to be as wide as the one before


@dataclass(slots=True)
class _Piece:
    """Words that touch, of signs as wide as each other; mostly a single word."""

    start: int
    end: int
    left: float
    right: float


def ink(line: Line, text: str) -> str:
    """Two numbers for each piece of `line`: from the right edge of the one before to its left, then its width.

    In steps along the line from its left, so that the first may be below zero where text runs from
    the right. A width is followed by "/" and the piece's length in UTF-16 units where no space ends
    it, as between ideographs. Nothing for what needs none: a line of one piece, or a turned one.
    """
    left, _top, right, _bottom = line.box
    pieces = _pieces(line.words, text)
    if len(pieces) < 2 or line.angle or right <= left:
        return ""
    step = (right - left) / STEPS
    ends = [(round((one.left - left) / step), round((one.right - left) / step)) for one in pieces]
    gaps = [ends[0][0], *(after[0] - before[1] for before, after in pairwise(ends))]
    said = []
    for gap, (start, end), length in zip(gaps, ends, _lengths(pieces, text), strict=True):
        said.append(f"{gap} {end - start}{length}")
    return " ".join(said)


def _pieces(words: Sequence[Word], text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for word in words:
        left, _top, right, _bottom = word.box
        last = pieces[-1] if pieces else None
        if last and last.end == word.start and _is_even(last, word, text):
            last.end, last.right = word.end, right
        else:
            pieces.append(_Piece(word.start, word.end, left, right))
    return pieces


def _is_even(last: _Piece, word: Word, text: str) -> bool:
    """Whether ideographs go on as they stood, one as wide as the other."""
    if not all(map(is_ideograph, text[last.start : word.end])):
        return False
    wide = (last.right - last.left) / (last.end - last.start)
    share = (word.box[2] - last.left) / (word.end - last.start)
    return abs(share - wide) <= _EVEN * wide


def _lengths(pieces: Sequence[_Piece], text: str) -> Iterator[str]:
    for one, after in pairwise(pieces):
        said = text[one.start : one.end]
        is_plain = " " not in said and text[one.end : after.start] == " "
        yield "" if is_plain else f"/{len(said.encode('utf-16-le')) // 2}"
    yield ""
