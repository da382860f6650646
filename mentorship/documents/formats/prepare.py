"""From a stranger's bytes to a reading copy: sniff, convert to PDF where needed, read the PDF."""

import dataclasses
import tempfile
from functools import partial
from pathlib import Path

from mentorship.documents.formats.coverage import has_missing_glyphs
from mentorship.documents.formats.findings.ligatures import ligatures_in
from mentorship.documents.formats.findings.outside import with_outside
from mentorship.documents.formats.findings.remarks import remarks_in
from mentorship.documents.formats.findings.unseen import unseen_in, unseen_words
from mentorship.documents.formats.known.places import Source
from mentorship.documents.formats.libreoffice import convert
from mentorship.documents.formats.manuscript import Limits, Manuscript, SoFar, Unreadable
from mentorship.documents.formats.pdf.reading import read_pdf
from mentorship.documents.formats.readers import cleaned, to_pdf
from mentorship.documents.formats.registry import BY_NAME, Format
from mentorship.documents.formats.simple.kinds import UNSEEN
from mentorship.documents.formats.simple.pieces import marked
from mentorship.documents.formats.sniff import sniff

SIMPLIFIED = "simplified-layout"
MISSING_GLYPHS = "missing-glyphs"
READ_BACK = "read-back"


def prepare(
    original: Path,
    filename: str,
    into: Path,
    *,
    limits: Limits,
    soffice: str | None = None,
    so_far: SoFar | None = None,
) -> Manuscript:
    """The reading copy of `original`, its page images in `into`.

    filename  what its owner called it; only the extension matters.
    soffice   LibreOffice's program, if office files shall keep their layout.
    so_far    hears of the copy once it can be read: its words are all there, and its first picture.
    Raises    Unreadable. This is the one place where running out of depth or memory becomes an
              answer; other limits end the process (see sandbox.py).
    """
    try:
        with original.open("rb") as file:
            format_ = BY_NAME[sniff(file, filename, limits=limits)]
        copy = _copy(original, format_, into, limits, soffice, so_far)
        copy = with_outside(copy, original)
        remarks = remarks_in(original, format_.name)
        return dataclasses.replace(copy, findings=(*remarks, *copy.findings))
    except (MemoryError, RecursionError) as error:
        raise Unreadable("too-complex") from error


def _copy(
    original: Path,
    format_: Format,
    into: Path,
    limits: Limits,
    soffice: str | None,
    so_far: SoFar | None,
) -> Manuscript:
    if not format_.module:
        return _compared(read_pdf(original, into, limits=limits, so_far=so_far))
    with tempfile.TemporaryDirectory(prefix="convert-") as folder:
        return _converted(
            original.resolve(), format_, into, Path(folder).resolve(), limits, soffice, so_far
        )


def _converted(
    original: Path,
    format_: Format,
    into: Path,
    folder: Path,
    limits: Limits,
    soffice: str | None,
    so_far: SoFar | None,
) -> Manuscript:
    name = format_.name
    if format_.libreoffice and soffice:
        source = cleaned(format_, original, folder)
        # A third of the time is kept for the built-in route, should LibreOffice hang.
        seconds = limits.wall_seconds * 2 / 3
        pdf = convert(source, format_.libreoffice, folder, soffice, seconds=seconds)
        if pdf:
            copy = read_pdf(pdf, into, limits=limits, format=name, so_far=so_far)
            return _compared(_with_glyph_note(copy))
    typeset = to_pdf(format_, original, folder)
    notes = (SIMPLIFIED,) if format_.libreoffice else ()
    if typeset.has_missing_glyphs:
        notes = (*notes, MISSING_GLYPHS)
    said = Source(typeset.pieces)
    pages = typeset.pdf
    read = partial(read_pdf, pages, into, limits=limits, format=name)
    copy = read(notes=notes, known=said.lines_on, so_far=_unless_lost(said, so_far))
    if said.is_lost:
        return read(notes=(*notes, READ_BACK), so_far=so_far)
    return copy


def _unless_lost(said: Source, so_far: SoFar | None) -> SoFar | None:
    """The same, which hears nothing of a copy that lacks words of its source."""

    def heard(copy: Manuscript) -> None:
        if so_far and not said.is_lost:
            so_far(copy)

    return heard


def _compared(manuscript: Manuscript) -> Manuscript:
    """`manuscript`, its words held against its pictures."""
    unseen = unseen_words(manuscript)
    spans = [(word.start, word.end) for _line, word in unseen]
    pages = tuple(
        dataclasses.replace(page, simple=marked(page.simple, spans, UNSEEN))
        for page in manuscript.pages
    )
    findings = (*unseen_in(manuscript, unseen), *ligatures_in(manuscript))
    return dataclasses.replace(manuscript, pages=pages, findings=findings)


def _with_glyph_note(manuscript: Manuscript) -> Manuscript:
    if not has_missing_glyphs(manuscript.text):
        return manuscript
    return dataclasses.replace(manuscript, notes=(*manuscript.notes, MISSING_GLYPHS))
