"""What each word of a text says, and how much: its stem, its number, its month, and what means the same."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import log

from mentorship.documents.statements.terms import (
    heading_groups,
    is_common,
    is_figure,
    is_formula,
    terms_of,
    unspaced,
)
from mentorship.documents.statements.units import Unit, is_sign
from mentorship.documents.text.words import Words

LARGE = 10_000  # a number from here on is as telling as a name; there are too many smaller ones
_MOST_LETTERS = 9  # of a word: it says no more for being longer
_IDEOGRAPH = "\u2e80"
RARE = 7  # what a word says that is a name, or as telling as one
_FORMULA = 8  # words of a greeting, at most


@dataclass(frozen=True, slots=True)
class Said:
    """A text in units, and of each of its words the unit, the terms, and the weight: 0 for a sign, up
    to 9."""

    words: Words
    units: Sequence[Unit]
    places: Sequence[int]
    terms: Sequence[frozenset[str]]
    weights: Sequence[float]
    _heads: dict[int, frozenset[int]] = field(default_factory=dict, repr=False, compare=False)
    _formulas: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def unit_at(self, word: int) -> int:
        """Which unit holds this word."""
        return self.places[word]

    def weight(self, words: Iterable[int]) -> float:
        """How much these words say together."""
        return sum(map(self.weights.__getitem__, words))

    def formulas(self, number: int) -> frozenset[str]:
        """Which formulas of letters a short unit is: how they begin and end. Found once."""
        if number not in self._formulas:
            words = self.units[number].words if len(self.units[number].words) <= _FORMULA else ()
            terms = (term for word in words for term in self.terms[word])
            self._formulas[number] = frozenset(filter(is_formula, terms))
        return self._formulas[number]

    def text(self, first: int, last: int) -> str:
        """From one word to another one, as it is written."""
        return self.words.text[self.words.starts[first] : self.words.ends[last]]

    def heads(self, number: int) -> frozenset[int]:
        """What a heading of this text heads, as `heading_groups` tells it. Found once."""
        if number not in self._heads:
            heading = self.units[number]
            self._heads[number] = heading_groups(self.text(heading.start, heading.stop - 1))
        return self._heads[number]


def said(words: Words, units: Sequence[Unit], language: str) -> Said:
    """What a text in this language says, unit by unit."""
    terms = [terms_of(_written(words, word), language) for word in range(len(words.keys))]
    _add_unspaced(words, terms)
    counts = Counter(words.keys)
    weights = [_weight(key, term, counts[key]) for key, term in zip(words.keys, terms, strict=True)]
    places = [number for number, unit in enumerate(units) for _ in unit.words]
    return Said(words, units, places, terms, weights)


def _written(words: Words, word: int) -> str:
    """A word as it is written, but for capitals and for where a line ends."""
    text = words.text[words.starts[word] : words.ends[word]]
    return words.keys[word] if "\n" in text or text.isalpha() else text.casefold()


def _add_unspaced(words: Words, terms: list[frozenset[str]]) -> None:
    """What several characters say together, in a script without blanks: to each of them its part."""
    if not any(key >= _IDEOGRAPH for key in words.keys):
        return
    for word in range(1, len(words.keys)):
        before = words.keys[word - 1]
        if words.keys[word] == "月" and before.isdecimal():
            terms[word - 1] |= {f"@{int(before)}"}
    for wording, groups in unspaced().items():
        place = words.text.find(wording)
        while place >= 0:
            first, last = words.within(place, place + len(wording))
            for word in range(first, last):
                terms[word] |= {f"{group}.{word - first}" for group in groups}
            place = words.text.find(wording, place + 1)


@lru_cache(maxsize=50_000)
def _weight(key: str, terms: frozenset[str], count: int) -> float:
    if is_sign(key):
        return 0.0
    if any(map(is_figure, terms)):
        is_large = any(term[0] == "=" and float(term[1:]) >= LARGE for term in terms)
        return 8.0 if is_large or sum(map(str.isdigit, key)) > 4 else 4.0
    if is_common(key):
        return 0.5
    letters = 3 if len(key) == 1 and key >= _IDEOGRAPH else min(len(key), _MOST_LETTERS)
    return letters / (1 + 0.35 * log(count))


def sections(text: Said) -> list[range]:
    """The units of each section, its heading first."""
    heads = [number for number, unit in enumerate(text.units) if unit.is_heading]
    return [range(*ends) for ends in pairwise([*heads, len(text.units)])]


def rare(text: Said) -> dict[str, int]:
    """Where names and large numbers are that are there once; -1 for those that are there twice."""
    found: dict[str, int] = {}
    for word, key in enumerate(text.words.keys):
        if text.weights[word] >= RARE and not text.words.text[text.words.starts[word]].islower():
            name = next((term for term in sorted(text.terms[word]) if is_figure(term)), key)
            found[name] = -1 if name in found else word
    return found
