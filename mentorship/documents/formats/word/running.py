"""Headers and footers of a Word file, each at the place where a reader first meets it.

The header of the first page stands before the text, that of a later section before its text; what
only later pages show comes after all text, before the footers.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple
from xml.etree.ElementTree import Element

from mentorship.documents.formats.preflight import Package
from mentorship.documents.formats.running import unique_with_words
from mentorship.documents.formats.word.fields import (
    FIELD_CODE,
    PAGE_FIELDS,
    SIMPLE_FIELD,
    TEXT,
    name_of,
)
from mentorship.documents.formats.word.parts import R, W, related

SECTION, TITLE_PAGE = W + "sectPr", W + "titlePg"
REFERENCE = {"header": W + "headerReference", "footer": W + "footerReference"}
OFF = {"0", "false", "off"}

Said = Callable[[str], list[Element]]  # the paragraphs and tables of a part


class _Placed(NamedTuple):
    """A part, and before which of the body's children it is read."""

    place: int
    part: str


def insert_running(package: Package, part: str, body: Element, said: Said) -> None:
    """Put what stands in headers and footers into `body`, each text once, without page numbers."""
    end = next((place for place, child in enumerate(body) if child.tag == SECTION), len(body))
    footers = [_Placed(end, name) for name in related(package, part, "footer").values()]
    for kind in (footers, sorted(_headers(package, part, body, end), key=lambda one: one.place)):
        elements = [(one.place, element) for one in kind for element in said(one.part)]
        kept = unique_with_words(
            [element for _, element in elements], words=_words, has_page_number=_has_page_number
        )
        for place, element in reversed(elements):
            if any(element is one for one in kept):
                body.insert(place, element)


def _headers(package: Package, part: str, body: Element, end: int) -> Iterator[_Placed]:
    parts = related(package, part, "header")
    placed: set[str] = set()
    start = 0
    for after, section in _sections(body):
        first = "first" if _has_title_page(section) else "default"
        for reference in section.iter(REFERENCE["header"]):
            name = reference.get(R + "id", "")
            if name in parts and name not in placed:
                placed.add(name)
                is_first = reference.get(W + "type", "default") == first
                yield _Placed(start if is_first else end, parts[name])
        start = after
    yield from (_Placed(0, target) for name, target in parts.items() if name not in placed)


def _sections(body: Element) -> Iterator[tuple[int, Element]]:
    """Each section's properties, with the place of the first child after it."""
    for place, child in enumerate(body):
        for section in child.iter(SECTION):
            yield place + 1, section


def _has_title_page(section: Element) -> bool:
    mark = section.find(TITLE_PAGE)
    return mark is not None and mark.get(W + "val", "1").lower() not in OFF


def _words(element: Element) -> str:
    return " ".join(text.text or "" for text in element.iter(TEXT))


def _has_page_number(element: Element) -> bool:
    codes = chain(
        (code.text or "" for code in element.iter(FIELD_CODE)),
        (field.get(W + "instr", "") for field in element.iter(SIMPLE_FIELD)),
    )
    return any(name_of(code) in PAGE_FIELDS for code in codes)
