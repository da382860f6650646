"""The words of a source that we typeset, numbered: so that its page only has to say where each lies.

A page that we made is a picture of words we know. Reading it again would give them in the order of
the ink, and by the shapes of its letters. So each piece of a word goes to the typesetter as a link
to its number, and the PDF says where that link is; `places.py` finds it there.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from mentorship.documents.formats.blocks import Block
from mentorship.documents.formats.runs import BREAK, Run
from mentorship.documents.text.folding import SPACES, is_ideograph, is_mark

BULLETS = "•–"  # of lists in each other, by turns
SOFT_HYPHEN = "\u00ad"  # where a word may be broken: nothing is, here
# A line may end after these (UAX 14); after others that break a word the place of both halves is guessed.
BREAKABLE = re.compile(r"[-–—/?&=_.,:;#@|+~%)\]]+(?=[^-–—/?&=_.,:;#@|+~%)\]])")
JOINERS = "\u200d\u200c"
WORD_JOINER = "\u2060"  # no line ends here
SHORT = 24  # letters: no shorter word is parted; longer ones are addresses
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """What the typesetter keeps in one line: a word, or a part of one. Its number is its place.

    block      of which paragraph it is; a bullet belongs to the paragraph it opens
    spaced     white space stands before it
    is_broken  its author ended the line before it
    is_note    it stands at the foot of the page
    """

    text: str
    block: int
    spaced: bool
    is_broken: bool = False
    is_note: bool = False


Pieces = tuple[Piece, ...]


def number_pieces(blocks: list[Block]) -> tuple[list[Block], Pieces]:
    """`blocks` with the pieces of their words numbered, as the template takes them, and the pieces."""
    numbering = _Numbering()
    return numbering.blocks(blocks, 0), tuple(numbering.pieces)


class _Numbering:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.places = count(1)
        self.block = 0
        self.opened = False  # by a bullet whose paragraph is still to come
        self.spaced = True
        self.is_broken = False

    def blocks(self, blocks: list[Block], depth: int) -> list[Block]:
        return [self.one(block, depth) for block in blocks]

    def one(self, block: Block, depth: int) -> Block:
        if "runs" in block:
            self.open()
            return block | {"runs": self.runs(block["runs"], is_note=False)}
        if "items" in block:
            return self.listed(block, depth)
        if "cells" in block:
            cells = [
                cell | {"blocks": self.blocks(cell["blocks"], depth)} for cell in block["cells"]
            ]
            return block | {"cells": cells}
        return (
            block | {"blocks": self.blocks(block["blocks"], depth)} if "blocks" in block else block
        )

    def open(self) -> None:
        """Begin a paragraph; the first one of an item is the bullet's."""
        if not self.opened:
            self.block = next(self.places)
        self.opened, self.spaced, self.is_broken = False, True, False

    def listed(self, block: Block, depth: int) -> Block:
        items: list[Block] = []
        for number, inner in enumerate(block["items"], block.get("start", 1)):
            self.opened = False
            self.open()
            mark = self.piece(_mark(block, number, depth), is_note=False)
            self.opened = True
            items.append({"mark": mark, "blocks": self.blocks(inner, depth + 1)})
            self.opened = False
        return block | {"items": items, "rtl": _runs_leftwards(block["items"])}

    def runs(self, runs: list[Run], *, is_note: bool) -> list[Run]:
        return [self.run(run, is_note=is_note) for run in runs]

    def run(self, run: Run, *, is_note: bool) -> Run:
        if "note" in run:
            return {"note": self.note(run["note"])}
        if run.get("t") == BREAK:
            self.spaced = self.is_broken = True
        elif "t" in run:
            return {"s": run["s"], "parts": list(self.parts(run["t"], is_note=is_note))}
        return run

    def note(self, runs: list[Run]) -> list[Run]:
        """A footnote: a paragraph of its own, after which the one it hangs on goes on."""
        before = self.block, self.spaced, self.is_broken
        self.block, self.spaced, self.is_broken = next(self.places), True, False
        numbered = self.runs(runs, is_note=True)
        self.block, self.spaced, self.is_broken = before
        return numbered

    def parts(self, text: str, *, is_note: bool) -> Iterator[str | list[int | str]]:
        """`text` as the template takes it: spaces as they are, pieces as [number, text]."""
        plain = text.replace(SOFT_HYPHEN, "").translate(LIGATURES)
        for part in _cut(unicodedata.normalize("NFC", plain)):
            if part[0] in SPACES:
                self.spaced = True
                yield part
            else:
                yield self.piece(part, is_note=is_note)

    def piece(self, text: str, *, is_note: bool) -> list[int | str]:
        self.pieces.append(Piece(text, self.block, self.spaced, self.is_broken, is_note))
        self.spaced = self.is_broken = False
        shown = BREAKABLE.sub(rf"\g<0>{WORD_JOINER}", text)
        return [len(self.pieces) - 1, shown]


def _cut(text: str) -> Iterator[str]:
    """`text` in pieces that no line's end parts, and the spaces between them."""
    for is_space, run in _spaces_apart(text):
        if is_space:
            yield run
            continue
        start = 0
        for border in _borders(run):
            yield run[start:border]
            start = border
        yield run[start:]


def _spaces_apart(text: str) -> Iterator[tuple[bool, str]]:
    start = 0
    for place in range(1, len(text) + 1):
        is_space = text[start] in SPACES
        if place == len(text) or (text[place] in SPACES) != is_space:
            yield is_space, text[start:place]
            start = place


def _borders(word: str) -> list[int]:
    """Where `word` may be parted at the end of a line: in scripts without spaces, at every cluster."""
    is_long = len(word) > SHORT
    borders = {found.end() for found in BREAKABLE.finditer(word)} if is_long else set()
    for place in range(1, len(word)):
        before, char = word[place - 1], word[place]
        if is_joined(before, char):
            borders.discard(place)
        elif has_no_spaces(before) or has_no_spaces(char):
            borders.add(place)
    return sorted(borders)


def is_joined(before: str, char: str) -> bool:
    """Whether two characters are one sign: an accent or a vowel and its letter."""
    return (
        before in JOINERS
        or char in JOINERS
        or is_mark(char)
        or unicodedata.category(char) in {"Mn", "Me", "Mc", "Cf"}
        or char in "ะาำๆຳະາ"  # Thai and Lao vowels that are letters to Unicode
        or before in "เแโใไເແໂໃໄ"  # and those that stand before the letter they are said after
    )


def has_no_spaces(char: str) -> bool:
    """Whether words of the script of `char` follow each other without spaces, so lines end anywhere."""
    return (
        is_ideograph(char)
        or "\u0e00" <= char <= "\u0eff"
        or "\u1000" <= char <= "\u109f"
        or ("\u1780" <= char <= "\u17ff")
    )


def _mark(block: Block, number: int, depth: int) -> str:
    if block["k"] == "list":
        return BULLETS[depth % len(BULLETS)]
    return re.sub("[1aAiI]", lambda found: counted(number, found[0]), block["numbering"], count=1)


def counted(number: int, kind: str) -> str:
    """`number` as lists are counted: by "1", "a", "A", "i" or "I"."""
    if kind == "1" or number < 1:
        return str(number)
    said = _roman(number) if kind in "iI" else _letters(number)
    return said.upper() if kind.isupper() else said


def _letters(number: int) -> str:
    said = ""
    while number:
        number, place = divmod(number - 1, 26)
        said = chr(ord("a") + place) + said
    return said


def _roman(number: int) -> str:
    said = ""
    for worth, letters in ROMAN:
        said += letters * (number // worth)
        number %= worth
    return said


def _runs_leftwards(items: list[list[Block]]) -> bool:
    return any(item[0].get("rtl", False) for item in items if item)
