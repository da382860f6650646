"""The sentence or the item that a line is a part of: a line ends where the page does. Pure."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from mentorship.documents.text.folding import SOFT_HYPHEN

MAX_PHRASE = 300  # characters of a phrase; of a longer one the line alone says it better
_SENTENCE_END = re.compile(r"(?:[.!?…؟।][\"”’')\]]*\s+|[。！？]\s*)(?=[^\s\da-zà-ÿ])")


class WrappedLine(NamedTuple):
    """A line: where it runs, and whether the one before was wrapped and runs on into it."""

    start: int
    end: int
    goes_on: bool


def whole_phrase(start: int, end: int, lines: Sequence[WrappedLine], text: str) -> str:
    """The sentence or item around whole lines of it, on one line.

    Empty when there is no more to it: what starts or ends within a line was chosen so, a line may be
    all of its sentence, and a phrase of more than `MAX_PHRASE` characters is too long to quote.
    """
    first = last = bisect_right(lines, start, key=lambda line: line.start) - 1
    while last + 1 < len(lines) and lines[last + 1].start < end:
        last += 1
    if first < 0 or text[lines[first].start : lines[last].end].strip() != text[start:end].strip():
        return ""
    while first and lines[first].goes_on:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].goes_on:
        last += 1
    whole = text[slice(*_sentences(lines[first].start, lines[last].end, start, end, text))]
    said = " ".join(whole.replace(f"{SOFT_HYPHEN}\n", "").replace(SOFT_HYPHEN, "").split())
    return said if len(whole.strip()) > end - start and len(said) <= MAX_PHRASE else ""


def _sentences(begin: int, stop: int, start: int, end: int, text: str) -> tuple[int, int]:
    """From where the first sentence of a stretch begins to where its last one ends, within a block."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, begin, stop)]
    return (
        max((one for one in ends if one <= start), default=begin),
        min((one for one in ends if one >= end), default=stop),
    )
