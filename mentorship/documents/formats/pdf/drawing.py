"""A PDF page as pixels, and where it shows pictures."""

from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_ubyte
from itertools import islice

import pypdfium2.raw as pdfium
from PIL import Image

from mentorship.documents.formats.manuscript import Box
from mentorship.documents.formats.pdf.frame import Frame, Handle
from mentorship.documents.formats.sizes import size_drawn

_MOST_OBJECTS = 20_000
_DEEPEST = 5
_Point = tuple[float, float]
_PICTURES = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING)


def draw(page: Handle, frame: Frame, scale: int, coarser: float = 1.0) -> Image.Image:
    """`page` in RGB on white, as large as `size_drawn` says."""
    columns, rows = size_drawn(frame.width, frame.height, scale, coarser)
    stride = columns * 4
    pixels = (c_ubyte * (stride * rows))()
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_BGRx, pixels, stride)
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, flags)
        return Image.frombytes("RGB", (columns, rows), memoryview(pixels), "raw", "RGBX", stride)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def pictures_on(page: Handle, frame: Frame) -> list[Box]:
    """Where `page` shows images and gradients, as fractions of it, clipped to it.

    Looks at 20,000 objects and five forms deep: files that go on are out to exhaust us.
    """
    boxes = []
    for corners in islice(_picture_corners(page), _MOST_OBJECTS):
        if not corners:
            continue
        points = [frame.point(x, y) for x, y in corners]
        left, right = _clipped([x / frame.width for x, _ in points])
        top, bottom = _clipped([y / frame.height for _, y in points])
        if left < right and top < bottom:
            boxes.append((left, top, right, bottom))
    return boxes


def _clipped(values: list[float]) -> tuple[float, float]:
    return max(min(values), 0.0), min(max(values), 1.0)


def _picture_corners(page: Handle) -> Iterator[list[_Point]]:
    """The corners of each picture in PDF points, and an empty list for any other object."""
    objects = (
        pdfium.FPDFPage_GetObject(page, i) for i in range(pdfium.FPDFPage_CountObjects(page))
    )
    return _corners(objects, lambda x, y: (x, y), _DEEPEST)


def _corners(
    objects: Iterator[Handle], outwards: Callable[[float, float], _Point], deepest: int
) -> Iterator[list[_Point]]:
    for item in objects:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind in _PICTURES:
            left, bottom, right, top = (c_float() for _ in range(4))
            pdfium.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top))
            yield [outwards(x.value, y.value) for x in (left, right) for y in (bottom, top)]
            continue
        yield []
        if kind == pdfium.FPDF_PAGEOBJ_FORM and deepest:
            inner = (
                pdfium.FPDFFormObj_GetObject(item, i)
                for i in range(pdfium.FPDFFormObj_CountObjects(item))
            )
            yield from _corners(inner, _through(item, outwards), deepest - 1)


def _through(
    form: Handle, outwards: Callable[[float, float], _Point]
) -> Callable[[float, float], _Point]:
    """The way from points inside `form` out to the page."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, byref(matrix))
    a, b, c, d, e, f = (getattr(matrix, name) for name in "abcdef")
    return lambda x, y: outwards(a * x + c * y + e, b * x + d * y + f)
