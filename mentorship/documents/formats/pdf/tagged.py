"""Lines in the order of a tagged page's structure.

What a program writes as one story it may draw in any order; its structure keeps the story's. Some
structures tell too little, and some break a story where a box is fastened to it.
"""

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from mentorship.documents.formats.pdf.lines import InkLine
from mentorship.documents.formats.pdf.rows import in_one_row

_TAGGED = 0.9  # of a page's words: else the structure tells too little of it


def as_structured(lines: Sequence[InkLine]) -> list[InkLine]:
    """`lines`, given as they are drawn, as the page's structure has them; none when it tells too little.

    A line that is in no structure, as the number of a page, stays with the one drawn before it.
    """
    words = [word for line in lines for word in line.words]
    if sum(word.place is not None for word in words) < _TAGGED * len(words):
        return []
    place = -1
    placed = []
    for line in lines:
        place = next((word.place for word in line.words if word.place is not None), place)
        placed.append((place, line))
    return [line for _, line in sorted(placed, key=itemgetter(0))]


def turns(lines: Sequence[InkLine]) -> int:
    """How often an eye that reads these in turn goes back up the page."""
    return sum(
        other.top < (one.top + one.bottom) / 2 and not in_one_row(one, other)
        for one, other in pairwise(lines)
    )
