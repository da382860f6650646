"""Words joined into lines, lines put into reading order and parted into blocks."""

from dataclasses import dataclass

from mentorship.documents.formats.pdf.glyphs import WORD_GAP
from mentorship.documents.formats.pdf.words import (
    InkWord,
    gap_between,
    join_spaced_letters,
    same_base,
)
from mentorship.documents.text.folding import is_right_to_left

# Shares of a word's height.
COLUMN_GAP = 1.6  # wider: another column or cell, so another line
_BULLET_GAP = 3.0  # bullets and numbers stand further off
_MENDED_GAP = 0.5


@dataclass(eq=False)
class InkLine:
    """Words on one baseline, in the order they are read."""

    words: list[InkWord]
    new_block: bool = False
    bold: bool = False
    italic: bool = False

    @property
    def left(self) -> float:
        """Of all words, as the page is shown; so are top, right and bottom."""
        return min(word.left for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        """Of most of its text: the height its longest word has."""
        return max(self.words, key=lambda word: len(word.text)).height

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def angle(self) -> int:
        return self.words[0].angle

    @property
    def is_bullet(self) -> bool:
        """Whether nothing but a bullet or a number stands in it so far."""
        return len(self.words) == 1 and len(self.words[0].text) <= 3


def read_lines(words: list[InkWord]) -> tuple[list[InkLine], bool]:
    """The lines of one page in drawing order, and whether letter-spaced words were joined."""
    lines = _without_icons(_mended(_gathered(words)))
    return lines, without_spaced_letters(lines)


def without_spaced_letters(lines: list[InkLine]) -> bool:
    """Join the words of `lines` that are spaced letter by letter. Whether there were any."""
    spaced_letters = False
    for line in lines:
        line.words, found = join_spaced_letters(line.words)
        spaced_letters = spaced_letters or found
    return spaced_letters


def _gathered(words: list[InkWord]) -> list[InkLine]:
    """Lines of words that follow each other in the file, on one baseline, without a wide gap."""
    lines: list[InkLine] = []
    for word in words:
        if lines and not lines[-1].words[-1].broken and _continues(lines[-1], word):
            lines[-1].words.append(word)
        else:
            lines.append(InkLine([word]))
    return lines


def _without_icons(lines: list[InkLine]) -> list[InkLine]:
    """`lines` with nothing but text in them; those left empty go."""
    for line in lines:
        line.words = [word for word in line.words if word.text]
    return [line for line in lines if line.words]


def _continues(line: InkLine, word: InkWord) -> bool:
    last = line.words[-1]
    if last.row and last.row == word.row:
        return True
    if not same_base(last, word):
        return False
    most = _BULLET_GAP if line.is_bullet else COLUMN_GAP
    return gap_between(last, word) <= most * max(last.height, word.height)


def _mended(lines: list[InkLine]) -> list[InkLine]:
    """Lines with the pieces put back that the file draws at another time (links, bold words).

    A piece goes where it nearly touches another one on the same baseline.
    """
    rows: dict[tuple[int, int], list[InkLine]] = {}
    mended: list[InkLine] = []
    for line in lines:
        key = (line.angle, round(line.base))
        near = [
            other
            for base in (key[1], key[1] - 1, key[1] + 1)
            for other in rows.get((line.angle, base), ())
            if other.words and _nearly_touch(other, line)
        ]
        if near:
            _put_into(near[0], line)
            for other in near[1:]:  # it filled the hole between two
                _put_into(near[0], other)
                other.words = []
        else:
            rows.setdefault(key, []).append(line)
            mended.append(line)
    return mended


def _nearly_touch(one: InkLine, other: InkLine) -> bool:
    height = max(one.height, other.height)
    gap = max(_start(other) - _end(one), _start(one) - _end(other))
    return abs(one.base - other.base) <= 0.1 * height and (
        -0.2 * height < gap <= _MENDED_GAP * height
    )


def _start(line: InkLine) -> float:
    return min(word.start for word in line.words)


def _end(line: InkLine) -> float:
    return max(word.end for word in line.words)


def _put_into(line: InkLine, piece: InkLine) -> None:
    """Merge `piece` into `line`, each kept whole unless they interlock."""
    rightwards = not is_right_to_left("".join(word.text for word in line.words + piece.words))
    before = (_start(piece) < _start(line)) == rightwards
    parts = [piece.words, line.words] if before else [line.words, piece.words]
    parts[1][0].spaced = gap_between(parts[0][-1], parts[1][0]) > WORD_GAP * line.height
    line.words = parts[0] + parts[1]
