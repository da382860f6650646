"""Which words of a text say something like a given one. Pure."""

from collections import defaultdict
from collections.abc import Mapping

from mentorship.documents.statements.said import Said

_GRAM = 5  # letters in a row that two words share when one is a part of the other, or its root
_SAME, _GROUPED, _AKIN = 1.0, 0.7, 0.6


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
            for gram in _grams(text.words.keys[word]):
                self._by_gram[gram].append(word)

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
                likeness = _GROUPED if term[0] == "~" else _SAME
                for other in self._by_term.get(term, ()):
                    found[other] = max(found.get(other, 0.0), likeness)
            by_unit: defaultdict[int, dict[int, float]] = defaultdict(dict)
            for other, likeness in found.items():
                by_unit[self._text.unit_at(other)][other] = likeness
            self._known[key] = by_unit
        return self._known[key]


def _grams(key: str) -> set[str]:
    if len(key) < _GRAM or not key.isalpha():
        return set()
    return {key[place : place + _GRAM] for place in range(len(key) - _GRAM + 1)}
