"""ActualText that the glyphs under it contradict: what nobody sees is not what a page says.

PDFium takes such a text for what is drawn, whatever that is. So a page that has any is loaded once
more without it, and what the fonts say of its glyphs is held against it.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from ctypes import byref, c_double, c_ubyte, c_ulong
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from mentorship.documents.formats.pdf.actual import ACTUAL_TEXT, address, decoded
from mentorship.documents.formats.pdf.glyphs import text_of

Handle = Any
Place = tuple[int, ...]  # of an object on a page: its number there, or in the form that holds it
Marked = tuple[Place, Handle, Handle]  # an object and its mark
_MOST_OBJECTS = 20_000
_DEEPEST = 5  # of forms in forms
_MOST_BYTES = 100_000
_SHORT = 3  # letters that a bullet, drawn by a font that calls it a letter, may have
_CLUSTER = 8  # letters: of scripts in which one stands for many
_LIGATURE = 3  # letters: what a font calls by more is an icon
_NAME = 4  # letters, of what is said, that an icon stands for at least
_SAME = 0.5  # of the letters of the longer of two texts
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))


def drop_contradicted(page: Handle, again: Callable[[], AbstractContextManager[Handle]]) -> None:
    """Take away from the objects of `page` what they are said to be and do not show.

    again  the same page, loaded once more
    """
    marked = list(_marked(page))
    if not marked:
        return
    with again() as bare:
        shown = _shown(bare)
    said: dict[int, str] = {}
    seen: defaultdict[int, list[str]] = defaultdict(list)  # glyph by glyph
    for place, _item, mark in marked:
        if address(mark) not in said:
            said[address(mark)] = _said(mark)
        seen[address(mark)] += shown.get(place, ())
    for _place, item, mark in marked:
        glyphs, text = seen[address(mark)], said[address(mark)]
        if is_needless(glyphs, text) or contradicts(glyphs, text):
            pdfium.FPDFPageObj_RemoveMark(item, mark)


def is_needless(seen: Sequence[str], said: str) -> bool:
    """Whether the glyphs say the same: each has its own place, and what is said one for all.

    Not in scripts in which the order of glyphs is not that of the letters.
    """
    text = "".join("".join(seen).split())
    return text == "".join(said.split()) and _letters(text).isascii()


def contradicts(seen: Sequence[str], said: str) -> bool:
    """Whether glyphs of which each is `seen` as these letters cannot be `said` to be those.

    A font may know less than is said, such as a ligature, or tell the parts of a cluster in another
    order. An icon is what is said of it, alone or beside words, whatever its font calls it.
    """
    known = [letters for glyph in seen if not _is_icon(glyph) and (letters := _letters(glyph))]
    shown, told = "".join(known), _letters(said)
    if len(known) <= 1:
        return False
    if not told:
        return len(shown) > _SHORT
    if not (shown + told).isascii():
        common = (Counter(shown) & Counter(told)).total()
        return len(told) > _CLUSTER and common < _SAME * max(len(shown), len(told))
    short, long = sorted((shown, told), key=len)
    named = _NAME * sum(map(_is_icon, seen))
    return len(short) + named < _SAME * len(long) or not _is_within(short, long)


def _is_icon(glyph: str) -> bool:
    """Whether its font calls it by a name, or by a sign that is no letter's and none that people type."""
    letters = _letters(glyph)
    return len(letters) > _LIGATURE or not (letters or glyph.isascii())


def _letters(text: str) -> str:
    """Letters with what belongs to them, but for accents, and digits; in lower case."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(
        sign for sign in plain if unicodedata.category(sign)[0] in "LMN" and sign not in _ACCENTS
    )


def _is_within(short: str, long: str) -> bool:
    """Whether the one's letters follow each other in the other, with others between them."""
    left = iter(long)
    return all(letter in left for letter in short)


def _objects(page: Handle) -> Iterator[tuple[Place, Handle]]:
    """The text objects of a page and of its forms, each with its place."""
    count = pdfium.FPDFPage_CountObjects(page)
    items = (((i,), pdfium.FPDFPage_GetObject(page, i)) for i in range(count))
    yield from islice(_texts(items), _MOST_OBJECTS)


def _texts(items: Iterator[tuple[Place, Handle]]) -> Iterator[tuple[Place, Handle]]:
    for place, item in items:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield place, item
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(place) <= _DEEPEST:
            count = pdfium.FPDFFormObj_CountObjects(item)
            within = (((*place, i), pdfium.FPDFFormObj_GetObject(item, i)) for i in range(count))
            yield from _texts(within)


def _marked(page: Handle) -> Iterator[Marked]:
    for place, item in _objects(page):
        for number in range(pdfium.FPDFPageObj_CountMarks(item)):
            mark = pdfium.FPDFPageObj_GetMark(item, number)
            if _has_text(mark):
                yield place, item, mark


def _has_text(mark: Handle) -> bool:
    kind = pdfium.FPDFPageObjMark_GetParamValueType(mark, ACTUAL_TEXT)
    return bool(kind == pdfium.FPDF_OBJECT_STRING)


def _said(mark: Handle) -> str:
    content, length = (c_ubyte * _MOST_BYTES)(), c_ulong()
    pdfium.FPDFPageObjMark_GetParamBlobValue(mark, ACTUAL_TEXT, content, _MOST_BYTES, byref(length))
    return decoded(bytes(memoryview(content)[: min(length.value, _MOST_BYTES)]))


def _shown(bare: Handle) -> dict[Place, list[str]]:
    """What the fonts say of each object, by its place, glyph by glyph, but for those they do not know."""
    for _place, item, mark in list(_marked(bare)):
        pdfium.FPDFPageObj_RemoveMark(item, mark)
    places = {address(item): place for place, item in _objects(bare)}
    found: defaultdict[Place, list[str]] = defaultdict(list)
    x, y, last = c_double(), c_double(), None
    with text_of(bare) as text_page:
        for i in range(pdfium.FPDFText_CountChars(text_page)):
            place = places.get(address(pdfium.FPDFText_GetTextObject(text_page, i)))
            if not place or pdfium.FPDFText_HasUnicodeMapError(text_page, i) == 1:
                continue
            pdfium.FPDFText_GetCharOrigin(text_page, i, byref(x), byref(y))
            sign, drawn = chr(pdfium.FPDFText_GetUnicode(text_page, i)), (place, x.value, y.value)
            if drawn == last:  # one glyph says several
                found[place][-1] += sign
            else:
                found[place].append(sign)
            last = drawn
    return found
