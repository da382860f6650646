"""How a PDF page is shown: from its own points to those of the page as it is seen."""

from ctypes import byref, c_int
from math import atan2, cos, degrees, sin
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

Handle = Any  # pypdfium2 has no types: a pointer to something of PDFium's

_PRECISION = 1_000_000  # PDFium maps to whole device units: take many of them


class Frame(NamedTuple):
    """The affine map from PDF points to points on the page shown, and that page's size.

    It holds the page's rotation and crop box: x' = ax + cy + e, y' = bx + dy + f.
    """

    width: float
    height: float
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where (x, y) of the PDF is seen."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """The box seen as (left, top, right, bottom), y growing downwards."""
        x1, y1 = self.point(left, bottom)
        x2, y2 = self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def angle(self, turn: float) -> int:
        """How text turned by `turn` radians is seen: degrees clockwise."""
        along_x, along_y = cos(turn), -sin(turn)
        x = self.a * along_x + self.c * along_y
        y = self.b * along_x + self.d * along_y
        return round(degrees(atan2(y, x))) % 360


def frame_of(page: Handle) -> Frame:
    """How `page` is shown, measured on three points."""
    width = pdfium.FPDF_GetPageWidthF(page)
    height = pdfium.FPDF_GetPageHeightF(page)
    x, y = c_int(), c_int()

    def seen(px: float, py: float) -> tuple[float, float]:
        pdfium.FPDF_PageToDevice(page, 0, 0, _PRECISION, _PRECISION, 0, px, py, byref(x), byref(y))
        return x.value * width / _PRECISION, y.value * height / _PRECISION

    far = 100.0
    (e, f), (x1, y1), (x2, y2) = seen(0, 0), seen(far, 0), seen(0, far)
    return Frame(
        width, height, (x1 - e) / far, (y1 - f) / far, (x2 - e) / far, (y2 - f) / far, e, f
    )
