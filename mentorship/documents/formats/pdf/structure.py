"""What a tagged PDF's structure says of the order of a page's contents (PDF 2.0, 14.7)."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

Handle = Any
_MOST_CONTENTS = 20_000
_DEEPEST = 100


def places_in_structure(page: Handle) -> dict[int, int]:
    """Of each marked content of `page`, by its id, which place it has there. Empty for most files."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        places: dict[int, int] = {}
        for content in islice(_contents(tree), _MOST_CONTENTS):
            places.setdefault(content, len(places))
        return places
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _contents(tree: Handle) -> Iterator[int]:
    """The ids of marked contents, as the elements that hold them follow each other."""
    count = pdfium.FPDF_StructTree_CountChildren(tree)
    for i in range(count):
        if element := pdfium.FPDF_StructTree_GetChildAtIndex(tree, i):
            yield from _within(element, 1)


def _within(element: Handle, depth: int) -> Iterator[int]:
    for i in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, i)
        content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, i)
        if content >= 0:
            yield content
        elif child and depth < _DEEPEST:
            yield from _within(child, depth + 1)
