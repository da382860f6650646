"""Which words of a unit say what some words of another text do: no more of them than it takes. Pure.

Of all stretches that begin and end where one may be cut (at the ends of clauses, before little words
as "in" and "of", at words that were found), it is the one with most of what was found, least of what
other words became, and about as much that is new as there is that was not found.
"""

from collections.abc import Iterator
from itertools import accumulate

from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.terms import is_figure
from mentorship.documents.statements.units import BULLETS, Unit, is_clause_end
from mentorship.documents.text.words import Words

_TAKEN = 0.7  # what words count that say something else, against what was found
_OUT_OF_SIZE = 0.1  # the same of what is new, and more or less than what was not found
_WHOLE_CLAUSE = 4  # what it counts to begin, or to end, with a clause as the old words did
_FIRST_CLAUSE, _LAST_CLAUSE = 2, -1  # the same with the whole unit: what was added stands behind
_LITTLE = 0.5  # the weight of words that say little
_CHARACTERS = frozenset("年月日")  # what a date is written with in Chinese


def narrowest(words: range, unit: int, found: Partners) -> tuple[int, int]:
    """The first and the last word of this unit of the new text that say what `words` of the old one do.

    words   at least one, all in one unit.
    """
    there = found.new.units[unit]
    measured = _Measured(words, there, found)
    first, last = _with_figures(*max(measured.stretches(), key=measured.worth), words, there, found)
    sign = found.old.words.keys[words[-1]]
    has_end = is_clause_end(sign) and found.new.words.keys[last + 1 : there.stop][:1] == [sign]
    return first, last + has_end


def _with_figures(
    first: int, last: int, words: range, there: Unit, found: Partners
) -> tuple[int, int]:
    """The same with what stands beside it of a date that is one word in the old text: "Jan 2016"."""
    terms = {term for word in words if word in found.to for term in found.old.terms[word]}

    def is_part(word: int) -> bool:
        return any(map(is_figure, found.new.terms[word] & terms))

    def beyond(word: int, step: int) -> int:
        """As far as such words go, whatever says little between them."""
        end = word
        while (word := word + step) in there.words and word not in found.back:
            if is_part(word):
                end = word
            elif (
                found.new.weights[word] > _LITTLE and found.new.words.keys[word] not in _CHARACTERS
            ):
                break
        return end

    first, last = beyond(first, -1), beyond(last, 1)
    if last + 1 in there.words and found.new.words.keys[last + 1] in _CHARACTERS:
        last += 1
    return first, last


class _Measured:
    """A unit of the new text, beside words of the old one that may be said there."""

    def __init__(self, words: range, there: Unit, found: Partners) -> None:
        self.there, self.keys, self.weights = there, found.new.words.keys, found.new.weights
        self.mine = {found.to[word] for word in words if word in found.to} & {*there.words}
        self.missing = sum(
            found.old.weights[word] for word in words if found.to.get(word, -1) not in self.mine
        )
        worth, new = [0.0], [0.0]
        for word in there.words:
            old, weight = found.back.get(word), self.weights[word]
            is_mine = old is not None and old in words
            is_taken = old is not None and not is_mine
            worth.append(weight if is_mine else -_TAKEN * weight * is_taken)
            new.append(0.0 if is_mine or is_taken else weight)
        self.worths, self.new = list(accumulate(worth)), list(accumulate(new))
        opens, closes = ends_of(words, found)
        self.opens, self.closes = opens and self.missing >= 1, closes and self.missing >= 1
        unit = found.old.units[found.old.unit_at(words[0])]
        self.opens_all = self.opens and words.start == _first(unit, found.old.words)
        self.closes_all = self.closes and words.stop >= unit.stop - is_clause_end(
            found.old.words.keys[unit.stop - 1]
        )
        self.begin = _first(there, found.new.words)

    def stretches(self) -> Iterator[tuple[int, int]]:
        """All that may be the place; the first ones of the text first."""
        lasts = [word for word in self.there.words if self._may_end(word)]
        for first in filter(self._may_begin, self.there.words):
            for last in lasts:
                if last >= first:
                    yield first, last

    def worth(self, stretch: tuple[int, int]) -> float:
        """How well these words say it."""
        first, last = stretch
        start, stop = first - self.there.start, last + 1 - self.there.start
        new = self.new[stop] - self.new[start]
        whole = _WHOLE_CLAUSE * (
            (self.opens and self._opens(first)) + (self.closes and self._closes(last))
        )
        whole += _FIRST_CLAUSE * (self.opens_all and first <= self.begin)
        whole += _LAST_CLAUSE * (self.closes_all and last + 1 == self.there.stop)
        size = _OUT_OF_SIZE * abs(new - self.missing)
        return self.worths[stop] - self.worths[start] - size + whole

    def _opens(self, word: int) -> bool:
        before = self.keys[word - 1] if word > self.there.start else ","
        return is_clause_end(before) or before in BULLETS

    def _closes(self, word: int) -> bool:
        return word + 1 == self.there.stop or is_clause_end(self.keys[word + 1])

    def _may_begin(self, word: int) -> bool:
        if is_clause_end(self.keys[word]) or self.keys[word] in BULLETS:
            return word + 1 == self.there.stop
        return self._opens(word) or word in self.mine or self._is_cut_before(word)

    def _may_end(self, word: int) -> bool:
        if is_clause_end(self.keys[word]) and word + 1 < self.there.stop:
            return False
        return self._closes(word) or word in self.mine or self._is_cut_before(word + 1)

    def _is_cut_before(self, word: int) -> bool:
        """Whether a phrase may begin here: with a little word, or the first of several."""
        return self.weights[word] == _LITTLE != self.weights[word - 1]


def _first(unit: Unit, words: Words) -> int:
    """Its first word behind a bullet."""
    return unit.start + (words.keys[unit.start] in BULLETS and unit.stop - unit.start > 1)


def ends_of(words: range, found: Partners) -> tuple[bool, bool]:
    """Whether these words of the old text begin with their clause, and whether they end with it."""
    keys, unit = found.old.words.keys, found.old.units[found.old.unit_at(words[0])]
    opens = words.start == unit.start or is_clause_end(keys[words.start - 1])
    closes = words.stop == unit.stop or is_clause_end(keys[words.stop])
    return opens, closes or is_clause_end(keys[words[-1]])
