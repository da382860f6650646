"""Markdown as a PDF."""

from pathlib import Path

from mentorship.documents.formats.decoding import text_of
from mentorship.documents.formats.pandoc import blocks_of
from mentorship.documents.formats.typeset import Typeset, typeset

# GitHub's Markdown: no raw Typst. What stands between "---" on top is text like the rest.
READER = "gfm-yaml_metadata_block+definition_lists"


def to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the Markdown `original`. Pictures are not fetched; the words for them stay."""
    source = folder / "source.md"
    source.write_text(text_of(original), encoding="utf-8")
    return typeset(blocks_of(source, READER, folder, alt_texts=True), folder)
