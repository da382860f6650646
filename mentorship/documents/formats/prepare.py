"""From a stranger's bytes to a reading copy: sniff, convert to PDF where needed, read the PDF."""

import dataclasses
import tempfile
from collections.abc import Callable
from pathlib import Path

from mentorship.documents.formats.coverage import has_missing_glyphs
from mentorship.documents.formats.libreoffice import convert
from mentorship.documents.formats.manuscript import Limits, Manuscript, Unreadable
from mentorship.documents.formats.office import docx_to_pdf, odt_to_pdf, rtf_to_pdf
from mentorship.documents.formats.pdf.reading import read_pdf
from mentorship.documents.formats.plain import markdown_to_pdf, text_to_pdf
from mentorship.documents.formats.sniff import sniff
from mentorship.documents.formats.typeset import Typeset

SIMPLIFIED = "simplified-layout"
MISSING_GLYPHS = "missing-glyphs"
BUILT_IN: dict[str, Callable[[Path, Path], Typeset]] = {
    "docx": docx_to_pdf,
    "odt": odt_to_pdf,
    "rtf": rtf_to_pdf,
    "txt": text_to_pdf,
    "md": markdown_to_pdf,
}
OFFICE_FORMATS = {"docx", "odt", "rtf"}


def prepare(
    original: Path,
    filename: str,
    into: Path,
    *,
    limits: Limits,
    soffice: str | None = None,
) -> Manuscript:
    """The reading copy of `original`, its page images in `into`.

    filename  what its owner called it; only the extension matters.
    soffice   LibreOffice's program, if office files shall keep their layout.
    Raises    Unreadable. This is the one place where running out of depth or memory becomes an
              answer; other limits end the process (see sandbox.py).
    """
    try:
        with original.open("rb") as file:
            kind = sniff(file, filename, limits=limits)
        if kind == "pdf":
            return read_pdf(original, into, limits=limits)
        with tempfile.TemporaryDirectory(prefix="convert-") as folder:
            return _converted(
                original.resolve(), kind, into, Path(folder).resolve(), limits, soffice
            )
    except (MemoryError, RecursionError) as error:
        raise Unreadable("too-complex") from error


def _converted(
    original: Path,
    kind: str,
    into: Path,
    folder: Path,
    limits: Limits,
    soffice: str | None,
) -> Manuscript:
    if kind in OFFICE_FORMATS and soffice:
        # A third of the time is kept for the built-in route, should LibreOffice hang.
        seconds = limits.wall_seconds * 2 / 3
        pdf = convert(original, kind, folder, soffice, seconds=seconds)
        if pdf:
            return _with_glyph_note(read_pdf(pdf, into, limits=limits, format=kind))
    typeset = BUILT_IN[kind](original, folder)
    notes = (SIMPLIFIED,) if kind in OFFICE_FORMATS else ()
    if typeset.has_missing_glyphs:
        notes = (*notes, MISSING_GLYPHS)
    return read_pdf(typeset.pdf, into, limits=limits, format=kind, notes=notes)


def _with_glyph_note(manuscript: Manuscript) -> Manuscript:
    if not has_missing_glyphs(manuscript.text):
        return manuscript
    return dataclasses.replace(manuscript, notes=(*manuscript.notes, MISSING_GLYPHS))
