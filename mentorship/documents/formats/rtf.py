"""RTF, made simple enough for pandoc to say all of it, and nothing else."""

import re
from pathlib import Path

from mentorship.documents.formats.pandoc import blocks_of
from mentorship.documents.formats.typeset import Typeset, typeset

# pandoc skips the groups of running headers and footers; without their name they are body text.
RUNNING = re.compile(rb"\{\s*\\(header|footer)[lrf]?(?![a-z])")
# Tables of names: a letter beyond ASCII in them would leak into the text (pandoc 3.9).
TABLES = re.compile(rb"\{\s*\\(stylesheet|fonttbl|info)(?![a-z])")
HEX_LETTER = re.compile(rb"\\'[0-9a-fA-F]{2}")
BRACE = re.compile(rb"\\.|[{}]", re.DOTALL)


def to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the RTF `original`, made in `folder`."""
    source = folder / "simple.rtf"
    source.write_bytes(simplify(original.read_bytes()))
    return typeset(blocks_of(source, "rtf", folder), folder)


def cleaned(original: Path, folder: Path) -> Path:
    """`original` as LibreOffice may see it: as it is, under a name of ours."""
    source = folder / "faithful.rtf"
    source.write_bytes(original.read_bytes())
    return source


def simplify(raw: bytes) -> bytes:
    """`raw` with its running headers and footers in the text."""
    pieces, place = [], 0
    for table in TABLES.finditer(raw):
        if table.start() < place:
            continue
        end = _end_of_group(raw, table.start())
        pieces += [raw[place : table.start()], HEX_LETTER.sub(b"", raw[table.start() : end])]
        place = end
    return RUNNING.sub(b"{", b"".join([*pieces, raw[place:]]))


def _end_of_group(raw: bytes, start: int) -> int:
    depth = 0
    for brace in BRACE.finditer(raw, start):
        depth += {b"{": 1, b"}": -1}.get(brace[0], 0)
        if not depth:
            return brace.end()
    return len(raw)
