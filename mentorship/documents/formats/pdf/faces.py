"""Which lines of a page are set bold or italic: what their fonts say of themselves."""

import re
from ctypes import byref, c_int, create_string_buffer

import pypdfium2.raw as pdfium

from mentorship.documents.formats.pdf.frame import Frame, Handle
from mentorship.documents.formats.pdf.glyphs import text_of
from mentorship.documents.formats.pdf.lines import InkLine
from mentorship.documents.formats.pdf.words import InkWord

_BOLD = re.compile(r"bold|black|heavy|semi|demi|[-,]bd|bx\d", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|slanted|cmti|cmsl|[-,](bd)?it$", re.IGNORECASE)
_FORCED_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6  # font descriptors: ISO 32000-1, table 123
_LONGEST_NAME = 128


def read_faces(page: Handle, frame: Frame, lines: list[InkLine]) -> None:
    """Set `bold` and `italic` on each line of which the first, the last and the longest word are.

    Weights that fonts declare are not asked: Lato Bold says 395, a regular Chinese font 1472.
    """
    with text_of(page) as text_page:
        for line in lines:
            longest = max(line.words, key=lambda word: len(word.text))
            asked = (line.words[0], longest, line.words[-1])
            faces = [_face(text_page, frame, word) for word in asked]
            line.bold, line.italic = (all(claims) for claims in zip(*faces, strict=True))


def _face(text_page: Handle, frame: Frame, word: InkWord) -> tuple[bool, bool]:
    """Whether the character in the middle of `word` is bold, and whether it is italic."""
    x, y = _back(frame, (word.left + word.right) / 2, (word.top + word.bottom) / 2)
    reach = word.height / 2
    place = pdfium.FPDFText_GetCharIndexAtPos(text_page, x, y, reach, reach)
    if place < 0:
        return False, False
    name, flags = create_string_buffer(_LONGEST_NAME), c_int()
    pdfium.FPDFText_GetFontInfo(text_page, place, name, _LONGEST_NAME, byref(flags))
    said = name.value.decode("latin-1").rpartition("+")[2]
    return (
        bool(_BOLD.search(said) or flags.value & _FORCED_BOLD),
        bool(_ITALIC.search(said) or flags.value & _ITALIC_FLAG),
    )


def _back(frame: Frame, x: float, y: float) -> tuple[float, float]:
    """From a point of the page shown to the point of the PDF."""
    _width, _height, a, b, c, d, e, f = frame
    spread = a * d - b * c
    return (d * (x - e) - c * (y - f)) / spread, (a * (y - f) - b * (x - e)) / spread
