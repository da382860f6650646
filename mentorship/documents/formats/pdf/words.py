"""Characters joined into words: by the spaces the file has, and by the gaps an eye sees."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from math import cos, radians, sin
from statistics import median
from typing import NamedTuple

from mentorship.documents.formats.pdf.frame import Frame
from mentorship.documents.formats.pdf.glyphs import UNMAPPED, WORD_GAP, Glyph
from mentorship.documents.formats.pdf.hyphens import bare, hyphen
from mentorship.documents.text.folding import SOFT_HYPHEN, fold_word, is_ideograph, is_mark

# Shares of a character's height.
_SAME_BASE = 0.35
_RAISED_BASE = 0.6
_LOWERED_BASE = 0.25  # further down is a smaller line under a name
_SPACED_LETTERS = 4


class Span(NamedTuple):
    """A character along and across its own direction, in PDF points; angle in radians."""

    start: float
    end: float
    base: float
    height: float
    angle: float


@dataclass(slots=True)
class InkWord:
    """A word on the page. Lengths in points, as the page is shown.

    start, end, base    along and across its direction: for upright text left, right, baseline.
    spaced              white space stands before it; else it touches the word before.
    broken              it ends in a hyphen and goes on in the next line.
    row                 which line of right-to-left text it is in, or 0.
    said                of one without text: the sign that the file has for it.
    apart               its letters are spaced.
    covered             it lies under a picture.
    place               where it is in the page's structure; None for what is in none.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    start: float
    end: float
    base: float
    height: float
    angle: int
    spaced: bool
    broken: bool = False
    row: int = 0
    said: str = ""
    apart: bool = False
    covered: bool = False
    place: int | None = None

    def take(self, other: "InkWord") -> None:
        """Grow by `other`, which follows without a space."""
        self.text += other.text
        self.left = min(self.left, other.left)
        self.top = min(self.top, other.top)
        self.right = max(self.right, other.right)
        self.bottom = max(self.bottom, other.bottom)
        self.start = min(self.start, other.start)
        self.end = max(self.end, other.end)
        self.height = max(self.height, other.height)


def gap_between(one: InkWord, other: InkWord) -> float:
    """Free space between two words of one direction; negative where they overlap."""
    return max(other.start - one.end, one.start - other.end)


def same_base(one: "InkWord | Span", other: "InkWord | Span", *, downwards: int = 1) -> bool:
    """Whether both stand on one line; what is clearly smaller may be raised more, lowered a little.

    downwards  the way their bases grow: 1, or -1 for upwards.
    """
    if one.angle != other.angle:
        return False
    large, small = (one, other) if one.height >= other.height else (other, one)
    if small.height >= 0.85 * large.height:
        return abs(one.base - other.base) <= _SAME_BASE * large.height
    lowered = downwards * (small.base - large.base)
    return -_RAISED_BASE * large.height <= lowered <= _LOWERED_BASE * large.height


def read_words(glyphs: Iterable[Glyph], frame: Frame) -> list[InkWord]:
    """The words of a page in drawing order, their text folded, as `frame` shows them.

    Icons and lone unmapped signs are words without text: they fill what would look like a gap.
    Han and kana make one word per character.
    """
    words = [_inked(run, spans, frame) for run, spans in _runs(glyphs)]
    said = {
        bare(word.text)
        for before, word in zip([None, *words], words, strict=False)
        if not word.broken and not (before and before.broken)
    }
    for word, rest in zip_longest(words, words[1:]):
        if word.broken:
            word.text += hyphen(word.text, rest.text if rest else "", said)
    return words


def _runs(glyphs: Iterable[Glyph]) -> Iterator[tuple[list[Glyph], list[Span]]]:
    """Characters in runs that make one word each, with how far each reaches."""
    run: list[Glyph] = []
    spans: list[Span] = []
    for glyph in glyphs:
        span = _span(glyph)
        if run and (glyph.spaced or not _belongs(glyph, span, run[-1], spans[-1])):
            yield run, spans
            touches = (
                not glyph.spaced
                and run[-1].text
                and glyph.text
                and _adjacent(spans[-1], span, _share(glyph, run[-1]))
            )
            run, spans = [glyph._replace(spaced=not touches)], [span]
        else:
            run.append(glyph)
            spans.append(span)
    if run:
        yield run, spans


def _belongs(glyph: Glyph, span: Span, before: Glyph, last: Span) -> bool:
    """Whether `glyph` goes on with the word of the one before, no space between them."""
    if before.text == SOFT_HYPHEN or not (glyph.text and before.text):
        return False
    if glyph.text == SOFT_HYPHEN or is_mark(glyph.text[0]):
        return True
    if is_ideograph(glyph.text[0]) or is_ideograph(before.text[-1]):
        return False
    if glyph.row:
        return glyph.row == before.row
    return _adjacent(last, span, _share(glyph, before))


def _share(glyph: Glyph, before: Glyph) -> float:
    """From which share of the height on a gap between the two is white space."""
    return max(glyph.gap, before.gap) if before.gap > WORD_GAP else glyph.gap


def _span(glyph: Glyph) -> Span:
    _, left, bottom, right, top, x, y, turn, *_ = glyph
    if not turn:
        return Span(left, right, y, _height(glyph), turn)
    along_x, along_y = cos(turn), -sin(turn)
    width, height = _untilted(right - left, top - bottom, along_x, along_y)
    middle = (left + right) / 2 * along_x + (bottom + top) / 2 * along_y
    return Span(middle - width / 2, middle + width / 2, y * along_x - x * along_y, height, turn)


def _height(glyph: Glyph) -> float:
    """Of its box, or its font's size where that holds its ink only."""
    height = abs(glyph.top - glyph.bottom)
    return glyph.em if glyph.gap > WORD_GAP and glyph.em > height else height


def _untilted(width: float, height: float, along_x: float, along_y: float) -> tuple[float, float]:
    """Length along and across a direction of what fills an upright box of `width`, `height`."""
    if abs(along_y) < 0.01:
        return width, height
    if abs(along_x) < 0.01:
        return height, width
    # Slanted: the box says too little, so take the letter in it for a square.
    side = (width + height) / 2 / (abs(along_x) + abs(along_y))
    return side, side


def _adjacent(one: Span, other: Span, share: float) -> bool:
    gap = max(other.start - one.end, one.start - other.end)
    return gap <= share * max(one.height, other.height) and same_base(one, other, downwards=-1)


def _inked(run: list[Glyph], spans: list[Span], frame: Frame) -> InkWord:
    """The word that the characters of `run` make, where it is seen."""
    texts, lefts, bottoms, rights, tops, *_ = zip(*run, strict=True)
    starts, ends, _, heights, *_ = zip(*spans, strict=True)
    broken = texts[-1] == SOFT_HYPHEN
    text = fold_word("".join(texts[:-1] if broken else texts))
    turn, start = run[0].turn, min(starts)
    x, y = frame.point(*_point(start, spans[0].base, cos(turn), -sin(turn)))
    shown = text.strip(UNMAPPED) if len(text) <= 2 else text
    angle = frame.angle(turn)
    along_x, along_y = cos(radians(angle)), sin(radians(angle))
    seen_start = x * along_x + y * along_y
    return InkWord(
        shown,
        *frame.box(min(lefts), min(bottoms), max(rights), max(tops)),
        start=seen_start,
        end=seen_start + max(ends) - start,
        base=y * along_x - x * along_y,
        height=max(heights) or 1.0,
        angle=angle,
        spaced=run[0].spaced,
        broken=broken,
        row=run[0].row,
        said="" if shown else run[0].said or text,
        covered=all(glyph.covered for glyph in run),
        place=run[0].place,
    )


def _point(start: float, base: float, along_x: float, along_y: float) -> tuple[float, float]:
    """Back from (start, base) of a Span to PDF points."""
    return start * along_x - base * along_y, start * along_y + base * along_x


def join_spaced_letters(words: list[InkWord]) -> tuple[list[InkWord], bool]:
    """One line's words with "E D U C A T I O N" made "EDUCATION", and whether there was any."""
    result: list[InkWord] = []
    found = False
    run: list[InkWord] = []
    for word in [*words, None]:
        if word and len(word.text) == 1 and word.text.isalpha() and not is_ideograph(word.text):
            run.append(word)
            continue
        if len(run) >= _SPACED_LETTERS:
            found = True
            run = _words_of_letters(run)
        result += run
        run = []
        if word:
            result.append(word)
    return result, found


def _words_of_letters(letters: list[InkWord]) -> list[InkWord]:
    """Letters joined across their usual gap and parted where it is clearly wider."""
    usual = median(gap_between(one, other) for one, other in pairwise(letters))
    words = [letters[0]]
    last = letters[0]
    for letter in letters[1:]:
        wide = gap_between(last, letter) > max(1.6 * usual, usual + 0.1 * letter.height)
        last = replace(letter)
        if wide:
            words.append(letter)
        else:
            words[-1].take(letter)
            words[-1].apart = True
    return words
