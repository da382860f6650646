"""Boxes on a page, as fractions of it: which lines are in one, and where it goes when they move."""

from collections.abc import Iterable, Sequence

Box = Sequence[float]  # left, top, right, bottom


def is_in(line: Box, box: Box) -> bool:
    """Whether the middle of a line's box is in `box`."""
    across, down = (line[0] + line[2]) / 2, (line[1] + line[3]) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def around(boxes: Iterable[Box]) -> list[float]:
    """The smallest box that holds all of these, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return [min(lefts), min(tops), max(rights), max(bottoms)]


def is_same(box: Box, other: Box) -> bool:
    """Whether nobody would see a difference: less than a hundredth of the page at each side."""
    return all(abs(one - two) < 0.01 for one, two in zip(box, other, strict=True))


def moved(box: Box, old: Box, new: Box) -> list[float]:
    """`box` with the margins it had around `old`, around `new`; nothing of it off the page."""
    shifted = [side + (after - before) for side, before, after in zip(box, old, new, strict=True)]
    return [min(1.0, max(0.0, side)) for side in shifted]
