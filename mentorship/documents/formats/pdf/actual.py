"""ActualText: what a file says its glyphs mean, where they are one cluster ("ि" drawn before its letter).

PDFium spreads such a text over the first glyph only; here it has the place of all of them.
"""

from codecs import BOM_UTF16_BE
from collections import Counter
from ctypes import addressof, byref, c_float, c_ubyte, c_ulong
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from mentorship.documents.formats.pdf.differences import Differences
from mentorship.documents.formats.pdf.structure import places_in_structure
from mentorship.documents.text.folding import SPACES

Handle = Any
_MOST_OBJECTS = 20_000
_LONGEST = 8  # code points of a cluster
_DOT = (1.0, 8.0)  # points: the sides of a bullet
_MOST_RULES = 2000
_THIN, _LONG = 2.5, 8.0  # points: how wide at most, and how long, a rule between two cells is
_BLANKS = 40  # characters: a page that has its spaces as objects has one for each so many
_MOST_BYTES = 2 + 4 * _LONGEST
ACTUAL_TEXT = b"ActualText"


@dataclass(slots=True)
class Cluster:
    """A text in its own order, and the box of all that is drawn for it, in PDF points.

    bases  the y on which each part stands: a sign over or under its letter may have another one
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    bases: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Drawn:
    """What PDFium's text leaves out of what is drawn on a page.

    clusters  each object that is a part of one, by its address. Empty for most files.
    blanks    where spaces without a box stand: their x in order, by their y in whole points.
    dots      shapes as small as bullets, drawn and not written: left, bottom, right, top
    rules     upright lines, as between the cells of a table: x, and from where to where they go
    bases     how many parts of clusters stand on each line, by its y in whole points
    names     what the file's fonts call their glyphs
    covered   objects that lie under a picture, by their addresses
    places    where the page's structure has them, by their addresses; see `structure`
    """

    clusters: dict[int, Cluster] = field(default_factory=dict)
    blanks: dict[int, list[float]] = field(default_factory=dict)
    dots: list[tuple[float, float, float, float]] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    bases: Counter[int] = field(default_factory=Counter)
    names: Differences = field(default_factory=Differences)
    covered: frozenset[int] = frozenset()
    places: dict[int, int] = field(default_factory=dict)

    def base_of(self, cluster: Cluster) -> float:
        """Where its letter stands: on the line on which most of the page's clusters do."""
        return max(cluster.bases, key=lambda base: self.bases[round(base)])

    def has_spaces(self, count: int) -> bool:
        """Whether the file has its spaces as objects of their own, among `count` characters."""
        return _BLANKS * sum(map(len, self.blanks.values())) > count

    def has_blank(self, y: float, start: float, end: float) -> bool:
        """Whether such a space stands on a line at `y`, between `start` and `end`."""
        return any(
            start < x < end for near in (-1, 0, 1) for x in self.blanks.get(round(y) + near, ())
        )

    def has_rule(self, y: float, start: float, end: float) -> bool:
        """Whether a rule crosses a line at `y`, between `start` and `end`."""
        return any(start <= x <= end and low < y < high for x, low, high in self.rules)


def drawn_on(page: Handle, names: Differences) -> Drawn:
    """Of the objects of `page` itself, up to 20,000; PDFium joins those within forms well enough."""
    found = Drawn(names=names)
    by_mark: dict[int, Cluster] = {}
    places = places_in_structure(page)
    for i in islice(range(pdfium.FPDFPage_CountObjects(page)), _MOST_OBJECTS):
        item = pdfium.FPDFPage_GetObject(page, i)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in {pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH}:
            continue
        box = _box(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.dots += [box] if _is_dot(*box) else []
            if len(found.rules) < _MOST_RULES and _is_rule(*box):
                found.rules.append((box[0], box[1], box[3]))
            continue
        place = places.get(pdfium.FPDFPageObj_GetMarkedContentID(item))
        if place is not None:
            found.places[address(item)] = place
        marks = (
            pdfium.FPDFPageObj_GetMark(item, number)
            for number in range(pdfium.FPDFPageObj_CountMarks(item))
        )
        told = [(address(mark), text) for mark in marks if (text := _actual_text(mark))]
        for mark, text in told:
            found.clusters[address(item)] = _grown(by_mark, mark, text, box)
            found.clusters[address(item)].bases.append(base := _base(item))
            found.bases[round(base)] += 1
        if not told and box[0] == box[2]:
            found.blanks.setdefault(round(box[1]), []).append(box[0])
    return found


def address(handle: Handle) -> int:
    """Which object of PDFium's this is; 0 for none."""
    return addressof(handle.contents) if handle else 0


def _is_dot(left: float, bottom: float, right: float, top: float) -> bool:
    wide, high = right - left, top - bottom
    return all(_DOT[0] <= side <= _DOT[1] for side in (wide, high)) and wide < 2 * high < 4 * wide


def _is_rule(left: float, bottom: float, right: float, top: float) -> bool:
    return right - left < _THIN and top - bottom > _LONG


def _box(item: Handle) -> tuple[float, float, float, float]:
    left, bottom, right, top = (c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top))
    return left.value, bottom.value, right.value, top.value


def _grown(
    by_mark: dict[int, Cluster], mark: int, text: str, box: tuple[float, float, float, float]
) -> Cluster:
    if mark not in by_mark:
        by_mark[mark] = Cluster(text, *box)
    cluster = by_mark[mark]
    cluster.left, cluster.bottom = min(cluster.left, box[0]), min(cluster.bottom, box[1])
    cluster.right, cluster.top = max(cluster.right, box[2]), max(cluster.top, box[3])
    return cluster


def _base(item: Handle) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, byref(matrix))
    return float(matrix.f)


def _actual_text(mark: Handle) -> str:
    """Nothing where it is more than a cluster holds: a whole name or address, which the glyphs say as well.

    Asked for as a string, PDFium takes it for UTF-8; so it is asked for as bytes.
    """
    content, length = (c_ubyte * _MOST_BYTES)(), c_ulong()
    told = pdfium.FPDFPageObjMark_GetParamBlobValue(
        mark, ACTUAL_TEXT, content, _MOST_BYTES, byref(length)
    )
    if not told or length.value > _MOST_BYTES:
        return ""
    said = decoded(bytes(content)[: length.value])
    return "" if SPACES.intersection(said) else said


def decoded(text: bytes) -> str:
    """A text string of a PDF; of its own encoding's signs only those that Latin-1 has as well."""
    if text.startswith(BOM_UTF16_BE):
        return text[2:].decode("utf-16-be", "ignore")
    return text.decode("latin-1")
