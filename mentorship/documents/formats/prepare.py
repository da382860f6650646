"""From a stranger's bytes to a reading copy: sniff, convert to PDF where needed, read the PDF."""

import dataclasses
import tempfile
from pathlib import Path

from mentorship.documents.formats.coverage import has_missing_glyphs
from mentorship.documents.formats.libreoffice import convert
from mentorship.documents.formats.manuscript import Limits, Manuscript, Unreadable
from mentorship.documents.formats.office import office_to_pdf
from mentorship.documents.formats.pdf import read_pdf
from mentorship.documents.formats.plain import markdown_to_pdf, text_to_pdf
from mentorship.documents.formats.sniff import sniff

SIMPLIFIED = "simplified-layout"
MISSING_GLYPHS = "missing-glyphs"


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
        with tempfile.TemporaryDirectory(dir=".", prefix="convert-") as folder:
            return _converted(original, kind, into, Path(folder).resolve(), limits, soffice)
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
    pdf, notes = _as_pdf(original.resolve(), kind, folder, limits, soffice)
    manuscript = read_pdf(pdf, into, limits=limits, format=kind, notes=notes)
    if not has_missing_glyphs(manuscript.text):
        return manuscript
    return dataclasses.replace(manuscript, notes=(*manuscript.notes, MISSING_GLYPHS))


def _as_pdf(
    original: Path,
    kind: str,
    folder: Path,
    limits: Limits,
    soffice: str | None,
) -> tuple[Path, tuple[str, ...]]:
    """The PDF of `original`, and what its reader should be told about it."""
    if kind == "txt":
        return text_to_pdf(original, folder), ()
    if kind == "md":
        return markdown_to_pdf(original, folder), ()
    # A third of the time is kept for the built-in route, should LibreOffice hang.
    seconds = limits.wall_seconds * 2 / 3
    faithful = soffice and convert(original, kind, folder, soffice, seconds=seconds)
    if faithful:
        return faithful, ()
    return office_to_pdf(original, kind, folder), (SIMPLIFIED,)
