"""Which lines of a page go on from the line before, so that text can be wrapped anew.

A line was wrapped when the first word of the next one had no room left in its column; else its
author broke it. Pure: boxes in, claims out.
"""

from collections.abc import Sequence

from mentorship.documents.formats.manuscript import Line

SAME_LEFT = 0.04  # of the page's width: a bullet's text is a little further in than its bullet
SAME_HEIGHT = 1.1
SPACE = 0.006
MARKS = "•◦▪‣∙·–—*-"


def goes_on(lines: Sequence[Line], text: str) -> list[bool]:
    """For each line of one page, whether it continues the line before it.

    text  the whole text that the lines' offsets count in.
    """
    claims = [False] * len(lines)
    for place in range(1, len(lines)):
        before, line = lines[place - 1], lines[place]
        if _may_go_on(before, line, text):
            room = _column_end(before, lines) - before.box[2]
            claims[place] = _first_word(line) + SPACE > room
    return claims


def _may_go_on(before: Line, line: Line, text: str) -> bool:
    below = line.box[1] >= before.box[1] and line.box[0] <= before.box[2]
    marked = text[line.start : line.start + 1] in MARKS
    return below and not (line.new_block or marked or line.angle or before.angle)


def _column_end(line: Line, lines: Sequence[Line]) -> float:
    """The furthest right edge of the lines that begin where `line` does and are as tall.

    A title over a narrow column is taller, and says nothing about where the column ends.
    """
    return max(other.box[2] for other in lines if _same_column(line, other))


def _same_column(line: Line, other: Line) -> bool:
    near = abs(other.box[0] - line.box[0]) <= SAME_LEFT
    return near and _height(other) <= _height(line) * SAME_HEIGHT


def _height(line: Line) -> float:
    return line.box[3] - line.box[1]


def _first_word(line: Line) -> float:
    left, _, right, _ = line.words[0].box if line.words else line.box
    return right - left
