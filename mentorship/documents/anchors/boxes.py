"""Boxes on a page, as fractions of it: drawn, which lines are in one, and where it goes when they move."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

LEAST = 0.005  # of the page's width or height: a hairline, four points of an A4 page
DIGITS = 4  # a fraction of a pixel


class Flaw(StrEnum):
    """What can be wrong with four numbers that should be a box."""

    NOT_ON_PAGE = "not-on-page"
    TOO_SMALL = "too-small"


class Box(NamedTuple):
    """A part of a page; each number between 0 and 1, counted from the upper left."""

    left: float
    top: float
    right: float
    bottom: float


def box_of(numbers: Sequence[float]) -> Box | Flaw:
    """The box that these numbers are, or why they are none."""
    if len(numbers) != 4 or not all(0 <= number <= 1 for number in numbers):
        return Flaw.NOT_ON_PAGE
    box = Box(*(round(number, DIGITS) for number in numbers))
    if box.right < box.left or box.bottom < box.top:
        return Flaw.NOT_ON_PAGE
    if box.right - box.left < LEAST or box.bottom - box.top < LEAST:
        return Flaw.TOO_SMALL
    return box


def numbers_in(text: str) -> tuple[float, ...]:
    """The numbers of "0.1,0.2,0.5,0.4"; none when one of them cannot be read."""
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        return ()


Sides = Sequence[float]  # left, top, right, bottom


def is_in(line: Sides, box: Sides) -> bool:
    """Whether `box` holds something of a line: its middle from above, and any part of it across.

    `covered` in box-geometry.js is the same rule; both are tried with `lines_in_boxes.json`.
    """
    down = (line[1] + line[3]) / 2
    return line[0] <= box[2] and line[2] >= box[0] and box[1] <= down <= box[3]


def around(boxes: Iterable[Sides]) -> list[float]:
    """The smallest box that holds all of these, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return [min(lefts), min(tops), max(rights), max(bottoms)]


def is_same(box: Sides, other: Sides) -> bool:
    """Whether nobody would see a difference: less than a hundredth of the page at each side."""
    return all(abs(one - two) < 0.01 for one, two in zip(box, other, strict=True))


def moved(box: Sides, old: Sides, new: Sides) -> list[float]:
    """`box` with the margins it had around `old`, around `new`; nothing of it off the page."""
    shifted = [side + (after - before) for side, before, after in zip(box, old, new, strict=True)]
    return [min(1.0, max(0.0, side)) for side in shifted]
