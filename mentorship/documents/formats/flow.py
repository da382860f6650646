"""Which lines of a page go on from the line before, so that text can be wrapped anew.

A line was wrapped when the first word of the next one had no room left in its column; else its
author broke it, unless a sentence visibly goes on. Lines that look different, details of contact and
dates always begin anew. Pure: boxes and words in, claims out.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mentorship.documents.formats.manuscript import Line
from mentorship.documents.text.dating import is_dates
from mentorship.documents.text.folding import SOFT_HYPHEN

SAME_LEFT = 0.04  # of the page's width: a bullet's text is a little further in than its bullet
SAME_HEIGHT = 1.1
SPACE = 0.006
MARKS = "•◦▪▫‣⁃∙●○■□◆◇➢➤✓✔❖·–—*-"
_MOST_STEP = 1.7  # line heights from top to top: beyond, there is a gap between
_LEAST_OF_SENTENCE = 24  # characters: a shorter line is an entry of a list
_SHORT = 45
_CONTACT = re.compile(
    r"\S+@\S+\.\w|(?:https?://|www\.)\S|\S+\.\w{2,4}/\S|\+?\(?\d[\d ()./-]{6,}\d$"
)
_ENDED = re.compile(r"[.!?:;…)\]\d]$")


class _Step(NamedTuple):
    """One line after another, and what they say."""

    before: Line
    line: Line
    said: str
    says: str


def goes_on(lines: Sequence[Line], text: str) -> list[bool]:
    """For each line of one page, whether it continues the line before it.

    text  the whole text that the lines' offsets count in.
    """
    claims = [False] * len(lines)
    for place in range(1, len(lines)):
        before, line = lines[place - 1], lines[place]
        step = _Step(before, line, text[before.start : before.end], text[line.start : line.end])
        claims[place] = step.said.endswith(SOFT_HYPHEN) or (
            _may_go_on(step) and (_sentence_goes_on(step) or _had_no_room(step, lines))
        )
    return claims


def in_one_row(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether the second of two boxes stands beside the first, not above or below it."""
    return one[1] < (other[1] + other[3]) / 2 < one[3]


def _may_go_on(step: _Step) -> bool:
    before, line = step.before, step.line
    below = line.box[1] >= before.box[1] and line.box[0] <= before.box[2]
    if not below or in_one_row(before.box, line.box) or line.angle or before.angle:
        return False
    return not (step.says[:1] in MARKS or _look_different(before, line) or _is_entry(step))


def _look_different(before: Line, line: Line) -> bool:
    one, other = before.look, line.look
    sizes = sorted((one.size, other.size))
    return one.bold != other.bold or sizes[1] > sizes[0] * SAME_HEIGHT > 0


def _is_entry(step: _Step) -> bool:
    """Whether one of two short lines is a detail of contact or a date, which stands for itself."""
    if len(step.said) > _SHORT or len(step.says) > _SHORT:
        return False
    return any(is_dates(text) or _CONTACT.search(text) for text in (step.said, step.says))


def _sentence_goes_on(step: _Step) -> bool:
    """Whether a small letter goes on right below what is long enough, and has not ended."""
    near = abs(step.line.box[0] - step.before.box[0]) <= SAME_LEFT
    drop = step.line.box[1] - step.before.box[1]
    return (
        near
        and drop <= _MOST_STEP * _height(step.before)
        and len(step.said) >= _LEAST_OF_SENTENCE
        and step.says[:1].islower()
        and not _ENDED.search(step.said)
    )


def _had_no_room(step: _Step, lines: Sequence[Line]) -> bool:
    room = _column_end(step.before, lines) - step.before.box[2]
    return not step.line.new_block and _first_word(step.line) + SPACE > room


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
