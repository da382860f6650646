"""What stands beside each other: labels and their texts, dates and their rows, the cells of a table.

Files draw them as they like: all labels first, cell by cell, or line by line across the page.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from mentorship.documents.formats.pdf.lines import InkLine
from mentorship.documents.text.folding import is_right_to_left

_TIGHT_STEP = 1.7  # of a line's height: what follows so closely is the same paragraph
_OWN_GAP = 0.3
_ROW_GAP = 1.0  # between rows of labels, dates or cells; blocks of one column stand closer
_ALIGNED = 0.4
_DATED = re.compile(r"\d{4}|\d[./]\d")
_MOST_STACKS = 60

Stack = list[InkLine]


def in_one_row(one: InkLine, other: InkLine) -> bool:
    """Whether `other` stands beside `one`, not above or below it."""
    return one.top < (other.top + other.bottom) / 2 < one.bottom


def rows_together(lines: Sequence[InkLine]) -> list[InkLine]:
    """`lines` as drawn, but columns whose blocks stand level read row by row."""
    stacks = _stacks(lines)
    if len(stacks) > _MOST_STACKS:
        return list(lines)
    _first_side_first(stacks)
    result: list[InkLine] = []
    while stacks:
        first = stacks.pop(0)
        beside: list[Stack] = []
        for other in stacks:
            if all(_apart(one, other) for one in (first, *beside)) and _level(first, other):
                beside.append(other)
        stacks = [stack for stack in stacks if not any(stack is one for one in beside)]
        result += _by_row([first, *beside]) if beside else first
    return result


def _first_side_first(stacks: list[Stack]) -> None:
    """Put a column that is drawn before the one at its left, which begins as high, after it.

    In right-to-left text the sides are changed.
    """
    text = "".join(_text(line) for stack in stacks for line in stack)
    side = -1 if is_right_to_left(text) else 1
    for end in range(len(stacks) - 1, 0, -1):
        for i in range(end):
            one, other = stacks[i], stacks[i + 1]
            if (
                side * (one[0].left - other[0].left) > 0
                and other[0].top <= one[0].top + _ALIGNED * one[0].height
                and _apart(one, other)
            ):
                stacks[i : i + 2] = _other_first(one, other)


def _other_first(one: Stack, other: Stack) -> list[Stack]:
    """`other` before `one`; but a date stays with the line that it stands beside."""
    if len(one) == 1 < len(other) and _is_dated(one) and in_one_row(one[0], other[0]):
        return [other[:1], one, other[1:]]
    return [other, one]


def _stacks(lines: Iterable[InkLine]) -> list[Stack]:
    """Lines that are drawn one under the other."""
    stacks: list[Stack] = []
    for line in lines:
        if stacks and _under(stacks[-1][-1], line):
            stacks[-1].append(line)
        else:
            stacks.append([line])
    return stacks


def _under(one: InkLine, other: InkLine) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    return not (one.angle or other.angle) and other.top > (one.top + one.bottom) / 2 and shared > 0


def _within(stack: Stack, other: Stack) -> Stack:
    """The lines of `stack` that stand beside `other`."""
    top, bottom = other[0].top - other[0].height, other[-1].bottom
    return [line for line in stack if top < line.top < bottom]


def _apart(one: Stack, other: Stack) -> bool:
    here, there = _within(one, other), _within(other, one)
    if not (here and there):
        return False
    left, right = sorted((here, there), key=lambda stack: stack[0].left)
    return max(line.right for line in left) < min(line.left for line in right)


def _starts(stack: Stack, gap: float = _OWN_GAP) -> list[InkLine]:
    """The first line of each block of it, a `gap` of its height under the one before."""
    return [
        line
        for before, line in pairwise([None, *stack])
        if line and (before is None or line.top - before.bottom > gap * line.height)
    ]


def _level(one: Stack, other: Stack) -> bool:
    """Whether each block of the one with fewer begins level with a block of the other."""
    here, there = _within(one, other), _within(other, one)
    few, many = sorted((_starts(here), _starts(there)), key=len)
    if len(few) < 2 or not (_is_told(here) or _is_told(there)):
        return False
    return all(any(_is_level(line, start) for start in many) for line in few) and any(
        _starts(stack, _ROW_GAP) == _starts(stack)
        for stack in (here, there)
        if _starts(stack) == few
    )


def _is_told(stack: Stack) -> bool:
    """Whether it can be a side of rows: not a list of lines that may as well go down the page."""
    return (
        len(stack) < 2
        or any(not _is_alike(one, other) for one, other in pairwise(_steps(stack)))
        or _is_dated(stack)
    )


def _steps(stack: Stack) -> list[float]:
    return [other.base - one.base for one, other in pairwise(stack)]


def _is_alike(one: float, other: float) -> bool:
    return abs(one - other) <= 0.1 * max(one, other)


def _is_dated(lines: Stack) -> bool:
    dated = [line for line in lines if _DATED.search(_text(line))]
    return 2 * len(dated) > len(lines)


def _is_level(one: InkLine, other: InkLine) -> bool:
    return abs(one.base - other.base) <= _ALIGNED * min(one.height, other.height)


def _text(line: InkLine) -> str:
    return " ".join(word.text for word in line.words)


def _by_row(stacks: list[Stack]) -> list[InkLine]:
    """Stacks that stand level, row by row, each row column by column."""
    right_to_left = is_right_to_left("".join(_text(line) for stack in stacks for line in stack))
    columns = sorted(stacks, key=lambda stack: min(line.left for line in stack))
    if right_to_left:
        columns.reverse()
    bottom = sorted(stack[-1].bottom for stack in stacks)[-2]
    first, *_ = stacks
    few = min((_starts(_within(stack, _other(stacks, stack))) for stack in stacks), key=len)
    tops = [line.top - _ALIGNED * line.height for line in few]
    result = [line for line in first if line.top < tops[0]]
    for top, end in pairwise([*tops, bottom]):
        cells = [[line for line in column if top <= line.top < end] for column in columns]
        result += _read_across([cell for cell in cells if cell])
    read = {id(line) for line in result}
    return [*result, *(line for stack in stacks for line in stack if id(line) not in read)]


def _other(stacks: list[Stack], stack: Stack) -> Stack:
    return next(one for one in stacks if one is not stack)


def _read_across(cells: list[Stack]) -> list[InkLine]:
    """A row: cell after cell, but a date at its end belongs to the first line."""
    if len(cells) == 2 and len(cells[1]) <= 2 and len(cells[0]) > 1 and _is_dated(cells[1]):
        return [cells[0][0], *cells[1], *cells[0][1:]]
    return [line for cell in cells for line in cell]


def cells_whole(lines: Sequence[InkLine]) -> list[InkLine]:
    """`lines` as drawn, but cells that are drawn line by line across their row one after the other.

    That a cell goes on in the next line is told by its small letter.
    """
    result: list[InkLine] = []
    pairs: list[tuple[InkLine, InkLine]] = []
    i = 0
    while i < len(lines):
        pair = (lines[i], lines[i + 1]) if i + 1 < len(lines) else None
        if pair and in_one_row(*pair) and pair[0].right < pair[1].left:
            if pairs and not _goes_on(pairs[-1], pair):
                result += _cells(pairs)
                pairs = []
            pairs.append(pair)
            i += 2
        else:
            result += [*_cells(pairs), lines[i]]
            pairs = []
            i += 1
    return result + _cells(pairs)


def _goes_on(above: tuple[InkLine, InkLine], below: tuple[InkLine, InkLine]) -> bool:
    starts = [
        abs(one.left - other.left) <= _ALIGNED * one.height
        and 0 < other.base - one.base <= _TIGHT_STEP * one.height
        for one, other in zip(above, below, strict=True)
    ]
    return all(starts) and _text(below[0])[:1].islower()


def _cells(pairs: list[tuple[InkLine, InkLine]]) -> list[InkLine]:
    return (
        [line for side in zip(*pairs, strict=True) for line in side]
        if len(pairs) > 1
        else [line for pair in pairs for line in pair]
    )
