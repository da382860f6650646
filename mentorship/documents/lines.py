"""A reading copy as threads are placed in it: its text, and which line and page each word is on."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Self

from django.db.models import QuerySet

from mentorship.documents.anchors.boxes import Sides, is_in
from mentorship.documents.anchors.selectors import Span
from mentorship.documents.models import Page, Version
from mentorship.toolbox.questions.composed import composed


class PlacedLine(NamedTuple):
    """One line: its page, its number in the document, its span in the text, its box on the page."""

    page: int
    number: int
    start: int
    end: int
    box: Sides


@composed
def lines_of(version: int) -> QuerySet[Page, tuple[int, list[Any]]]:
    """The pages of a version that a door let through: each with its number, and its lines."""
    return Page.objects.filter(version=version).values_list("number", "lines")


class ReadingCopy:
    """The text and the lines of a version."""

    def __init__(self, text: str, lines: list[PlacedLine], pages: set[int]) -> None:
        self.text = text
        self.lines = lines
        self.pages = pages
        self._starts = [line.start for line in lines]

    @classmethod
    def of(cls, version: Version) -> Self:
        """That of a ready version. One query."""
        return cls.made_of(version.text, lines_of(version.pk))

    @classmethod
    def made_of(cls, text: str, of_pages: Iterable[tuple[int, list[Any]]]) -> Self:
        """That of a text and what `lines_of` its version gave."""
        pages = dict(of_pages)
        lines = [
            PlacedLine(page, number, start, end, box)
            for page, rows in sorted(pages.items())
            for number, start, end, box, *_rest in rows
        ]
        return cls(text, lines, set(pages))

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
