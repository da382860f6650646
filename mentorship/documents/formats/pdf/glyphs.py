"""What stands on a PDF page, character by character, in the coordinates of the page shown."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_double, c_int, create_string_buffer
from math import atan2, dist, hypot, isfinite, pi, radians
from typing import NamedTuple

import pypdfium2.raw as pdfium

from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.pdf.actual import Cluster, Drawn, address
from mentorship.documents.formats.pdf.differences import Differences
from mentorship.documents.formats.pdf.frame import Handle
from mentorship.documents.formats.pdf.ligatures import by_glyph, joined
from mentorship.documents.text.folding import SOFT_HYPHEN, SPACES, fold_signs

UNMAPPED = "\ufffd"
_BROKEN_WORD = 0x02  # PDFium's sign for a hyphen at the end of a line
_LINE_ENDS = (0x0A, 0x0D)
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
# Codes of T1 and OT1 fonts that carry no Unicode: the TeX Users Group's encodings.
_TEX = {start + i: text for start in (0x1B, 0x0B) for i, text in enumerate(_LIGATURES)}
# Bullets that Word draws with Symbol and Wingdings: codes of a private area, seen in most files.
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "▫", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖"}
_LAST = 0x10FFFF
_LONGEST_NAME = 256  # bytes of a font's name
# Thai, Lao, Burmese and Khmer: words touch, and what PDFium guesses to be space is between letters.
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_NO_PLACE = 0.05
_QUARTER = pi / 2
_SKEWED = 0.05  # of a right angle, about
_SLANT = radians(3)  # a page put askew into the scanner
# Shares of a character's height. Within words gaps were 0.0 in 3,400 characters of each of eight
# résumés, and at words glued for want of a space 0.19 (measured 2026-11-24, eight PDFs).
WORD_GAP = 0.15
# Where PDFium takes it for white space, and of boxes that hold their ink only, as those of type 3 fonts.
GAPS = (0.03, 0.2)
SURE_GAPS = (WORD_GAP, 0.4)  # where the file holds its spaces: PDFium does not ask them
# Of the font's size: what claims more than the first has so much over and under its line, or its ink.
_TALL, _HIGH, _DEEP = 1.3, 0.88, 0.4
_OVER_LINE, _UNDER_LINE = 0.75, 0.2  # of what has no box but that of its ink
_TIGHT = 0.85  # of the font's size: boxes are lower only around ink


class Glyph(NamedTuple):
    """A character with ink, or a cluster of them: its box and origin in PDF points, y growing upwards.

    text     "" for an icon without meaning, SOFT_HYPHEN where a word is broken at a line's end.
    turn     clockwise, in radians; exactly 0.0 for upright text.
    spaced   white space stands before it.
    gap      from which share of its height on a gap before it is white space.
    em       the size of its font; 0 where it is not known.
    row      which line of right-to-left text it is in, or 0.
    said     of an icon: the sign that the file has for it.
    covered  it lies under a picture.
    place    where it is in the page's structure; None for what is in none.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    turn: float
    spaced: bool
    gap: float = WORD_GAP
    em: float = 0.0
    row: int = 0
    said: str = ""
    covered: bool = False
    place: int | None = None


def read_glyphs(page: Handle, drawn: Drawn, most: int) -> list[Glyph]:
    """All characters of `page`, on which that is `drawn`, in the order they are drawn.

    Raises Unreadable: "too-complex" past `most` characters.
    """
    with text_of(page) as text_page:
        count = pdfium.FPDFText_CountChars(text_page)
        if count > most:
            raise Unreadable("too-complex")
        return list(_glyphs(text_page, count, drawn))


@contextmanager
def text_of(page: Handle) -> Iterator[Handle]:
    """What PDFium read of a page, until the block ends."""
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        yield text_page
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _glyphs(text_page: Handle, count: int, page: Drawn) -> Iterator[Glyph]:
    """Characters one by one; those of one cluster, and those one glyph stands for, as one."""
    last: Glyph | None = None
    drawn: tuple[int, float, float] | Cluster | None = None
    told: set[int] = set()
    gaps = SURE_GAPS if page.has_spaces(count) else GAPS
    parts = [
        (glyph, (owner, glyph.x, glyph.y))
        for glyph, owner in _characters(text_page, count, gaps, page.names)
    ]
    for glyph, place in by_glyph(parts):
        cluster = page.clusters.get(place[0])
        if (
            cluster and cluster is not drawn and id(cluster) in told
        ):  # PDFium says it again where its parts are drawn apart
            continue
        spaced = glyph.spaced or bool(last and page.has_blank(glyph.y, last.x, glyph.x - _NO_PLACE))
        by = cluster or place
        if last and by == drawn and not glyph.turn and (cluster or not spaced):
            last = last if cluster else _together(last, glyph)
            continue
        if last:
            yield last
        seen = glyph._replace(
            spaced=spaced, covered=place[0] in page.covered, place=page.places.get(place[0])
        )
        last, drawn = _clustered(seen, cluster, page), by
        if cluster:
            told.add(id(cluster))
    if last:
        yield last


def _together(one: Glyph, other: Glyph) -> Glyph:
    return one._replace(
        text=joined(one.text, other.text),
        left=min(one.left, other.left),
        right=max(one.right, other.right),
    )


def _clustered(glyph: Glyph, cluster: Cluster | None, page: Drawn) -> Glyph:
    if not cluster:
        return glyph
    bottom, top = min(cluster.bottom, glyph.bottom), max(cluster.top, glyph.top)
    y = glyph.y if glyph.turn else page.base_of(cluster)
    if not glyph.turn:
        bottom, top = min(bottom, y - _UNDER_LINE * glyph.em), max(top, y + _OVER_LINE * glyph.em)
    return glyph._replace(
        text=fold_signs(cluster.text),
        left=cluster.left,
        bottom=bottom,
        right=cluster.right,
        top=top,
        y=y,
    )


def _characters(
    text_page: Handle, count: int, gaps: tuple[float, float], names: Differences
) -> Iterator[tuple[Glyph, int]]:
    """Each with the address of the object that draws it."""
    loose, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    to_loose, to_x, to_y = byref(loose), byref(x), byref(y)
    spaced, guessed, space_at, ended = True, False, None, 0.0
    for i, code in _codes(text_page, count):
        text = _text(text_page, i, code, names)
        pdfium.FPDFText_GetCharOrigin(text_page, i, to_x, to_y)
        if text in SPACES:
            made_up = pdfium.FPDFText_IsGenerated(text_page, i) == 1
            spaced, guessed = spaced or not made_up, guessed or made_up
            space_at = None if made_up else (x.value, y.value)
            continue
        if (spaced or guessed) and _is_lone_and_unmapped(text_page, i):
            text = ""
        pdfium.FPDFText_GetLooseCharBox(text_page, i, to_loose)
        box = loose.left, loose.bottom, loose.right, loose.top
        origin = x.value, y.value
        if not isfinite(sum(box) + sum(origin)):  # pragma: no cover - PDFium 159 drops such text
            continue
        # Upright text starts at its own left edge; asking each character for its turn is dear.
        turn = 0.0 if abs(box[0] - origin[0]) < 0.01 else _turn(text_page, i)
        # A space that takes no place, and leaves none, is none.
        if space_at and dist(origin, space_at) < _NO_PLACE and box[0] - ended < _NO_PLACE:
            spaced = False
        owner = address(pdfium.FPDFText_GetTextObject(text_page, i))
        em = _em(text_page, i)
        gap = gaps[0] if guessed and not _SPACELESS.match(text) else WORD_GAP
        if em and not turn and box[3] - box[1] > _TALL * em:
            top = max(y.value + _HIGH * em, _ink_top(text_page, i))
            box = box[0], max(box[1], y.value - _DEEP * em), box[2], min(box[3], top)
        if box[3] - box[1] < _TIGHT * em:
            gap = gaps[1]
        said = "" if text else chr(min(code, _LAST))
        yield Glyph(text, *box, *origin, turn, spaced, gap, em, said=said), owner
        spaced = guessed = False
        space_at, ended = None, box[2]


def _codes(text_page: Handle, count: int) -> Iterator[tuple[int, int]]:
    """Place and code point of each character but ends of lines: PDFium's guess, the boxes say it better."""
    high = 0
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, i)
        if 0xD800 <= code <= 0xDBFF:
            high = code
            continue
        if 0xDC00 <= code <= 0xDFFF:
            code = (0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else 0xFFFD
        high = 0
        if code not in _LINE_ENDS:
            yield i, code


def _em(text_page: Handle, i: int) -> float:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page, i, byref(matrix)):
        return 0.0
    size: float = pdfium.FPDFText_GetFontSize(text_page, i)
    return size * hypot(matrix.c, matrix.d)


def _ink_top(text_page: Handle, i: int) -> float:
    left, right, bottom, top = (c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, i, byref(left), byref(right), byref(bottom), byref(top))
    return top.value


def _text(text_page: Handle, i: int, code: int, names: Differences) -> str:
    """What character `i` says; a space for every kind of white space."""
    if 0x20 <= code < 0x7F:
        return chr(code)
    if code == _BROKEN_WORD:
        return SOFT_HYPHEN
    if code == 0x09:
        return " "
    if code < 0x20:
        if pdfium.FPDFText_HasUnicodeMapError(text_page, i) != 1:
            return UNMAPPED
        return names.text(_font(text_page, i), code) or _TEX.get(code, UNMAPPED)
    if code > _LAST:
        return UNMAPPED
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return _BULLETS.get(code, "")
    # A hyphen of the font's, drawn within the line: PDFium has told broken words apart already.
    return "-" if code == 0xAD else fold_signs(chr(code))


def _font(text_page: Handle, i: int) -> str:
    """The name of the font that draws character `i`."""
    name, flags = create_string_buffer(_LONGEST_NAME), c_int()
    pdfium.FPDFText_GetFontInfo(text_page, i, name, _LONGEST_NAME, byref(flags))
    return name.value.decode("utf-8", "replace")


def _is_lone_and_unmapped(text_page: Handle, i: int) -> bool:
    """Whether character `i` has no Unicode of its own and stands alone: an icon, whatever it says.

    Icon fonts without a map come out as the letters that share their codes.
    """
    return pdfium.FPDFText_HasUnicodeMapError(text_page, i) == 1 and chr(
        pdfium.FPDFText_GetUnicode(text_page, i + 1) & 0xFFFF
    ) in SPACES | {"\0"}


def _turn(text_page: Handle, i: int) -> float:
    """Slanted letters, as of an italic made of upright ones, stand on a line that is not turned."""
    turn: float = pdfium.FPDFText_GetCharAngle(text_page, i)
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFText_GetMatrix(text_page, i, byref(matrix)):
        along, up = (matrix.a, matrix.b), (matrix.c, matrix.d)
        if abs(along[0] * up[0] + along[1] * up[1]) > _SKEWED * hypot(*along) * hypot(*up):
            turn = atan2(-along[1], along[0])
    nearest = round(turn / _QUARTER) * _QUARTER
    return (nearest if abs(turn - nearest) <= _SLANT else turn) % (4 * _QUARTER)
