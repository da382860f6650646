"""What stands on a PDF page, character by character, in the coordinates of the page shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_double, c_int
from math import atan2, cos, degrees, sin
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.text.folding import SOFT_HYPHEN, SPACES

Handle = Any  # pypdfium2 has no types: a pointer to something of PDFium's

UNMAPPED = "\ufffd"
_BROKEN_WORD = 0x02  # PDFium's sign for a hyphen at the end of a line
_LINE_ENDS = (0x0A, 0x0D)
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
# Codes of T1 and OT1 fonts that carry no Unicode: the TeX Users Group's encodings.
_TEX = {start + i: text for start in (0x1B, 0x0B) for i, text in enumerate(_LIGATURES)}
# Bullets that Word draws with Symbol and Wingdings: codes of a private area, seen in most files.
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "▫", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖"}
_SLANT = 3  # degrees off: a page put askew into the scanner
_PRECISION = 1_000_000  # PDFium maps to whole device units: take many of them


class Glyph(NamedTuple):
    """A character with ink: its box and origin in points from the top left of the page shown.

    text    "" for an icon without meaning, SOFT_HYPHEN where a word is broken at a line's end.
    angle   degrees clockwise.
    spaced  white space stands before it.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    x: float
    y: float
    angle: int
    spaced: bool


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


def read_glyphs(page: Handle, frame: Frame, most: int) -> list[Glyph]:
    """All characters of `page` in the order they are drawn.

    Raises Unreadable: "too-complex" past `most` characters.
    """
    with _text_of(page) as text_page:
        count = pdfium.FPDFText_CountChars(text_page)
        if count > most:
            raise Unreadable("too-complex")
        return list(_glyphs(text_page, frame, count))


@contextmanager
def _text_of(page: Handle) -> Iterator[Handle]:
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        raise Unreadable("damaged")
    try:
        yield text_page
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _glyphs(text_page: Handle, frame: Frame, count: int) -> Iterator[Glyph]:
    loose, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    to_loose, to_x, to_y = byref(loose), byref(x), byref(y)
    spaced = True
    high = 0
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, i)
        if 0xD800 <= code <= 0xDBFF:
            high = code
            continue
        if 0xDC00 <= code <= 0xDFFF:
            code = (0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else 0xFFFD
        high = 0
        if code in _LINE_ENDS:  # PDFium's own guess: the boxes say it better
            continue
        text = _text(text_page, i, code)
        if text in SPACES:
            spaced = True
            continue
        if spaced and _is_lone_and_unmapped(text_page, i):
            text = ""
        pdfium.FPDFText_GetLooseCharBox(text_page, i, to_loose)
        pdfium.FPDFText_GetCharOrigin(text_page, i, to_x, to_y)
        # Upright text starts at its own left edge; asking each character for its angle is dear.
        upright = frame.b == 0 < frame.a and abs(loose.left - x.value) < 0.01
        angle = 0 if upright else _angle(text_page, i, frame)
        box = frame.box(loose.left, loose.bottom, loose.right, loose.top)
        yield Glyph(text, *box, *frame.point(x.value, y.value), angle, spaced)
        spaced = False


def _text(text_page: Handle, i: int, code: int) -> str:
    """What character `i` says; a space for every kind of white space."""
    if 0x20 <= code < 0x7F:
        return chr(code)
    if code == _BROKEN_WORD:
        return SOFT_HYPHEN
    if code == 0x09:
        return " "
    if code < 0x20:
        wrong = pdfium.FPDFText_HasUnicodeMapError(text_page, i) == 1
        return _TEX.get(code, UNMAPPED) if wrong else UNMAPPED
    if code > 0x10FFFF:
        return UNMAPPED
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return _BULLETS.get(code, "")
    # A hyphen of the font's, drawn within the line: PDFium has told broken words apart already.
    return "-" if code == 0xAD else chr(code)


def _is_lone_and_unmapped(text_page: Handle, i: int) -> bool:
    """Whether character `i` has no Unicode of its own and stands alone: an icon, whatever it says.

    Icon fonts without a map come out as the letters that share their codes.
    """
    return pdfium.FPDFText_HasUnicodeMapError(text_page, i) == 1 and chr(
        pdfium.FPDFText_GetUnicode(text_page, i + 1) & 0xFFFF
    ) in SPACES | {"\0"}


def _angle(text_page: Handle, i: int, frame: Frame) -> int:
    turn = pdfium.FPDFText_GetCharAngle(text_page, i)
    if turn < 0:
        return 0
    along_x, along_y = cos(turn), -sin(turn)
    x = frame.a * along_x + frame.c * along_y
    y = frame.b * along_x + frame.d * along_y
    angle = degrees(atan2(y, x))
    nearest = round(angle / 90) * 90
    return (nearest if abs(angle - nearest) <= _SLANT else round(angle)) % 360
