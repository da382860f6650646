"""A Manuscript as JSON, from the child process that made it to the worker that keeps it.

The child has read hostile bytes, so its answer is checked like anything from outside.
"""

import json
import math
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path, PurePath
from typing import Any

from mentorship.documents.formats.manuscript import (
    Box,
    Finding,
    Limits,
    Line,
    Look,
    Manuscript,
    ManuscriptPage,
    PageImage,
    Piece,
    Word,
)
from mentorship.documents.formats.simple.kinds import KINDS

Row = list[Any]  # JSON of the child: each value is checked where it is taken out
CODE = re.compile(r"[a-z-]{1,40}")
SCALES = {1, 2}
LONGEST_FACT = 200  # characters


def dump(manuscript: Manuscript) -> str:
    """`manuscript` as compact JSON; images by their file names alone."""
    pages = [
        [
            page.number,
            page.width,
            page.height,
            page.start,
            page.end,
            [[*line_row(line), _look_row(line.look)] for line in page.lines],
            [[image.scale, image.path.name, image.width, image.height] for image in page.images],
            [piece_row(piece) for piece in page.simple],
        ]
        for page in manuscript.pages
    ]
    return json.dumps(
        [manuscript.format, manuscript.text, manuscript.notes, pages, findings_row(manuscript)],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def findings_row(manuscript: Manuscript) -> list[list[object]]:
    """What its owner should know, as it is sent and stored: [[code, {fact: …}], …]."""
    return [[finding.code, dict(finding.facts)] for finding in manuscript.findings]


def line_row(line: Line) -> list[object]:
    """A line as it is sent and stored: [number, start, end, box, angle, new block, words]."""
    words = [[word.start, word.end, *_rounded(word.box)] for word in line.words]
    box = _rounded(line.box)
    return [line.number, line.start, line.end, box, line.angle, int(line.new_block), words]


def piece_row(piece: Piece) -> list[object]:
    """A piece as it is sent and stored: [opens a line, start, end, marks], or [opens a line, text, marks]."""
    said = [piece.start, piece.end] if piece.end else [piece.text]
    return [int(piece.opens), *said, piece.marks]


def piece_of(row: Row) -> Piece:
    """The piece that `piece_row` wrote. Raises ValueError for what is none."""
    opens, *said, marks = row
    _require(len(said) in {1, 2} and type(marks) is str and set(marks) <= set(KINDS))
    if len(said) == 1:
        text = _text(said[0])
        _require(len(text) <= LONGEST_FACT)
        return Piece(text=text, opens=bool(opens), marks=marks)
    start, end = map(_count, said)
    return Piece(start, end, opens=bool(opens), marks=marks)


def _look_row(look: Look) -> list[object]:
    return [round(look.size, 2), int(look.bold), int(look.italic)]


def _rounded(box: Box) -> list[float]:
    return [round(edge, 5) for edge in box]


def load(raw: str, images_in: Path, *, limits: Limits) -> Manuscript:
    """The Manuscript that `dump` wrote, its images looked for in `images_in`.

    Raises ValueError when anything in it is not what a Manuscript can be.
    """
    try:
        format_, text, notes, pages, findings = json.loads(raw)
        manuscript = Manuscript(
            format=_code(format_),
            text=_text(text),
            notes=tuple(_code(note) for note in notes),
            findings=tuple(_finding(row) for row in findings),
            pages=tuple(_page(row, images_in) for row in pages),
        )
    except (TypeError, RecursionError) as error:
        raise ValueError("not a manuscript") from error
    _check(manuscript, limits)
    return manuscript


def _check(manuscript: Manuscript, limits: Limits) -> None:
    length, pages = len(manuscript.text), manuscript.pages
    lines = [line for page in pages for line in page.lines]
    _require(0 < len(pages) <= limits.pages)
    _require(length <= limits.pages * limits.characters_per_page + 2 * limits.pages)
    _require([page.number for page in pages] == list(range(1, len(pages) + 1)))
    _require([line.number for line in lines] == list(range(1, len(lines) + 1)))
    _in_order([(page.start, page.end) for page in pages], length)
    _in_order([(line.start, line.end) for line in lines], length)
    for line in lines:
        _require(all(line.start <= word.start <= word.end <= line.end for word in line.words))
    pieces = [piece for page in pages for piece in page.simple]
    _require(len(pieces) <= limits.pages * limits.characters_per_page)
    _require(all(piece.start <= piece.end <= length for piece in pieces))


def _in_order(spans: Sequence[tuple[int, int]], length: int) -> None:
    _require(all(0 <= start <= end <= length for start, end in spans))
    _require(all(before[1] <= after[0] for before, after in pairwise(spans)))


def _page(row: Row, images_in: Path) -> ManuscriptPage:
    number, width, height, start, end, lines, images, simple = row
    return ManuscriptPage(
        number=_count(number),
        width=_length(width),
        height=_length(height),
        start=_count(start),
        end=_count(end),
        lines=tuple(_line(line) for line in lines),
        images=tuple(_image(image, images_in) for image in images),
        simple=tuple(piece_of(piece) for piece in simple),
    )


def _line(row: Row) -> Line:
    number, start, end, box, angle, new_block, words, look = row
    return Line(
        number=_count(number),
        start=_count(start),
        end=_count(end),
        box=_box(box),
        words=tuple(_word(word) for word in words),
        angle=_count(angle),
        new_block=bool(new_block),
        look=_look(look),
    )


def _look(row: Row) -> Look:
    size, bold, italic = row
    return Look(_number(size), bool(bold), bool(italic))


def _word(row: Row) -> Word:
    start, end, *box = row
    return Word(_count(start), _count(end), _box(box))


def _image(row: Row, images_in: Path) -> PageImage:
    scale, name, width, height = row
    _require(isinstance(name, str) and PurePath(name).name == name and scale in SCALES)
    path = images_in / name
    _require(path.is_file() and not path.is_symlink())
    return PageImage(_count(scale), path, _count(width), _count(height))


def _box(edges: Row) -> Box:
    left, top, right, bottom = (min(max(_number(edge), 0.0), 1.0) for edge in edges)
    return left, top, right, bottom


def _length(value: Any) -> float:
    points = _number(value)
    _require(0 < points <= 20_000)
    return points


def _number(value: Any) -> float:
    _require(type(value) in {int, float} and math.isfinite(value))
    return float(value)


def _count(value: Any) -> int:
    _require(type(value) is int and 0 <= value < 1 << 31)
    return int(value)


def _finding(row: Row) -> Finding:
    code, facts = row
    _require(type(facts) is dict)
    return Finding(_code(code), {_code(name): _fact(value) for name, value in facts.items()})


def _fact(value: Any) -> str | int:
    if type(value) is str:
        _require(len(value) <= LONGEST_FACT)
        return _text(value)
    return _count(value)


def _text(value: Any) -> str:
    _require(type(value) is str)
    value.encode()  # a lone surrogate is no text: UnicodeEncodeError is a ValueError
    return str(value)


def _code(value: Any) -> str:
    _require(type(value) is str and CODE.fullmatch(value) is not None)
    return str(value)


def _require(holds: bool) -> None:
    if not holds:
        raise ValueError("not a manuscript")
