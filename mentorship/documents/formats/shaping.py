"""The shapes of the lines of a reading copy: of a new one, and of one that was kept without."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from mentorship.documents.formats.flow import goes_on, in_one_row
from mentorship.documents.formats.manuscript import Line, Manuscript
from mentorship.documents.formats.shape import SeenLine, Shape, shapes
from mentorship.documents.text.folding import SOFT_HYPHEN

_STEP = 1.6  # heights of a line from top to top: beyond, there is a gap between
Row = Sequence[Any]  # of JSON, as `models.Page` tells it


def shapes_of(manuscript: Manuscript) -> list[tuple[list[Shape], list[bool]]]:
    """For each page the shapes of its lines, and which of them go on from the line before."""
    text = manuscript.text
    wrapped = [goes_on(page.lines, text) for page in manuscript.pages]
    seen = [
        [
            _seen(line, wraps, *placed, text)
            for line, wraps, placed in zip(page.lines, claims, _placed(page.lines), strict=True)
        ]
        for page, claims in zip(manuscript.pages, wrapped, strict=True)
    ]
    return list(zip(shapes(seen), wrapped, strict=True))


def shapes_of_rows(pages: Sequence[tuple[Sequence[Row], float]], text: str) -> list[list[Shape]]:
    """The shapes of lines that were kept before shapes were: by their boxes and words alone.

    pages  of each its rows, and its height
    """
    return shapes([_seen_rows(rows, height, text) for rows, height in pages])


def _seen(line: Line, wraps: bool, is_beside: bool, is_below: bool, text: str) -> SeenLine:
    size, bold, italic = line.look.size, line.look.bold, line.look.italic
    words = text[line.start : line.end]
    return SeenLine(
        words, line.box[0], size, bold, italic, line.new_block, wraps, is_beside, is_below
    )


def _placed(lines: Sequence[Line]) -> list[tuple[bool, bool]]:
    """For each line, whether it stands beside the one before, and whether right below it."""
    claims = [
        (in_one_row(before.box, line.box), _is_below(before.box, line.box))
        if before.angle == line.angle == 0
        else (False, False)
        for before, line in pairwise(lines)
    ]
    return [(False, False), *claims][: len(lines)]


def _is_below(before: Sequence[float], box: Sequence[float]) -> bool:
    return 0 <= box[1] - before[1] <= _STEP * (box[3] - box[1])


def _seen_rows(rows: Sequence[Row], height: float, text: str) -> list[SeenLine]:
    seen = []
    last: Row = ()
    for _number, start, end, box, angle, is_apart, wraps, *_ink in rows:
        placed = bool(last) and not angle
        beside = placed and in_one_row(last, box)
        flows = text[max(start - 2, 0) : start] == f"{SOFT_HYPHEN}\n" or (
            bool(wraps) and not beside
        )
        size = 0.0 if angle else (box[3] - box[1]) * height
        seen.append(
            SeenLine(
                text[start:end],
                box[0],
                size,
                bold=False,
                italic=False,
                is_apart=bool(is_apart),
                goes_on=flows,
                is_beside=beside,
                is_below=placed and _is_below(last, box),
            )
        )
        last = box
    return seen
