"""How large the pictures of a page are, told before they are drawn."""

from math import sqrt

# US Letter and A4 are about 900 pixels wide at 1x; at 2x they have 200 dots per inch, and less than 4
# million in all.
_PIXELS_PER_POINT = {1: 1.5, 2: 200 / 72}
_MOST_PIXELS = {1: 1_200_000, 2: 4_000_000}
_LONGEST_SIDE = 4096


def size_drawn(width: float, height: float, scale: int, coarser: float = 1.0) -> tuple[int, int]:
    """Columns and rows of the picture of a page of so many points, within 4096 pixels a side.

    coarser  what part of its usual width, where it would be too heavy
    """
    zoom = coarser * min(
        _PIXELS_PER_POINT[scale],
        sqrt(_MOST_PIXELS[scale] / (width * height)),
        _LONGEST_SIDE / max(width, height),
    )
    return max(1, round(width * zoom)), max(1, round(height * zoom))
