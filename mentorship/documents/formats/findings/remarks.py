"""What others left in a file without it being part of its text: comments, and changes to accept."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pypdfium2.raw as pdfium

from mentorship.documents.formats import xml_tree
from mentorship.documents.formats.manuscript import Finding
from mentorship.documents.formats.pdf.frame import Handle
from mentorship.documents.formats.preflight import Package, open_package
from mentorship.documents.formats.word.parts import W, main_part, related, transitional

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CHANGES = {W + name for name in ("ins", "del", "moveFrom")}  # what moved came from somewhere
TEXTS = ("header", "footer", "footnotes", "endnotes")
SAID = {W + "t", W + "delText"}
AUTHOR, DATE = W + "author", W + "date"
COMMENT_IN_RTF = re.compile(rb"\{\s*\\\*\s*\\annotation(?![a-z])")
# Each piece of what was changed is a group of its own; those that touch are one change.
CHANGE_IN_RTF = re.compile(
    rb"(?:\{[^{}]*\\(revised|deleted)(?![a-z0-9])[^{}]*\}\s*)(?:\{[^{}]*\\\1(?![a-z0-9])[^{}]*\}\s*)*"
)
MOST_ANNOTATIONS = 1000  # of a page
REMARKS = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_CARET,
}

Counts = tuple[int, int]  # comments, changes


def remarks_in(original: Path, format_: str) -> Iterator[Finding]:
    """How many comments and changes `original` holds, if there are any. Raises Unreadable."""
    count = COUNTS.get(format_)
    comments, changes = count(original) if count else (0, 0)
    if comments or changes:
        yield Finding("remarks-inside", {"comments": comments, "changes": changes})


def _of_word(original: Path) -> Counts:
    package = transitional(open_package(original))
    main = main_part(package)
    comments = related(package, main, "comments").values()
    parts = [name for kind in TEXTS for name in related(package, main, kind).values()]
    return (
        sum(1 for root in _roots(package, comments) for _ in root.iter(W + "comment")),
        sum(map(_changes, _roots(package, [main, *parts]))),
    )


def _roots(package: Package, parts: Iterable[str]) -> Iterator[Element]:
    return (xml_tree.parse(package[part]).root for part in parts)


def _changes(root: Element) -> int:
    """Changes as a person counts them: Word writes one for each run and paragraph it goes through."""
    count = 0
    last: tuple[str, str, str] | None = None
    covered: set[Element] = set()
    for element in root.iter():
        if element.tag in CHANGES:
            change = element.tag, element.get(AUTHOR, ""), element.get(DATE, "")[:10]
            count += change != last
            last = change
            covered.update(element.iter())
        elif element.tag in SAID and element not in covered:
            last = None
    return count


def _of_writer(original: Path) -> Counts:
    root = xml_tree.parse(open_package(original)["content.xml"]).root
    return (
        sum(1 for _ in root.iter(OFFICE + "annotation")),
        sum(1 for _ in root.iter(TEXT + "changed-region")),
    )


def _of_rich_text(original: Path) -> Counts:
    raw = original.read_bytes()
    return len(COMMENT_IN_RTF.findall(raw)), sum(1 for _ in CHANGE_IN_RTF.finditer(raw))


def _of_pdf(original: Path) -> Counts:
    content = original.read_bytes()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    try:
        pages = range(pdfium.FPDF_GetPageCount(document))
        return sum(_on_page(document, index) for index in pages), 0
    finally:
        pdfium.FPDF_CloseDocument(document)


def _on_page(document: Handle, index: int) -> int:
    page = pdfium.FPDF_LoadPage(document, index)
    try:
        count = min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)
        return sum(_is_remark(page, place) for place in range(count))
    finally:
        pdfium.FPDF_ClosePage(page)


def _is_remark(page: Handle, place: int) -> bool:
    """Whether somebody wrote words there that are seen only when its sign is pressed."""
    annotation = pdfium.FPDFPage_GetAnnot(page, place)
    try:
        length = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
        return pdfium.FPDFAnnot_GetSubtype(annotation) in REMARKS and length > len(
            "\0".encode("utf-16-le")
        )
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


COUNTS: dict[str, Callable[[Path], Counts]] = {
    "docx": _of_word,
    "odt": _of_writer,
    "rtf": _of_rich_text,
    "pdf": _of_pdf,
}
