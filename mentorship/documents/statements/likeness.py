"""Which words of a text say something like a given one. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from mentorship.documents.statements.said import Said
from mentorship.documents.statements.terms import parts_of

_GRAM = 5  # letters in a row that two words share when one is a part of the other, or its root
_SAME, _AKIN = 1.0, 0.6
_LIKENESS = {"~": 0.7, "@": 0.9, "^": 0.7}  # which its year comes before, for a month


class Index:
    """The words of a text by what they say, and by what they are made of."""

    def __init__(self, text: Said) -> None:
        self._text = text
        self._by_term: defaultdict[str, list[int]] = defaultdict(list)
        self._by_gram: defaultdict[str, list[int]] = defaultdict(list)
        self._known: dict[str, Mapping[int, Mapping[int, float]]] = {}
        for word, terms in enumerate(text.terms):
            for term in terms:
                self._by_term[term].append(word)
        for key, words in _places(text).items():
            for gram in _grams(key):
                self._by_gram[gram] += words

    def like(self, old: Said, word: int) -> Mapping[int, Mapping[int, float]]:
        """Words that say something like a word of another text, and how much so: more than 0, to 1.

        They are told by the unit that holds them. The same stem, number or month says the same; words
        of a group stand for one another; words with five letters in common are akin, as compounds and
        their parts are.
        """
        key = old.words.keys[word]
        if key not in self._known:
            found: dict[int, float] = {}
            for gram in _grams(key):
                found.update(dict.fromkeys(self._by_gram.get(gram, ()), _AKIN))
            for term in old.terms[word]:
                for other in self._saying(term, old.terms[word]):
                    found[other] = max(found.get(other, 0.0), _LIKENESS.get(term[0], _SAME))
            by_unit: defaultdict[int, dict[int, float]] = defaultdict(dict)
            for other, likeness in found.items():
                by_unit[self._text.unit_at(other)][other] = likeness
            self._known[key] = by_unit
        return self._known[key]

    def _saying(self, term: str, terms: Iterable[str]) -> Iterable[int]:
        """Words that have this one of a word's terms; the month of a year only with that year."""
        words = self._by_term.get(term, ())
        years = _years(terms) if term[0] == "@" else set()
        return [word for word in words if years & self._text.terms[word]] if years else words


def _years(terms: Iterable[str]) -> set[str]:
    return {term for term in terms if term[0] == "=" and len(term) == len("=2016")}


def _places(text: Said) -> Mapping[str, list[int]]:
    """Where each word of a text stands."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for word, key in enumerate(text.words.keys):
        found[key].append(word)
    return found


@lru_cache(maxsize=50_000)
def _grams(key: str) -> frozenset[str]:
    longest = max(parts_of(key), key=len, default="")
    if not longest.isalpha():
        return frozenset()
    return frozenset(longest[place : place + _GRAM] for place in range(len(longest) - _GRAM + 1))
