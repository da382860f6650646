"""Lines of ink given their numbers, and their places in one text."""

from collections.abc import Iterable
from itertools import count

from mentorship.documents.formats.manuscript import (
    Box,
    Line,
    Look,
    ManuscriptPage,
    PageImage,
    Word,
)
from mentorship.documents.formats.pdf.frame import Frame
from mentorship.documents.formats.pdf.lines import InkLine
from mentorship.documents.formats.pdf.words import InkWord

InkPage = tuple[Frame, list[InkLine], tuple[PageImage, ...]]


def number_pages(ink_pages: Iterable[InkPage]) -> tuple[str, tuple[ManuscriptPage, ...]]:
    """The whole text and the pages that point into it; lines are numbered from 1 throughout."""
    numbers = count(1)
    texts: list[str] = []
    pages: list[ManuscriptPage] = []
    start = 0
    for frame, ink_lines, images in ink_pages:
        lines: list[Line] = []
        line_texts: list[str] = []
        at = start
        for ink in ink_lines:
            text, words = _written(ink, at, frame)
            lines.append(_numbered(next(numbers), ink, words, frame))
            line_texts.append(text)
            at += len(text) + 1
        texts.append("\n".join(line_texts))
        end = start + len(texts[-1])
        pages.append(
            ManuscriptPage(
                len(pages) + 1, frame.width, frame.height, start, end, tuple(lines), images
            )
        )
        start = end + 2
    return "\n\n".join(texts), tuple(pages)


def _written(ink: InkLine, at: int, frame: Frame) -> tuple[str, tuple[Word, ...]]:
    """The text of a line that begins at offset `at`, and its words."""
    text = ""
    words = []
    for word in ink.words:
        if text and word.spaced:
            text += " "
        start = at + len(text)
        text += word.text
        words.append(Word(start, at + len(text), _seen(word, frame)))
    return text, tuple(words)


def _numbered(number: int, ink: InkLine, words: tuple[Word, ...], frame: Frame) -> Line:
    return Line(
        number=number,
        start=words[0].start,
        end=words[-1].end,
        box=_seen(ink, frame),
        words=words,
        angle=ink.angle,
        new_block=ink.new_block,
        look=Look(round(ink.height, 2), ink.bold, ink.italic),
    )


def _seen(ink: InkWord | InkLine, frame: Frame) -> Box:
    """Its box as fractions of the page, cut off at the page's edges."""
    return (
        _fraction(ink.left, frame.width),
        _fraction(ink.top, frame.height),
        _fraction(ink.right, frame.width),
        _fraction(ink.bottom, frame.height),
    )


def _fraction(length: float, whole: float) -> float:
    return round(min(max(length / whole, 0.0), 1.0), 5)
