"""Office files as a PDF, by pandoc and typst: every word in its order, the layout made simple."""

from pathlib import Path

from mentorship.documents.formats import docx, odt, pandoc, rtf
from mentorship.documents.formats.blocks import Block, paragraph
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.preflight import Package, open_package, write_package
from mentorship.documents.formats.runs import text_run
from mentorship.documents.formats.typeset import typeset


def office_to_pdf(original: Path, format: str, folder: Path) -> Path:
    """A PDF of the DOCX, ODT or RTF `original`, made in `folder`, without its own layout.

    Tracked changes are accepted; headers, footers and text boxes come into the text; pictures are
    those inside the file. Raises Unreadable.
    """
    return typeset(_blocks(original, format, folder), folder)


def _blocks(original: Path, format: str, folder: Path) -> list[Block]:
    if format == "rtf":
        source = folder / "simple.rtf"
        source.write_bytes(rtf.simplify(original.read_bytes()))
        return pandoc.blocks_of(source, "rtf", folder)
    package = open_package(original)
    if format == "docx":
        return _read(docx.simplify(package), "docx", folder)
    return _read(odt.simplify(package), "odt", folder)


def _read(package: Package, format: str, folder: Path) -> list[Block]:
    source = write_package(package, folder / f"simple.{format}")
    reader = "docx+styles" if format == "docx" else "odt"
    try:
        return pandoc.blocks_of(source, reader, folder)
    except Unreadable as refusal:
        if refusal.code != "damaged":
            raise
    bare = docx.paragraphs(package) if format == "docx" else odt.paragraphs(package)
    return [paragraph([text_run(text)]) for text in bare]
