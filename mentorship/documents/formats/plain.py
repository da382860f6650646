"""Plain text as a PDF."""

import re
from pathlib import Path

from mentorship.documents.formats.blocks import Block, code_lines, keep_spaces, paragraph
from mentorship.documents.formats.decoding import text_of
from mentorship.documents.formats.runs import line_break, text_run
from mentorship.documents.formats.typeset import Typeset, typeset

TAB = 8
# Words set apart on one line by more than a word space, or a drawn frame: columns.
COLUMNS = re.compile(r"\S {3,}\S|[─-╿]")
LEADER = re.compile(r"^\s*(?:[-*•–·]|\d+[.)])\s+")  # the gap after a bullet is no column
FEWEST_COLUMN_LINES = 3
COLUMNS_ON_PAGE = 87  # letters of one width on a line of the page at full size
SMALLEST = 0.75


def to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the plain text `original`: its own lines and indents, nothing read as markup.

    Letters of one width only where columns depend on them. Long lines wrap.
    """
    return typeset(text_blocks(text_of(original)), folder)


def text_blocks(text: str) -> list[Block]:
    """`text` as one paragraph per run of lines between empty lines."""
    lines = _lines(text)
    columnar = sum(bool(COLUMNS.search(LEADER.sub("", line))) for line in lines)
    if columnar < FEWEST_COLUMN_LINES:
        return [
            paragraph([run for line in group for run in (line_break(), text_run(line))][1:])
            for group in _groups([keep_spaces(line) for line in lines])
        ]
    size = max(SMALLEST, min(1.0, COLUMNS_ON_PAGE / max(map(len, lines))))
    return [paragraph(code_lines(group), size=size) for group in _groups(lines)]


def _lines(text: str) -> list[str]:
    for end in ("\r\n", "\r", "\v"):
        text = text.replace(end, "\n")
    return [line.rstrip().expandtabs(TAB) for line in text.replace("\f", "\n\n").split("\n")]


def _groups(lines: list[str]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]
