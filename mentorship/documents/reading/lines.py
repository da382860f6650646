"""The texts of versions in lines, as the list of points and letters quote from them."""

from collections.abc import Iterable
from typing import NamedTuple

from mentorship.documents.models import Page, Version
from mentorship.documents.text.sections import SizedLine
from mentorship.documents.text.wholes import WrappedLine, whole_phrase


class TextInLines(NamedTuple):
    """The text of a version, and its lines: as large as they are, and as they run on."""

    text: str
    sized: list[SizedLine]
    wrapped: list[WrappedLine]

    def phrase(self, start: int, end: int) -> str:
        """The sentence or item around whole lines of it; empty where they say it all."""
        return whole_phrase(start, end, self.wrapped, self.text)


def texts_in_lines(versions: Iterable[int]) -> dict[int, TextInLines]:
    """By version; two queries for any number of them."""
    found = {
        pk: TextInLines(text, [], [])
        for pk, text in Version.objects.filter(pk__in=set(versions)).values_list("pk", "text")
    }
    pages = Page.objects.filter(version__in=found).order_by("version", "number")
    for version, height, width, lines in pages.values_list("version", "height", "width", "lines"):
        text, sized, wrapped = found[version]
        for _number, start, end, box, angle, is_apart, goes_on, *_ink in lines:
            left, top, right, bottom = box
            size = (right - left) * width if angle in {90, 270} else (bottom - top) * height
            sized.append(SizedLine(start, text[start:end], size, bool(is_apart)))
            wrapped.append(WrappedLine(start, end, bool(goes_on)))
    return found
