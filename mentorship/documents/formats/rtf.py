"""RTF, made simple enough for pandoc to say all of it, and nothing else."""

import json
import re
from pathlib import Path

from mentorship.documents.formats.pandoc import blocks_of
from mentorship.documents.formats.rtf_letters import in_one_spelling
from mentorship.documents.formats.typeset import Typeset, typeset

# pandoc skips the groups of running headers and footers; without their name they are body text.
RUNNING = re.compile(rb"\{\s*\\(header|footer)[lrf]?(?![a-z])")
FIELD_CODE = re.compile(rb"\{\s*\\\*\s*\\fldinst(?![a-z])")
CONTROLS = re.compile(rb"\\[a-z]+-?\d* ?|\\\W|[{}\s]+")
BRACE = re.compile(rb"\\.|[{}]", re.DOTALL)
# What LibreOffice would work out anew, though its result was saved: today's date, mostly.
SETTLED = {
    b"DATE", b"TIME", b"CREATEDATE", b"SAVEDATE", b"PRINTDATE", b"EDITTIME", b"MERGEFIELD",
    b"AUTHOR", b"FILENAME", b"TITLE", b"SUBJECT", b"USERNAME", b"USERINITIALS", b"USERADDRESS",
}  # fmt: skip


def to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the RTF `original`, made in `folder`."""
    source = folder / "simple.rtf"
    simple, stand_for = simplify(original.read_bytes())
    source.write_bytes(simple)
    said = json.dumps(blocks_of(source, "rtf", folder), ensure_ascii=False)
    return typeset(json.loads(said.translate(stand_for)), folder)


def cleaned(original: Path, folder: Path) -> Path:
    """`original` as LibreOffice may see it: its dates as saved, under a name of ours."""
    source = folder / "faithful.rtf"
    source.write_bytes(settled(original.read_bytes()))
    return source


def settled(raw: bytes) -> bytes:
    """`raw` without the codes of fields whose saved results shall stay."""
    pieces, place = [], 0
    for code in FIELD_CODE.finditer(raw):
        end = _end_of_group(raw, code.start())
        words = CONTROLS.sub(b" ", raw[code.start() : end]).split(maxsplit=1)
        if code.start() >= place and words and words[0].upper() in SETTLED:
            pieces.append(raw[place : code.start()])
            place = end
    return b"".join([*pieces, raw[place:]])


def _end_of_group(raw: bytes, start: int) -> int:
    depth = 0
    for brace in BRACE.finditer(raw, start):
        depth += {b"{": 1, b"}": -1}.get(brace[0], 0)
        if not depth:
            return brace.end()
    return len(raw)


def simplify(raw: bytes) -> tuple[bytes, dict[int, str]]:
    """`raw` with its running headers and footers in the text, and what some of its letters stand for."""
    spelled, stand_for = in_one_spelling(raw)
    return RUNNING.sub(b"{", spelled), stand_for
