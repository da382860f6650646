"""Make an RTF simple enough for pandoc to say all of it, and nothing else."""

import re

# pandoc skips the groups of running headers and footers; without their name they are body text.
RUNNING = re.compile(rb"\{\s*\\(header|footer)[lrf]?(?![a-z])")
# Tables of names: a letter beyond ASCII in them would leak into the text (pandoc 3.9).
TABLES = re.compile(rb"\{\s*\\(stylesheet|fonttbl|info)(?![a-z])")
HEX_LETTER = re.compile(rb"\\'[0-9a-fA-F]{2}")
BRACE = re.compile(rb"\\.|[{}]", re.DOTALL)


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
