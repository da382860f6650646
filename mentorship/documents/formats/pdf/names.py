"""The name on a page, which is read first although a column beside it begins higher."""

from itertools import pairwise
from statistics import median

from mentorship.documents.formats.pdf.lines import InkLine

_LARGE, _LARGER = 1.5, 1.2  # of most lines, and of all others
_HIGH = 0.35  # of the page's height
_MOST_WORDS = 6
_CLOSE = 0.8  # of a line's height: what follows a name so closely, as a role does, goes with it
_MOST_FOLLOWERS = 2


def name_first(lines: list[InkLine], page_height: float) -> list[InkLine]:
    """`lines` as they are read, but the name, and what stands close under it, before a column beside it."""
    place = _name(lines, page_height)
    if not place or any(not _is_beside(line, lines[place]) for line in lines[:place]):
        return lines
    end = place + 1
    for one, other in pairwise(lines[place : place + 1 + _MOST_FOLLOWERS]):
        if not _is_close_under(one, other):
            break
        end += 1
    return [*lines[place:end], *lines[:place], *lines[end:]]


def _name(lines: list[InkLine], page_height: float) -> int:
    """Where the one large line at the top stands that can be a name; 0 for none, or where it is first."""
    upright = [line for line in lines if not line.angle]
    if len(upright) < 2:
        return 0
    heights = sorted(line.height for line in upright)
    largest = max(upright, key=lambda line: line.height)
    stands_out = heights[-1] >= max(_LARGE * median(heights), _LARGER * heights[-2])
    words = [word.text for word in largest.words]
    is_name = len(words) <= _MOST_WORDS and not any(map(str.isdigit, "".join(words)))
    is_high = largest.top < _HIGH * page_height
    return lines.index(largest) if stands_out and is_name and is_high else 0


def _is_beside(line: InkLine, name: InkLine) -> bool:
    """Whether it stands in a column beside the name that begins no lower."""
    return not line.angle and (line.right < name.left or name.right < line.left)


def _is_close_under(one: InkLine, other: InkLine) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    gap = other.top - one.bottom
    return shared > 0 and -_CLOSE * other.height < gap < _CLOSE * other.height
