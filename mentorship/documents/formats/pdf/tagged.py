"""Lines in the order of a tagged page's structure.

What a program writes as one story it may draw in any order; its structure keeps the story's. Some
structures are guesses of a machine, or tell too little: these are not followed.
"""

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from mentorship.documents.formats.pdf.lines import InkLine

_TAGGED = 0.9  # of a page's words: else the structure tells too little of it
_BACK = 0.05  # of the steps from line to line may go up within a column
_SHARED = 0.25  # of the narrower of two lines: so much stands one above the other


def as_structured(lines: Sequence[InkLine]) -> list[InkLine] | None:
    """`lines`, given as they are drawn, as the page's structure has them; None when it makes no sense.

    A line that is in no structure, as the number of a page, stays with the one drawn before it.
    """
    words = [word for line in lines for word in line.words]
    tagged = sum(word.place is not None for word in words)
    if not tagged or tagged < _TAGGED * len(words):
        return None
    place = -1
    placed = []
    for line in lines:
        place = next((word.place for word in line.words if word.place is not None), place)
        placed.append((place, line))
    ordered = [line for _, line in sorted(placed, key=itemgetter(0))]
    return ordered if _is_sane(ordered) else None


def _is_sane(lines: Sequence[InkLine]) -> bool:
    """Whether hardly any line stands over the one before it, in the same column."""
    back = sum(_goes_up(one, other) for one, other in pairwise(lines))
    return back <= _BACK * len(lines)


def _goes_up(one: InkLine, other: InkLine) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    narrower = min(one.right - one.left, other.right - other.left)
    return other.bottom <= (one.top + one.bottom) / 2 and shared > _SHARED * narrower
