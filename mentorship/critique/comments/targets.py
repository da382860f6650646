"""From what a browser says it points at to the place in the version's text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from mentorship.critique.models import Placement
from mentorship.documents.anchors.boxes import Box, Flaw, box_of
from mentorship.documents.anchors.offsets import code_points
from mentorship.documents.anchors.selectors import Quote, Span, quote_of, without_blank_ends
from mentorship.documents.models import Page, Version
from mentorship.documents.reading.kept_pages import kept
from mentorship.documents.reading.pages import ShownPage
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.refused import Refused

NOTHING = Quote("", "", "")
PageLines = tuple[int, Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Target:
    """What a browser points at: lines by number, offsets in UTF-16 units within their words.

    line             the first line; None for the whole document, a question or a page
    start, end       within the first and the last line; None for all of it
    end_line         the last line; None for the first
    question         number of the round's question, from 1
    page             its number, where no line is meant
    box              a part of that page, as fractions of it: see `anchors.boxes.Box`; None for all of it
    """

    line: int | None = None
    start: int | None = None
    end_line: int | None = None
    end: int | None = None
    question: int | None = None
    page: int | None = None
    box: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """The place in a version's text; everything empty for the whole document.

    A page, or a box on it, is no place in the text: it has neither line nor span nor quote.
    """

    line: int | None = None
    page: int | None = None
    span: Span | None = None
    quote: Quote = NOTHING
    box: Box | None = None

    def placement(self, version: Version) -> Placement:
        """The row that keeps it, still without its thread."""
        return Placement(
            version=version,
            quote=self.quote.text,
            prefix=self.quote.prefix,
            suffix=self.quote.suffix,
            start=self.span.start if self.span else None,
            end=self.span.end if self.span else None,
            line=self.line,
            page=self.page,
            box=list(self.box) if self.box else None,
        )


def spot_of(place: Target, version: Version, pages: Iterable[PageLines] | None = None) -> Spot:
    """Where `place` is in the version's text. One query, none for the whole document.

    pages  what `known_lines` or `lines_by_page` gave, where it was asked for before

    Raises Refused (422): "no-place" for a line or a page that is not there or a box beside its
    page, "too-small" for a box that nobody could see.
    """
    if place.line is None:
        return _on_page(place, version)
    lines = _lines(lines_by_page(version) if pages is None else pages)
    first, last = place.line, place.end_line or place.line
    if first not in lines or last not in lines or last < first:
        raise Refused("no-place", _("There is no such line. Choose it again."), status=422)
    page, start, end = lines[first]
    _page, last_start, last_end = lines[last]
    text = version.text
    if place.end is not None:
        end = last_start + code_points(text[last_start:last_end], place.end)
    else:
        end = last_end
    if place.start is not None:
        start += code_points(text[start : lines[first][2]], place.start)
    span = without_blank_ends(Span(start, max(start, end)), text)
    if span.start == span.end:  # nothing but blanks was selected: the line is meant
        span = Span(*lines[first][1:])
    return Spot(first, page, span, quote_of(span, text))


def _on_page(place: Target, version: Version) -> Spot:
    """A page, a box on it, or the whole document."""
    if place.page is None and place.box is None:
        return Spot()
    if not version.pages.filter(number=place.page or 0).exists():
        raise Refused("no-place", _("There is no such page. Choose it again."), status=422)
    if place.box is None:
        return Spot(page=place.page)
    box = box_of(place.box)
    if box is Flaw.TOO_SMALL:
        raise Refused(
            "too-small", _("This part is too small to be seen. Draw it larger."), status=422
        )
    if box is Flaw.NOT_ON_PAGE:
        raise Refused(
            "no-place", _("This part does not lie on the page. Draw it again."), status=422
        )
    return Spot(page=place.page, box=box)


def _lines(pages: Iterable[PageLines]) -> dict[int, tuple[int, int, int]]:
    """Page, start and end of each line by its number."""
    return {number: (page, start, end) for page, lines in pages for number, start, end, *_ in lines}


def known_lines(version: Version) -> list[PageLines] | None:
    """As `lines_by_page`, of what was shown lately, without a query; None where it was not."""
    pages = kept(version)
    return None if pages is None else [page.once(_numbered) for page in pages]


def _numbered(page: ShownPage) -> PageLines:
    return page.number, [(one.number, one.start, one.end) for one in page.lines]


@composed
def lines_by_page(version: Version) -> QuerySet[Page, PageLines]:
    """The number of each page with its lines."""
    return version.pages.values_list("number", "lines")
