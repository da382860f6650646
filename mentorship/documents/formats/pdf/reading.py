"""PDF to reading copy: pages as images, text in lines and words with their places.

PDFium is not safe for threads: read one document per process.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pypdfium2.raw as pdfium

from mentorship.documents.formats.manuscript import (
    Box,
    Limits,
    Manuscript,
    ManuscriptPage,
    SoFar,
    Unreadable,
)
from mentorship.documents.formats.pdf.actual import Drawn, drawn_on
from mentorship.documents.formats.pdf.bidi import in_logical_order
from mentorship.documents.formats.pdf.blocks import mark_blocks
from mentorship.documents.formats.pdf.clusters import said_once
from mentorship.documents.formats.pdf.contradicted import drop_contradicted
from mentorship.documents.formats.pdf.covered import covered_on
from mentorship.documents.formats.pdf.differences import Differences
from mentorship.documents.formats.pdf.drawing import pictures_on
from mentorship.documents.formats.pdf.drawn import pieces_of
from mentorship.documents.formats.pdf.faces import read_faces
from mentorship.documents.formats.pdf.frame import Frame, Handle, frame_of
from mentorship.documents.formats.pdf.glyphs import UNMAPPED, read_glyphs
from mentorship.documents.formats.pdf.lines import InkLine, read_lines, without_spaced_letters
from mentorship.documents.formats.pdf.order import in_reading_order
from mentorship.documents.formats.pdf.picturing import Album, Motif
from mentorship.documents.formats.pdf.text import number_pages
from mentorship.documents.formats.pdf.words import InkWord, read_words
from mentorship.documents.formats.simple.pieces import picture

MANY_PAGES = 5
_SMALLEST_SIDE, _LARGEST_SIDE = 1.0, 14_400.0  # points; the latter is PDF's own limit
_SCAN_WORDS = 20
_SCAN_SHARE = 0.5
_UNREADABLE_SHARE = 0.3
_MOST_ANNOTATIONS = 1000


Lines = Callable[[Handle, Handle, Frame], list[InkLine]]
"""What a page of a document says, in reading order, from somebody who knows it better than its ink."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a page says: its lines in reading order, and what is to be known about its characters.

    ink  its words as they are drawn, with those beside the page
    """

    lines: list[InkLine]
    ink: list[InkWord]
    unmapped: int
    glyphs: int
    spaced_letters: bool


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one page gave before its lines have numbers."""

    said: _Said
    motif: Motif
    has_words: bool
    has_text: bool


def read_pdf(
    path: Path,
    images_into: Path,
    *,
    limits: Limits,
    format: str = "pdf",
    notes: tuple[str, ...] = (),
    known: Lines | None = None,
    so_far: SoFar | None = None,
) -> Manuscript:
    """The reading copy of the PDF at `path`; its images are written to `images_into`.

    format, notes   what was uploaded and what its conversion has to say, passed on.
    known           says what stands on a page when the PDF was made here; else its ink does.
    so_far          hears of the copy once it can be read: with all its words, and the first picture.

    Raises Unreadable. Memory and time are not bounded here: run it in a confined process.
    """
    with _document(path) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > limits.pages:
            raise Unreadable("too-many-pages", pages=count, limit=limits.pages)
        names = Differences(path)
        sheets = [_read_sheet(document, i, limits, known, names) for i in range(count)]
        album = Album(images_into, pages=count, most=limits.image_bytes)
        for number in _drawn_in_turn(document, sheets, album):
            if so_far and not number and (sheets[0].has_words or not album.is_blank[0]):
                so_far(_manuscript(format, sheets, album, notes))
    if not any(sheet.has_words for sheet in sheets) and all(album.is_blank):
        raise Unreadable("empty")
    return _manuscript(format, sheets, album, (*notes, *_notes(sheets, album)))


def _drawn_in_turn(document: Handle, sheets: list[_Sheet], album: Album) -> Iterator[int]:
    """Each page (from 0) once it has its small picture; its large one is drawn after that."""
    for number, sheet in enumerate(sheets):
        with _page(document, number) as page:
            album.draw_small(page, number, sheet.motif)
            yield number
            album.draw_large(page, number, sheet.motif)


def _manuscript(
    format: str, sheets: list[_Sheet], album: Album, notes: tuple[str, ...]
) -> Manuscript:
    text, pages = number_pages(
        (sheet.motif.frame, sheet.said.lines, images)
        for sheet, images in zip(sheets, album.images, strict=True)
    )
    simple = [
        _simple(sheet, page, is_blank=album.is_blank[page.number - 1])
        for sheet, page in zip(sheets, pages, strict=True)
    ]
    return Manuscript(format, text, tuple(simple), notes)


def _simple(sheet: _Sheet, page: ManuscriptPage, *, is_blank: bool) -> ManuscriptPage:
    """`page`, with its words in the order in which simple software gets them."""
    motif = sheet.motif
    pieces = pieces_of(sheet.said.ink, sheet.said.lines, page, motif.frame)
    is_picture = motif.is_photograph or not (sheet.has_words or is_blank)
    return replace(page, simple=(picture(), *pieces) if is_picture else pieces)


@contextmanager
def _document(path: Path) -> Iterator[Handle]:
    content = path.read_bytes()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        needs_key = pdfium.FPDF_GetLastError() in {
            pdfium.FPDF_ERR_PASSWORD,
            pdfium.FPDF_ERR_SECURITY,
        }
        raise Unreadable("password" if needs_key else "damaged")
    try:
        if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_XFA_FULL:
            raise Unreadable("acrobat-form")
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextmanager
def _page(document: Handle, index: int) -> Iterator[Handle]:
    """Page `index`, with what was filled into its form made part of it."""
    page = _loaded(document, index)
    try:
        sides = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        if not all(_SMALLEST_SIDE <= side <= _LARGEST_SIDE for side in sides):
            raise Unreadable("page-size")
        if _is_filled_in(page) and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == (
            pdfium.FLATTEN_SUCCESS
        ):
            pdfium.FPDF_ClosePage(page)
            page = _loaded(document, index)
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


def _loaded(document: Handle, index: int) -> Handle:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise Unreadable("damaged")
    return page


def _is_filled_in(page: Handle) -> bool:
    """Whether form fields or typed notes stand on `page`: text that is not in its content."""
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT}:
            return True
    return False


def _read_sheet(
    document: Handle, index: int, limits: Limits, known: Lines | None, names: Differences
) -> _Sheet:
    with _page(document, index) as page:
        frame = frame_of(page)
        pictures = pictures_on(page, frame)
        if known:
            said = _known(known(document, page, frame), limits)
        else:
            drop_contradicted(page, partial(_page, document, index))
            drawn = drawn_on(page, names)
            drawn.covered = covered_on(page, frame, pictures)
            said = _read_back(page, drawn, frame, limits)
        read_faces(page, frame, said.lines)
    words = sum(len(line.words) for line in said.lines)
    covered = max((_area(box) for box in pictures), default=0.0)
    is_scan = words < _SCAN_WORDS and covered > _SCAN_SHARE
    return _Sheet(
        said=said,
        motif=Motif(frame, pictures, is_photograph=is_scan),
        has_words=bool(words),
        has_text=bool(words) and not is_scan,
    )


def _read_back(page: Handle, drawn: Drawn, frame: Frame, limits: Limits) -> _Said:
    """What the ink of `page` says, on which that is `drawn`."""
    glyphs = read_glyphs(page, drawn, limits.characters_per_page)
    ink = read_words(in_logical_order(said_once(glyphs), drawn), frame)
    lines, spaced_letters = read_lines([word for word in ink if _is_on_page(word, frame)])
    lines = in_reading_order(lines, frame.width, frame.height)
    mark_blocks(lines, [frame.box(*dot) for dot in drawn.dots])
    unmapped = sum(glyph.text in {"", UNMAPPED} for glyph in glyphs)
    return _Said(lines, ink, unmapped, len(glyphs), spaced_letters)


def _known(lines: list[InkLine], limits: Limits) -> _Said:
    """What the source of a page says in `lines`."""
    characters = sum(len(word.text) for line in lines for word in line.words)
    if characters > limits.characters_per_page:
        raise Unreadable("too-complex")
    spaced_letters = without_spaced_letters(lines)
    ink = [word for line in lines for word in line.words]
    return _Said(lines, ink, 0, characters, spaced_letters)


def _is_on_page(word: InkWord, frame: Frame) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return 0 <= x <= frame.width and 0 <= y <= frame.height


def _area(box: Box) -> float:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def _notes(sheets: list[_Sheet], album: Album) -> Iterator[str]:
    if not any(sheet.has_text for sheet in sheets):
        yield "no-text"
    if sum(s.said.unmapped for s in sheets) > _UNREADABLE_SHARE * sum(
        s.said.glyphs for s in sheets
    ):
        yield "unreadable-text"
    if len(sheets) > MANY_PAGES:
        yield "many-pages"
    if album.is_coarse:
        yield "less-sharp"
    if any(sheet.said.spaced_letters for sheet in sheets):
        yield "spaced-letters"
