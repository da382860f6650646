"""Characters joined into words: by the spaces the file has, and by the gaps an eye sees."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from math import cos, radians, sin
from statistics import median

from mentorship.documents.formats.pdf_glyphs import UNMAPPED, Glyph
from mentorship.documents.text.folding import SOFT_HYPHEN, fold_word, is_ideograph

# Shares of a character's height. Within words gaps were 0.0 in 3,400 characters of each of eight
# résumés, and at words glued for want of a space 0.19 (measured 2025, corpus of LaTeX and Word).
WORD_GAP = 0.15
_OVERLAP = 1.0
_SAME_BASE = 0.35
_SPACED_LETTERS = 4


@dataclass(slots=True)
class InkWord:
    """A word on the page. Lengths in points, as the page is shown.

    start, end, base    along and across its direction: for upright text left, right, baseline.
    spaced              white space stands before it; else it touches the word before.
    broken              it ends in a hyphen and goes on in the next line.
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


def same_base(one: InkWord, other: InkWord, tolerance: float = _SAME_BASE) -> bool:
    """Whether both stand on one line; what is clearly smaller may be raised or lowered more."""
    if one.angle != other.angle:
        return False
    large, small = max(one.height, other.height), min(one.height, other.height)
    if small < 0.85 * large:
        tolerance += 0.25
    return abs(one.base - other.base) <= tolerance * large


def read_words(glyphs: Iterable[Glyph]) -> list[InkWord]:
    """The words of a page in drawing order, their text folded.

    Icons and lone unmapped signs are words without text: they fill what would look like a gap.
    Han and kana make one word per character.
    """
    words = list(_joined(glyphs))
    for word in words:
        word.text = fold_word(word.text)
        if len(word.text) <= 2:
            word.text = word.text.strip(UNMAPPED)
    for word, rest in zip_longest(words, words[1:]):
        if word.broken:
            word.text += _hyphen(word.text, rest.text if rest else "")
    return words


def _hyphen(half: str, rest: str) -> str:
    """What joins the halves of a broken word: soft, unless the rest is a name or a number.

    The page does not tell them apart: whoever searches takes either for optional.
    """
    named = rest[:1].isupper() and not half.isupper()
    return "-" if named or not rest[:1].isalpha() else SOFT_HYPHEN


def _joined(glyphs: Iterable[Glyph]) -> Iterator[InkWord]:
    word: InkWord | None = None
    spaced = True
    for glyph in glyphs:
        spaced = spaced or glyph.spaced
        if glyph.text == SOFT_HYPHEN:
            if word:
                word.take(replace(_placed(glyph, spaced=False), text="", base=word.base))
                yield replace(word, broken=True)
            word, spaced = None, True
            continue
        new = _placed(glyph, spaced)
        if word and word.text and new.text and not spaced and _touches(word, new):
            word.take(new)
        else:
            if word:
                yield word
                new.spaced = spaced or not word.text or not _adjacent(word, new)
            word = new
        spaced = False
    if word:
        yield word


def _placed(glyph: Glyph, spaced: bool) -> InkWord:
    text, left, top, right, bottom, x, y, angle, _ = glyph
    if angle == 0:
        start, end, base, height = left, right, y, bottom - top
    else:
        along, across = cos(radians(angle)), sin(radians(angle))
        start, end, base, height = _turned(left, top, right, bottom, along, across)
        base = y * along - x * across
    return InkWord(text, left, top, right, bottom, start, end, base, height or 1.0, angle, spaced)


def _turned(
    left: float, top: float, right: float, bottom: float, along: float, across: float
) -> tuple[float, float, float, float]:
    """(start, end, middle, height) of a box along a direction given by cosine and sine."""
    x, y = (left + right) / 2, (top + bottom) / 2
    width, height = right - left, bottom - top
    if min(abs(along), abs(across)) < 0.01:
        if abs(along) < 0.5:
            width, height = height, width
    else:  # an upright box around slanted text: take the letter in it for a square
        width = height = (width + height) / 2 / (abs(along) + abs(across))
    middle = x * along + y * across
    return middle - width / 2, middle + width / 2, y * along - x * across, height


def _touches(word: InkWord, new: InkWord) -> bool:
    """Whether `new` belongs to `word` though no space tells them apart or together."""
    if is_ideograph(new.text[0]) or is_ideograph(word.text[-1]):
        return False
    return _adjacent(word, new)


def _adjacent(word: InkWord, new: InkWord) -> bool:
    height = max(word.height, new.height)
    if not same_base(word, new):
        return False
    return (
        -max(_OVERLAP * height, word.end - word.start)
        <= gap_between(word, new)
        <= (WORD_GAP * height)
    )


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
    return words
