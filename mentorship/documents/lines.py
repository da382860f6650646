"""A reading copy as threads are placed in it: its text, and which line and page each word is on."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple, Self

from mentorship.documents.anchors.boxes import Sides, is_in
from mentorship.documents.anchors.selectors import Span
from mentorship.documents.models import Version


class PlacedLine(NamedTuple):
    """One line: its page, its number in the document, its span in the text, its box on the page."""

    page: int
    number: int
    start: int
    end: int
    box: Sides


class ReadingCopy:
    """The text and the lines of a version. One query."""

    def __init__(self, text: str, lines: list[PlacedLine], pages: set[int]) -> None:
        self.text = text
        self.lines = lines
        self.pages = pages
        self._starts = [line.start for line in lines]

    @classmethod
    def of(cls, version: Version) -> Self:
        """That of a ready version."""
        pages = dict(version.pages.values_list("number", "lines"))
        lines = [
            PlacedLine(page, number, start, end, box)
            for page, rows in sorted(pages.items())
            for number, start, end, box, *_rest in rows
        ]
        return cls(version.text, lines, set(pages))

    def line_at(self, offset: int) -> PlacedLine | None:
        """The line a word stands in; None in a text without lines."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)] if self.lines else None

    def lines_of(self, span: Span) -> Iterator[PlacedLine]:
        """The lines that hold something of `span`."""
        for line in self.lines[max(0, bisect_right(self._starts, span.start) - 1) :]:
            if line.start >= span.end:
                return
            yield line

    def lines_in(self, page: int, box: Sides) -> list[PlacedLine]:
        """The lines of a page that `box` holds something of."""
        return [line for line in self.lines if line.page == page and is_in(line.box, box)]
