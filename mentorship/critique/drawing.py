"""Boxes drawn on a page: left, top, right and bottom as fractions of it."""

from collections.abc import Sequence
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
