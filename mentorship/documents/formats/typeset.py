"""Blocks of text, set on A4 pages as a PDF.

A block is plain JSON, and `template.typ` says how each kind looks:

    {"k": "p", "runs": [run], "rtl": bool, "size": 1.0}       paragraph
    {"k": "h", "runs": [run], "rtl": bool, "level": 1}        heading
    {"k": "list", "items": [[block]]}                         bullets
    {"k": "enum", "items": …, "start": 1, "numbering": "1."}  numbers
    {"k": "inset", "blocks": [block]}                         quotation, definition
    {"k": "table", "columns": [share or 0], "cells": [{"across": 1, "down": 1, "blocks": [block]}]}
    {"k": "picture", "image": name of a file in the folder, "width": points}
    {"k": "rule"}

A run is {"t": text, "s": style letters}, with the text "\\n" for a line break; or {"note": [run]};
or {"image", "width"} for an icon in the line. The template takes them with their words numbered, as
`known/pieces.py` gives them.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import typst

from mentorship.documents.formats.blocks import Block, words_only
from mentorship.documents.formats.coverage import has_missing_glyphs, with_marks
from mentorship.documents.formats.known.pieces import Pieces, number_pieces
from mentorship.documents.formats.manuscript import Unreadable

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
TEMPLATE = HERE / "template.typ"


@dataclass(frozen=True, slots=True)
class Typeset:
    """The PDF, and whether it shows an empty box where a letter should be.

    pieces  what it says, in the order of the source: what the PDF alone would say is not asked
    """

    pdf: Path
    has_missing_glyphs: bool
    pieces: Pieces = ()


def typeset(blocks: list[Block], folder: Path) -> Typeset:
    """`blocks` as a PDF in `folder`, where the images they name lie.

    The same blocks give the same bytes: no date, no system fonts.
    """
    shutil.copyfile(TEMPLATE, folder / TEMPLATE.name)
    for attempt in (blocks, words_only(blocks)):
        numbered, pieces = number_pieces(attempt)
        said = json.dumps(numbered, ensure_ascii=False)
        (folder / "blocks.json").write_text(with_marks(said), encoding="utf-8")
        try:
            return Typeset(_compile(folder), has_missing_glyphs(said), pieces)
        except typst.TypstError:  # a table or picture it will not set: the words are worth more
            continue
    raise Unreadable("no-converter")


def _compile(folder: Path) -> Path:
    pdf = folder / "typeset.pdf"
    typst.compile(
        folder / TEMPLATE.name,
        output=pdf,
        root=folder,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        timestamp=0,
        pdf_tags=False,
    )
    return pdf
