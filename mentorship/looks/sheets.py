"""Page one as its seeker covers it: each line with its place, and the boxes she drew."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentorship.documents.models import Page
from mentorship.documents.reading.pages import Picture, pictures
from mentorship.looks import covering
from mentorship.looks.covering import Box


@dataclass(frozen=True, slots=True)
class Place:
    """A box in the page's own measure, points, as SVG draws it."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page: its words, where it lies with the margin that is covered with it."""

    number: int
    words: str
    is_covered: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Drawn:
    """One box she drew, as the form sends it, and where it lies."""

    sent: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page with all that may be covered."""

    page: Page
    pictures: tuple[Picture, ...]
    rows: tuple[Row, ...]
    drawn: tuple[Drawn, ...]


def words_by_line(page: Page, text: str) -> list[tuple[int, str]]:
    """The lines of the page: the number of each, and its words in the version's text."""
    return [(line[0], text[line[1] : line[2]].strip()) for line in page.lines]


def sheet(page: Page, text: str, *, lines: Sequence[int], drawn: Sequence[Box]) -> Sheet:
    """The page, with these lines and boxes covered."""
    covered = set(lines)
    boxes = {line[0]: covering.around(line[3]) for line in page.lines}
    rows = tuple(
        Row(number, words, number in covered, _place(boxes[number], page))
        for number, words in words_by_line(page, text)
    )
    own = tuple(Drawn(",".join(f"{one:g}" for one in box), _place(box, page)) for box in drawn)
    return Sheet(page, pictures(page), rows, own)


def _place(box: Box, page: Page) -> Place:
    left, top, right, bottom = box
    sizes = (left * page.width, top * page.height)
    spans = ((right - left) * page.width, (bottom - top) * page.height)
    return Place(*(round(one, 1) for one in (*sizes, *spans)))
