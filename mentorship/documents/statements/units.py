"""The units of a text: headings, bullets, rows, sentences, items of a list. Pure.

A line that goes on where the one before had no more room is the same unit; a bullet, an empty line,
the end of a sentence, a sign between items of a list begin another one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mentorship.documents.statements.terms import is_cut_short, is_month
from mentorship.documents.text.words import Words

_SENTENCE_ENDS = frozenset(".!?。！？؟।")
_BETWEEN_ITEMS = frozenset({"\u2022", "|"})
BULLETS = frozenset({"\u2022", "-"})
_CLAUSE_ENDS = frozenset(",;:()[]{}、，；：（）،؛-")
_FULL = 0.9  # of the longest line: a line into which the next word would not have fitted
_HEADING = 6  # words, at most


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that are read as one.

    start, stop  its first word, and past its last one
    is_heading   whether it looks like what heads a section
    """

    start: int
    stop: int
    is_heading: bool = False

    @property
    def words(self) -> range:
        """Its words."""
        return range(self.start, self.stop)


def units_of(words: Words) -> list[Unit]:
    """The units of a text, in its order: every word is in one."""
    starts = [*_starts(words), len(words.keys)]
    return [Unit(*ends, _is_heading(words, *ends)) for ends in pairwise(starts)]


def _starts(words: Words) -> Iterator[int]:
    width = max(map(len, words.text.splitlines()), default=0)
    for word in range(len(words.keys)):
        before = words.keys[word - 1] if word else ""
        if (
            not word
            or (words.begins_line(word) and not _goes_on(words, word, width))
            or (before in _SENTENCE_ENDS and _begins_sentence(words, word))
            or (before in _BETWEEN_ITEMS and _is_between_items(words, word - 1))
        ):
            yield word


def _is_between_items(words: Words, word: int) -> bool:
    """Whether this sign parts two items of a line: blanks on either side."""
    if words.begins_line(word):
        return False
    start, end = words.starts[word], words.ends[word]
    return words.text[start - 1].isspace() and words.text[end : end + 1].isspace()


def _goes_on(words: Words, word: int, width: int) -> bool:
    """Whether the line that begins with `word` is the rest of the one before."""
    if words.is_apart(word) or words.keys[word] in BULLETS:
        return False
    end = words.starts[word]
    if words.text[end].isdecimal() and words.text[words.ends[word - 1] - 1] > "\u2e80":
        return False
    line_end = words.text.rfind("\n", 0, end)
    before = words.text[words.text.rfind("\n", 0, line_end) + 1 : line_end].rstrip()
    length = len(before) + 1 + words.ends[word] - words.starts[word]
    if length > _FULL * width:
        return True
    return words.text[end].islower() and length > 0.6 * width


def _begins_sentence(words: Words, word: int) -> bool:
    """Whether what follows an end begins a sentence, and that end was not of "Dr." or "3. März"."""
    first, end = words.text[words.starts[word]], words.keys[word - 1]
    if end > "\u2e80":
        return True
    gap = words.text[words.ends[word - 1] : words.starts[word]]
    return not first.islower() and bool(gap) and not (end == "." and _is_cut_short(words, word - 2))


def _is_cut_short(words: Words, word: int) -> bool:
    """Whether a full stop behind this word says that it is an abbreviation, or the third of March."""
    key = words.keys[word] if word >= 0 else ""
    following = words.keys[word + 2]
    if key.isdecimal():
        return len(key) < 3 and is_month(following)
    return len(key) == 1 or is_cut_short(key) or (is_month(key) and following.isdecimal())


def _is_heading(words: Words, start: int, stop: int) -> bool:
    """Whether a unit is a short line of its own without figures, set apart or in capitals."""
    keys = words.keys[start:stop]
    if not words.begins_line(start) or (stop < len(words.keys) and not words.begins_line(stop)):
        return False
    text = words.text[words.starts[start] : words.ends[stop - 1]]
    brief = stop - start <= (_HEADING if text.isascii() or " " in text else 2 * _HEADING)
    if not brief or "," in keys or keys[-1] == "." or any(map(str.isdigit, text)):
        return False
    return text.isupper() or not start or words.is_apart(start)


def is_clause_end(key: str) -> bool:
    """Whether a word is a sign between clauses, sentences or items."""
    return key in _CLAUSE_ENDS or key in _SENTENCE_ENDS or key in _BETWEEN_ITEMS


def is_sign(key: str) -> bool:
    """Whether a word is a sign, and no word."""
    return not key[0].isalnum()
