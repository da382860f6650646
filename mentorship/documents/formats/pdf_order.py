"""The order in which a page's lines are read, and where one block ends and the next begins.

Files draw their columns one after the other, so drawing order is kept wherever the page does
not contradict it: what stands above, in the same column, is read first.
"""

import re
from collections import defaultdict
from heapq import heapify, heappop, heappush
from itertools import groupby, pairwise
from statistics import median

from mentorship.documents.formats.pdf_lines import InkLine
from mentorship.documents.text.folding import is_right_to_left

_MOST_LINES = 600  # all pairs are compared; a page beyond that keeps its drawing order
_SHARED = 0.25  # of the narrower of two lines: so much stands one above the other
_COLUMN = 0.3  # of the page's width: what is narrower holds labels or dates, not prose
_COLUMN_ROWS = 4
_DESCENT = 0.3  # of the step to the next line
_MARKER = re.compile(r"[•◦▪▫‣⁃∙●○■□◆◇➢➤✓✔❖–—*·-]$|[\[(]?\w{1,3}[\].)]$")


def in_reading_order(lines: list[InkLine], page_width: float) -> list[InkLine]:
    """`lines`, given as they are drawn, as they are read."""
    if len(lines) > _MOST_LINES:
        return lines
    lines = _columns_apart(lines, page_width)
    below = _below(lines)
    waits_for = [0] * len(lines)
    for followers in below.values():
        for j in followers:
            waits_for[j] += 1
    ready = [i for i, count in enumerate(waits_for) if not count]
    heapify(ready)
    ordered = []
    while ready:
        i = heappop(ready)
        ordered.append(lines[i])
        for j in below[i]:
            waits_for[j] -= 1
            if not waits_for[j]:
                heappush(ready, j)
    return ordered


def _below(lines: list[InkLine]) -> dict[int, list[int]]:
    """For each upright line the ones that stand under it, by index.

    It cannot go round in a circle: a line's middle is above the top of all that follow it.
    """
    below: dict[int, list[int]] = defaultdict(list)
    shapes = [
        (line.left, line.right, line.top, (line.top + line.bottom) / 2, line.right - line.left)
        for line in lines
    ]
    upright = [i for i, line in enumerate(lines) if not line.angle]
    for i in upright:
        left, right, _, middle, width = shapes[i]
        for j in upright:
            other_left, other_right, top, _, other_width = shapes[j]
            if middle < top:
                shared = min(right, other_right) - max(left, other_left)
                if shared > _SHARED * min(width, other_width):
                    below[i].append(j)
    return below


def _columns_apart(lines: list[InkLine], page_width: float) -> list[InkLine]:
    """`lines` with columns of prose that are drawn row by row put one after the other.

    Rows of a title and a date, or of a label and its values, stay rows: one side is narrow.
    """
    least = _COLUMN * page_width
    gutters = [
        (one.right + other.left) / 2
        for one, other in pairwise(lines)
        if one.right < other.left
        and _in_one_row(one, other)
        and min(one.right - one.left, other.right - other.left) >= least
    ]
    if len(gutters) < _COLUMN_ROWS:
        return lines
    gutter = median(gutters)
    result: list[InkLine] = []
    for across, lines_of in groupby(lines, key=lambda line: line.left < gutter < line.right):
        group = list(lines_of)
        result += group if across else sorted(group, key=lambda line: line.left >= gutter)
    return result


def _in_one_row(one: InkLine, other: InkLine) -> bool:
    return one.top < (other.top + other.bottom) / 2 < one.bottom


def mark_blocks(lines: list[InkLine]) -> None:
    """Set `new_block` on each line that does not flow on from the line before it."""
    block: list[InkLine] = []
    for line in lines:
        line.new_block = not block or _parts(block, line)
        if line.new_block:
            block = []
        else:
            _share_space(block[-1], line)
        block.append(line)


def _share_space(upper: InkLine, lower: InkLine) -> None:
    """Part the boxes of two lines that overlap: some fonts claim half as much as they fill."""
    if upper.angle or upper.bottom <= lower.top or upper.base + 1 > lower.base:
        return
    border = upper.base + _DESCENT * (lower.base - upper.base)
    for word in upper.words:
        word.bottom = min(word.bottom, max(border, word.base))
    for word in lower.words:
        word.top = max(word.top, min(border, word.base))


def _parts(block: list[InkLine], line: InkLine) -> bool:
    """Whether `line` is set apart from `block`, the lines that flow together so far."""
    last = block[-1]
    if line.angle != last.angle:
        return True
    if last.words[-1].broken:
        return False
    if not 0.85 < line.height / last.height < 1.18:
        return True
    if _in_one_row(last, line):
        return False
    if line.top < last.top or _is_marked(line):
        return True
    return _stands_off(block, line) or _is_indented(block, line) or _had_room(block, line)


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


def _edge(line: InkLine) -> float:
    """Where it starts, growing in the direction it is read."""
    return -line.right if _is_rtl(line) else line.left


def _is_rtl(line: InkLine) -> bool:
    return is_right_to_left("".join(word.text for word in line.words))


def _had_room(block: list[InkLine], line: InkLine) -> bool:
    """Whether the first word of `line` would have fitted on the line before: a chosen break."""
    last, first = block[-1], line.words[0]
    needed = (first.right - first.left) + 0.5 * line.height
    if _is_rtl(line):
        return last.left - needed > min(other.left for other in [*block, line])
    return last.right + needed < max(other.right for other in [*block, line])
