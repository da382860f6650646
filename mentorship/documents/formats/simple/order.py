"""What is wrong with the order in which the lines of a page are drawn, told by where they stand.

A line is known by its place among those of the page, which is where a careful reader comes to it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentorship.documents.formats.manuscript import Box

_FEWEST_TURNS = 3  # from one column to the other and back
_MOST_BETWEEN = 4  # lines of other columns
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_ALIGNED = 0.012  # of the page's width
_FEWEST_DATES = 2
_FAR = 3  # lines between a date and what stands beside it
_LONGEST_DATE = 32  # characters
_YEAR = re.compile(r"(?:19|20)\d\d|\d[./]\d\d")


@dataclass(frozen=True, slots=True)
class Stop:
    """A line where the order in which they are drawn comes to it: twice, when it comes again.

    opens  software begins a new line with it
    """

    line: int
    box: Box
    opens: bool
    text: str


def interleaved(stops: Sequence[Stop]) -> set[int]:
    """Lines of columns that are drawn in turn, so that software reads across from one to the other."""
    first = _first(stops)
    boxes = {stop.line: stop.box for stop in stops}
    order = [stop.line for stop in stops]
    found: set[int] = set()
    chain: set[int] = set()
    turns, after = 0, -1
    for line in sorted(first):
        between = _between(order, first, line)
        if not (between and _beside(between, boxes, line)):
            continue
        if between[0] != after:  # what stands there goes on with nothing: dates, a label
            chain, turns = set(), 0
        chain |= {line, line + 1, *between}
        turns += 1
        after = between[-1] + 1
        if turns >= _FEWEST_TURNS:
            found |= chain
    return found


def _between(order: list[int], first: dict[int, int], line: int) -> list[int]:
    """What is drawn between `line` and the one that a reader reads next; nothing when that is too much."""
    if line + 1 not in first or not 1 < first[line + 1] - first[line] <= _MOST_BETWEEN + 1:
        return []
    return order[first[line] + 1 : first[line + 1]]


def _beside(between: list[int], boxes: dict[int, Box], line: int) -> bool:
    """Whether all of them stand beside `line` and the next one, which stand below each other."""
    one, other = boxes[line], boxes[line + 1]
    is_below = not _apart(one, other) and other[1] > one[1]
    return is_below and all(
        _apart(boxes[each], one)
        and _apart(boxes[each], other)
        and boxes[each][3] > one[1]
        and boxes[each][1] < other[3]
        for each in between
    )


def _apart(one: Box, other: Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0]


def table_rows(stops: Sequence[Stop]) -> set[int]:
    """Lines of rows with three cells or more, one below the other, that software reads across."""
    found: set[int] = set()
    table: list[list[Stop]] = []
    for row in [*_rows(stops), []]:
        if table and not _same_cells(table[-1], row):
            if len(table) >= _FEWEST_ROWS:
                found |= {stop.line for each in table for stop in each}
            table = []
        if len(row) >= _FEWEST_CELLS:
            table.append(row)
    return found


def _rows(stops: Sequence[Stop]) -> Iterator[list[Stop]]:
    row: list[Stop] = []
    for stop in stops:
        if stop.opens and row:
            yield row
            row = []
        row.append(stop)
    if row:
        yield row


def _same_cells(one: list[Stop], other: list[Stop]) -> bool:
    """Whether the cells of two rows stand below each other, by their left or right edges."""
    return len(one) == len(other) and all(
        any(abs(above.box[edge] - below.box[edge]) <= _ALIGNED for edge in (0, 2))
        for above, below in zip(one, other, strict=True)
    )


def astray(stops: Sequence[Stop]) -> set[int]:
    """Dates that are drawn apart from what stands beside them; none where it is only one."""
    first = _first(stops)
    by_line = {stop.line: stop for stop in stops}
    dates = {line for line, stop in by_line.items() if _is_date(stop.text)}
    found = {
        line
        for line in dates
        if (
            partners := [
                each for each in by_line if _is_level(by_line, line, each) and each not in dates
            ]
        )
        and min(abs(first[each] - first[line]) for each in partners) > _FAR
        and not _follows(stops, first[line], dates)
    }
    return found if len(found) >= _FEWEST_DATES else set()


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST_DATE and _YEAR.search(text) is not None


def _is_level(by_line: dict[int, Stop], line: int, other: int) -> bool:
    one, two = by_line[line].box, by_line[other].box
    return line != other and _apart(one, two) and one[1] < (two[1] + two[3]) / 2 < one[3]


def _follows(stops: Sequence[Stop], at: int, dates: set[int]) -> bool:
    """Whether a date is drawn right before or after a line that a reader reads before or after it."""
    line = stops[at].line
    near = [stop.line for stop in stops[max(at - 1, 0) : at + 2]]
    return any(abs(each - line) == 1 and each not in dates for each in near)


def _first(stops: Sequence[Stop]) -> dict[int, int]:
    """Where each line is first come to."""
    return {stop.line: place for place, stop in reversed(list(enumerate(stops)))}
