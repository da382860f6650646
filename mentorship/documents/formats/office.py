"""Office files as a PDF, by pandoc and typst: every word in its order, the layout made simple.

Tracked changes are accepted; headers, footers and text boxes come into the text; the only pictures
are those inside the file. All raise Unreadable.
"""

from pathlib import Path

from mentorship.documents.formats import docx, odt, rtf
from mentorship.documents.formats.blocks import Block, paragraph
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.pandoc import blocks_of
from mentorship.documents.formats.preflight import open_package, write_package
from mentorship.documents.formats.runs import text_run
from mentorship.documents.formats.typeset import Typeset, typeset


def docx_to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the Word file `original`, made in `folder`."""
    package = docx.simplify(open_package(original))
    source = write_package(package, folder / "simple.docx")
    blocks = _read(source, "docx+styles", folder) or _bare(docx.paragraphs(package))
    return typeset(blocks, folder)


def odt_to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the OpenDocument text `original`, made in `folder`."""
    package = odt.simplify(open_package(original))
    source = write_package(package, folder / "simple.odt")
    blocks = _read(source, "odt", folder) or _bare(odt.paragraphs(package))
    return typeset(blocks, folder)


def rtf_to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the RTF `original`, made in `folder`."""
    source = folder / "simple.rtf"
    source.write_bytes(rtf.simplify(original.read_bytes()))
    return typeset(blocks_of(source, "rtf", folder), folder)


def _read(source: Path, reader: str, folder: Path) -> list[Block]:
    """What pandoc reads in `source`: nothing when it cannot, for then the bare words are shown."""
    try:
        return blocks_of(source, reader, folder)
    except Unreadable as refusal:
        if refusal.code == "damaged":
            return []
        raise


def _bare(paragraphs: list[str]) -> list[Block]:
    return [paragraph([text_run(text)]) for text in paragraphs]
