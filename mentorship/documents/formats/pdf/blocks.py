"""Where one block of a page's lines ends and the next begins: the paragraphs of the flowing view."""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from mentorship.documents.formats.manuscript import Box
from mentorship.documents.formats.pdf.lines import InkLine
from mentorship.documents.formats.pdf.rows import in_one_row
from mentorship.documents.text.folding import is_right_to_left

_MARKER = re.compile(r"[•◦▪▫‣⁃∙●○■□◆◇➢➤✓✔❖–—*·-]$|[\[(]?\w{1,3}[\].)]$")
_DESCENT = 0.3  # of the step to the next line
_AROUND = 8  # lines before and after that tell how wide a column is


def mark_blocks(lines: list[InkLine], dots: Sequence[Box] = ()) -> None:
    """Set `new_block` on each of `lines`, in reading order, that does not flow on.

    dots  small shapes drawn on the page, in its points: right before a line one is its bullet.

    Boxes of neighbours that overlap are parted as well.
    """
    block: list[InkLine] = []
    for i, line in enumerate(lines):
        around = lines[max(0, i - _AROUND) : i + _AROUND]
        line.new_block = not block or _parts(block, line, around) or _has_dot(line, dots)
        if line.new_block:
            block = []
        block.append(line)
    for upper, lower in pairwise(lines):
        _share_space(upper, lower)


def _share_space(upper: InkLine, lower: InkLine) -> None:
    """Part the boxes of two lines that overlap: some fonts claim half as much as they fill."""
    overlap = upper.bottom > lower.top and upper.right > lower.left and lower.right > upper.left
    if upper.angle or lower.angle or not overlap or upper.base + 1 > lower.base:
        return
    border = upper.base + _DESCENT * (lower.base - upper.base)
    for word in upper.words:
        word.bottom = min(word.bottom, max(border, word.base))
    for word in lower.words:
        word.top = max(word.top, min(border, word.base))


def _parts(block: list[InkLine], line: InkLine, around: list[InkLine]) -> bool:
    """Whether `line` is set apart from `block`, the lines that flow together so far."""
    last = block[-1]
    if line.angle != last.angle:
        return True
    if last.words[-1].broken:
        return False
    if not 0.85 < line.height / last.height < 1.18:
        return True
    if in_one_row(last, line):
        return False
    if line.top < last.top or _is_marked(line):
        return True
    return _stands_off(block, line) or _is_indented(block, line) or _had_room(last, line, around)


def _stands_off(block: list[InkLine], line: InkLine) -> bool:
    last = block[-1]
    step = line.base - last.base
    usual = last.base - block[-2].base if len(block) > 1 else 0.0
    if usual > 0.5 * line.height:
        return step > 1.25 * usual
    return line.top - last.bottom > 0.5 * line.height


def _is_indented(block: list[InkLine], line: InkLine) -> bool:
    """Whether `line` starts elsewhere than its block; a first line may hang or stand in."""
    shift = _edge(line) - _edge(block[-1])
    slack = 0.5 * line.height
    if abs(shift) <= slack:
        return False
    if len(block) > 1:
        return True
    hangs = shift > 0 and _is_marked(block[0])
    return not (hangs or -5 * line.height < shift < 0)


def _is_marked(line: InkLine) -> bool:
    """Whether it starts with a bullet or a number, as items of a list do."""
    return len(line.words) > 1 and _MARKER.match(line.words[0].text) is not None


def _has_dot(line: InkLine, dots: Sequence[Box]) -> bool:
    """Whether one of these stands right before it."""
    return any(
        0 <= line.left - right <= 2 * line.height and line.top <= (top + bottom) / 2 <= line.bottom
        for _left, top, right, bottom in dots
    )


def _edge(line: InkLine) -> float:
    """Where it starts, growing in the direction it is read."""
    return -line.right if _is_rtl(line) else line.left


def _reach(line: InkLine) -> float:
    """Where it ends, in the same measure."""
    return -line.left if _is_rtl(line) else line.right


def _is_rtl(line: InkLine) -> bool:
    return is_right_to_left("".join([word.text for word in line.words]))


def _had_room(last: InkLine, line: InkLine, around: list[InkLine]) -> bool:
    """Whether the first word of `line` would have fitted on the line before: a chosen break.

    How far lines go here is told by the ones around that start at the same edge, but for those that
    go over what stands beside: a wide line above two columns.
    """
    first = line.words[0]
    needed = (first.right - first.left) + 0.5 * line.height
    edge, slack = _edge(last), 0.5 * last.height
    border = _border(last, line, around)
    reaches = [
        _reach(other)
        for other in around
        if abs(_edge(other) - edge) <= slack and _reach(other) <= border
    ]
    return _reach(last) + needed < max([*reaches, _reach(line)])


def _border(last: InkLine, line: InkLine, around: list[InkLine]) -> float:
    """Where a column begins that stands beside both lines; infinitely far without one."""
    beside = _beside(line, around)
    edges = [
        edge
        for edge in _beside(last, around)
        if any(abs(edge - other) <= 0.5 * line.height for other in beside)
    ]
    return min(edges, default=inf)


def _beside(line: InkLine, around: list[InkLine]) -> list[float]:
    """The edges of what is level with `line` and begins past its end."""
    return [
        _edge(other)
        for other in around
        if abs(other.base - line.base) < 0.5 * line.height and _edge(other) > _reach(line)
    ]
