"""What each line of a page is: a heading, a paragraph, an item of a list, a row, a caption.

Told by the page's own measures: how tall letters are against most others, how they are set, what
stands before and beside them; and by the words that head sections. Pure: lines in, claims out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from mentorship.documents.text.dating import is_dates
from mentorship.documents.text.sections import MAX_HEADING_WORDS, is_known

HEADING, PARAGRAPH, ITEM, ROW, CAPTION = "heading", "paragraph", "item", "row", "caption"
ON, BESIDE = "", "beside"  # goes on in the block of the line before; stands beside it, in its row
NAME, SECTION, PART = 1, 2, 3  # levels of headings

_LARGEST, _LARGER, _SMALLER = 1.5, 1.1, 0.87  # times the size of most letters
_MOSTLY_BOLD = 0.6  # of all letters: then bold says nothing
_MAX_HEADING = 80  # characters
_LABEL = 32
_MARK = re.compile(r"[•◦▪▫‣⁃∙●○■□◆◇➢➤✓✔❖–—*·-](?:\s|$)")
_NUMBER = re.compile(r"[\[(]?\d{1,2}[\].)]\s")
_ENDED, _ENDED_LARGE = re.compile(r"[.,;:!?…]$"), re.compile(r"[.,;…]$")
_CONTACT = re.compile(r"@|https?:|www\.|\d{5,}|\d[\d ()./-]{6,}\d")
_IN = 0.015  # of the page's width: so far in is a list within a list


class SeenLine(NamedTuple):
    """A line as its shape is told by it.

    size       of its letters, in any unit; 0 where it is not known
    is_apart   a gap, indent or size sets it apart from the line before
    goes_on    it was wrapped
    is_beside  it stands beside the line before
    is_below   it follows right below the line before, with no more space between than lines have
    """

    text: str
    left: float
    size: float
    bold: bool
    italic: bool
    is_apart: bool
    goes_on: bool
    is_beside: bool
    is_below: bool = False


class Shape(NamedTuple):
    """What a line is, as it is stored.

    kind   one of those above, said by the first line of its block
    level  of headings 1 (a name) to 3 (a role); of items how deep; of rows that of a heading, or 0
    size   0 for most letters; -1 smaller, 1 larger, 2 much larger
    apart  space sets its block apart from the one before
    """

    kind: str
    level: int
    size: int
    bold: int
    italic: int
    apart: int


@dataclass(slots=True)
class _Block:
    """Lines that are read as one, and what they are taken for."""

    lines: list[SeenLine]
    kind: str = PARAGRAPH
    level: int = 0
    cells: int = 1
    size: int = 0
    apart: bool = True

    @property
    def first(self) -> SeenLine:
        return self.lines[0]

    @property
    def length(self) -> int:
        return sum(len(line.text) + 1 for line in self.lines)


def shapes(pages: Sequence[Sequence[SeenLine]]) -> list[list[Shape]]:
    """The shape of each line of each page of a document, in reading order."""
    lines = [line for page in pages for line in page]
    body, has_bold = _usual_size(lines), _share_of_bold(lines) < _MOSTLY_BOLD
    of_pages = [_blocks(page, body) for page in pages]
    blocks = [block for page in of_pages for block in page]
    _name_items(blocks)
    _name_headings(blocks, has_bold=has_bold)
    _name_others(blocks)
    _set_apart(blocks)
    return [
        [shape for block in page for shape in _told(block, body, has_bold)] for page in of_pages
    ]


def _usual_size(lines: Sequence[SeenLine]) -> float:
    """The size of most letters: half of all are no larger."""
    sized = sorted((line.size, len(line.text)) for line in lines if line.size)
    half = sum(length for _size, length in sized) / 2
    for size, length in sized:
        half -= length
        if half <= 0:
            return size
    return 0.0


def _share_of_bold(lines: Sequence[SeenLine]) -> float:
    total = sum(len(line.text) for line in lines)
    return sum(len(line.text) for line in lines if line.bold) / total if total else 0.0


def _level_of(size: float, body: float) -> int:
    share = size / body if body and size else 1.0
    if share >= _LARGEST:
        return 2
    if share >= _LARGER:
        return 1
    return -1 if share <= _SMALLER else 0


def _blocks(page: Sequence[SeenLine], body: float) -> list[_Block]:
    blocks: list[_Block] = []
    for place, line in enumerate(page):
        after = page[place + 1] if place + 1 < len(page) else None
        if blocks and line.goes_on:
            blocks[-1].lines.append(line)
        elif blocks and line.is_beside and _makes_row(blocks[-1], line, after):
            blocks[-1].lines.append(line)
            blocks[-1].cells += 1
        else:
            blocks.append(_Block([line], size=_level_of(line.size, body)))
    return blocks


def _makes_row(block: _Block, line: SeenLine, after: SeenLine | None) -> bool:
    """Whether `line` belongs to the row that `block` begins: one of the two is a date or a label."""
    if len(block.lines) > block.cells:  # the cell before has lines below it
        return False
    if _MARK.fullmatch(block.first.text):
        return True
    is_wrapped = after is not None and after.goes_on
    labels = [block.lines[-1].text] if is_wrapped else [block.lines[-1].text, line.text]
    return any(len(text) <= _LABEL for text in labels)


def _name_items(blocks: Sequence[_Block]) -> None:
    """Those that begin with a bullet, or with a number as their neighbour does."""
    numbered = [bool(_NUMBER.match(block.first.text)) for block in blocks]
    outer = 0.0
    for place, block in enumerate(blocks):
        beside = numbered[max(0, place - 1) : place] + numbered[place + 1 : place + 2]
        if not (_MARK.match(block.first.text) or (numbered[place] and any(beside))):
            continue
        follows = place > 0 and blocks[place - 1].kind == ITEM
        outer = min(outer, block.first.left) if follows else block.first.left
        block.kind = ITEM
        block.level = int(block.first.left > outer + _IN)


def _name_headings(blocks: Sequence[_Block], *, has_bold: bool) -> None:
    """Sections by their words, size or capitals; below them what is bold; a name above all."""
    found = [block for block in blocks if block.kind != ITEM and _may_head(block)]
    sections = [block.first.size for block in found if is_known(block.first.text)]
    least = max(sections, default=0.0) * 0.95
    has_name = False
    for block in found:
        if not has_name and block.size == 2 and not is_known(block.first.text):
            block.level, has_name = NAME, True
        elif _heads_section(block, least):
            block.level = SECTION
        elif block.size > 0 or (has_bold and block.first.bold) or _is_dated(block):
            block.level = PART
        if block.level:
            block.kind = HEADING if block.cells == 1 else ROW
    _lower_what_is_below_the_name(blocks)


def _is_dated(block: _Block) -> bool:
    """Whether it is a row that ends in dates: a role, a course."""
    return block.cells > 1 and is_dates(block.lines[-1].text)


def _lower_what_is_below_the_name(blocks: Sequence[_Block]) -> None:
    """What stands right below a name heads nothing, unless it is known to."""
    below = False
    for block in blocks:
        if block.level == NAME and block.kind == HEADING:
            below = True
        elif below and block.kind == HEADING and not is_known(block.first.text):
            block.kind, block.level, below = CAPTION, 0, False
        else:
            below = False


def _may_head(block: _Block) -> bool:
    text, ended = block.first.text, _ENDED_LARGE if block.size > 0 else _ENDED
    if len(block.lines) > block.cells and not (block.size > 0 and len(block.lines) == 2):
        return False
    return (
        len(text) <= _MAX_HEADING
        and len(text.split()) <= 2 * MAX_HEADING_WORDS
        and any(map(str.isalpha, text))
        and not (ended.search(text) or _CONTACT.search(text) or is_dates(text))
    )


def _heads_section(block: _Block, least: float) -> bool:
    """Whether it says what heads sections, or looks as those do; least is the size of theirs."""
    line = block.first
    if is_known(line.text):
        return line.is_apart or block.size > 0 or line.bold
    if block.size > 0:
        return line.size >= least
    return line.is_apart and block.cells == 1 and _is_capitals(line.text)


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters)


def _name_others(blocks: Sequence[_Block]) -> None:
    """Rows; captions: dates alone, and what is short and small or slanted."""
    for block in blocks:
        if block.kind != PARAGRAPH:
            continue
        if block.cells > 1:
            block.kind = ITEM if _MARK.fullmatch(block.first.text) else ROW
        elif len(block.lines) == 1 and _is_caption(block):
            block.kind = CAPTION


def _is_caption(block: _Block) -> bool:
    line = block.first
    is_brief = block.length <= 2 * _MAX_HEADING and not _CONTACT.search(line.text)
    return is_dates(line.text) or (is_brief and (line.italic or block.size < 0))


def _set_apart(blocks: Sequence[_Block]) -> None:
    """Lines of an address or a list that follow each other stay together; paragraphs do not."""
    for before, block in pairwise(blocks):
        is_brief = len(before.lines) == before.cells and len(block.lines) == block.cells
        block.apart = not (block.first.is_below and (is_brief or block.kind == ITEM))


def _told(block: _Block, body: float, has_bold: bool) -> Iterator[Shape]:
    for place, line in enumerate(block.lines):
        bold, apart = int(line.bold and has_bold), int(block.apart and not place)
        look = (_level_of(line.size, body), bold, int(line.italic), apart)
        if not place:
            yield Shape(block.kind, block.level, *look)
        else:
            yield Shape(BESIDE if line.is_beside and not line.goes_on else ON, 0, *look)
