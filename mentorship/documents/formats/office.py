"""What office packages share on their way to a PDF: every word in its order, the layout simple.

Tracked changes are accepted; headers, footers and text boxes come into the text; the only pictures
are those inside the file. All raise Unreadable.
"""

from collections.abc import Callable
from pathlib import Path

from mentorship.documents.formats.blocks import Block, paragraph
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.pandoc import blocks_of
from mentorship.documents.formats.preflight import Package, write_package
from mentorship.documents.formats.runs import text_run
from mentorship.documents.formats.typeset import Typeset, typeset


def package_to_pdf(
    simple: Package, source: Path, reader: str, paragraphs: Callable[[Package], list[str]]
) -> Typeset:
    """A PDF of the simple package, made beside `source`, where it is written for pandoc's `reader`.

    paragraphs  its bare words: they are shown when pandoc cannot read it
    """
    write_package(simple, source)
    blocks = _read(source, reader) or [paragraph([text_run(said)]) for said in paragraphs(simple)]
    return typeset(blocks, source.parent)


def _read(source: Path, reader: str) -> list[Block]:
    try:
        return blocks_of(source, reader, source.parent)
    except Unreadable as refusal:
        if refusal.code == "damaged":
            return []
        raise
