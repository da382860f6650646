"""The order in which a page's lines are read: that of its structure, when it has one that makes sense.

Other files draw their columns one after the other, so drawing order is kept wherever the page does
not contradict it: what stands above, in the same column, is read first.
"""

from collections import defaultdict
from heapq import heapify, heappop, heappush
from itertools import groupby, pairwise
from statistics import median

from mentorship.documents.formats.pdf.lines import InkLine
from mentorship.documents.formats.pdf.names import name_first
from mentorship.documents.formats.pdf.rows import cells_whole, in_one_row, rows_together
from mentorship.documents.formats.pdf.tagged import as_structured, turns

_MOST_LINES = 600  # all pairs are compared; a page beyond that keeps its drawing order
_SHARED = 0.25  # of the narrower of two lines: so much stands one above the other
_COLUMN = 0.3  # of the page's width: what is narrower holds labels or dates, not prose
_COLUMN_ROWS = 3
_BAND = 0.6  # of a line's height: white across the page between what stands above and below
_FOOT = 0.92  # of the page's height


def in_reading_order(lines: list[InkLine], page_width: float, page_height: float) -> list[InkLine]:
    """`lines`, given as they are drawn, as they are read.

    As the page's structure has them, if that goes back up the page no more often than its look asks.
    """
    if len(lines) > _MOST_LINES:
        return lines
    seen, structured = _as_seen(lines, page_width), as_structured(lines)
    ordered = structured if structured and turns(structured) <= turns(seen) else seen
    return name_first(_feet_last(ordered, page_height), page_height)


def _as_seen(lines: list[InkLine], page_width: float) -> list[InkLine]:
    """By where they stand."""
    lines = cells_whole(rows_together(_columns_apart(lines, page_width)))
    below = _below(lines)
    _heads(lines, below)
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
        and in_one_row(one, other)
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


def _heads(lines: list[InkLine], below: dict[int, list[int]]) -> None:
    """Let a column that begins under a band of white wait for all that stands above the band.

    So a heading, or a name, that is drawn last is read before what it heads beside it.
    """
    followers = {j for each in below.values() for j in each}
    upright = [i for i, line in enumerate(lines) if not line.angle]
    for j in upright:
        if j in followers or not _has_neighbour(lines, upright, j):
            continue
        top, height = lines[j].top, lines[j].height
        if any(
            lines[i].top < top - 0.1 * height and lines[i].bottom > top - _BAND * height
            for i in upright
        ):
            continue
        for i in upright:
            if lines[i].bottom <= top - _BAND * height:
                below[i].append(j)


def _has_neighbour(lines: list[InkLine], upright: list[int], j: int) -> bool:
    """Whether another column begins beside it."""
    return any(i != j and in_one_row(lines[i], lines[j]) for i in upright)


def _feet_last(lines: list[InkLine], page_height: float) -> list[InkLine]:
    """`lines` with what stands at the foot of the page, apart from the rest, after it."""
    feet = [line for line in lines if line.top > _FOOT * page_height and not line.angle]
    body = [line for line in lines if not any(line is foot for foot in feet)]
    if not (feet and body):
        return lines
    lowest = max(line.bottom for line in body)
    if min(line.top for line in feet) - lowest < max(line.height for line in feet):
        return lines
    return [*body, *feet]
