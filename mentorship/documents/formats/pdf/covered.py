"""Words that lie under a picture: software reads them, and nobody sees them."""

from collections.abc import Iterator
from ctypes import byref, c_float
from itertools import islice

import pypdfium2.raw as pdfium
from PIL import ImageChops

from mentorship.documents.formats.manuscript import Box
from mentorship.documents.formats.pdf.actual import address
from mentorship.documents.formats.pdf.drawing import draw
from mentorship.documents.formats.pdf.frame import Frame, Handle

_MOST_OBJECTS = 20_000
_MOST_TEXTS = 2000  # under pictures
_MOST_SHARE = 0.5  # of the page: what is scanned has its words under what shows them
_OVER = 1.0  # points by which letters may look out from under a picture


def covered_on(page: Handle, frame: Frame, pictures: list[Box]) -> frozenset[int]:
    """Text objects of `page` that a picture hides which is drawn after them, by their addresses.

    The page itself is asked: what nobody sees changes nothing when it is not drawn. A picture that
    lets light through hides nothing.

    Cost  two drawings of the page, where there are pictures over words; else next to nothing.
    """
    if (
        not 0
        < sum((right - left) * (bottom - top) for left, top, right, bottom in pictures)
        < (_MOST_SHARE)
    ):
        return frozenset()
    texts = list(islice(_under_pictures(page), _MOST_TEXTS))
    if not texts:
        return frozenset()
    whole = draw(page, frame, 1)
    for item, _box in texts:
        pdfium.FPDFPageObj_SetIsActive(item, False)
    changed = ImageChops.difference(whole, draw(page, frame, 1))
    for item, _box in texts:
        pdfium.FPDFPageObj_SetIsActive(item, True)
    across, down = whole.width / frame.width, whole.height / frame.height
    return frozenset(
        address(item)
        for item, (left, top, right, bottom) in ((item, frame.box(*box)) for item, box in texts)
        if not changed.crop(
            (int(left * across), int(top * down), int(right * across) + 1, int(bottom * down) + 1)
        ).getbbox()
    )


def _under_pictures(page: Handle) -> Iterator[tuple[Handle, Box]]:
    """Text objects with their boxes in PDF points, which lie within a picture that comes later."""
    pictures: list[Box] = []
    for i in islice(reversed(range(pdfium.FPDFPage_CountObjects(page))), _MOST_OBJECTS):
        item = pdfium.FPDFPage_GetObject(page, i)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_box(item))
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT and pictures:
            box = _box(item)
            if box[0] < box[2] and any(_is_within(box, picture) for picture in pictures):
                yield item, box


def _is_within(box: Box, picture: Box) -> bool:
    return (
        picture[0] - _OVER <= box[0]
        and picture[1] - _OVER <= box[1]
        and box[2] <= picture[2] + _OVER
        and box[3] <= picture[3] + _OVER
    )


def _box(item: Handle) -> Box:
    left, bottom, right, top = (c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top))
    return left.value, bottom.value, right.value, top.value
