"""Which words of a unit say what some words of another text do: no more of them than it takes. Pure.

Of all stretches that begin and end where one may be cut (at the ends of clauses, before little words
as "in" and "of", at words that were found), it is the one with most of what was found, least of what
other words became, and about as much that is new as there is that was not found.
"""

from itertools import accumulate
from math import inf

from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.said import Said
from mentorship.documents.statements.terms import is_figure
from mentorship.documents.statements.units import BULLETS, Unit, is_clause_end
from mentorship.documents.text.words import Words

_TAKEN = 0.7  # what words count that say something else, against what was found
_OUT_OF_SIZE = 0.1  # the same of what is new, and more or less than what was not found
_WHOLE_CLAUSE = 4  # what it counts to begin, or to end, with a clause as the old words did
_FIRST_CLAUSE, _LAST_CLAUSE = 2, -1  # the same with the whole unit: what was added stands behind
_LITTLE = 0.5  # the weight of words that say little
_CHARACTERS = frozenset("年月日")  # what a date is written with in Chinese


class Cuts:
    """Where a stretch of a unit may begin and where it may end: found once for each unit.

    opens, closes  words that begin a clause, and that end one
    begins, ends   these, and words before and behind which a phrase may be cut
    not_first, not_last  signs with which nothing begins, and with which nothing ends
    """

    def __init__(self, unit: Unit, text: Said) -> None:
        keys, words, last = text.words.keys, unit.words, unit.stop - 1
        signs = {word for word in words if is_clause_end(keys[word])}
        bullets = {word for word in words if keys[word] in BULLETS}
        cut = {word for word in words if text.weights[word] == _LITTLE != text.weights[word - 1]}
        self.opens = {unit.start, *(word + 1 for word in signs | bullets)}
        self.closes = {last, *(word - 1 for word in signs)}
        self.not_first, self.not_last = (signs | bullets) - {last}, signs - {last}
        self.begins = (self.opens | cut) - self.not_first | ({last} & (signs | bullets))
        self.ends = (self.closes | {word - 1 for word in cut}) - self.not_last


def narrowest(words: range, unit: int, found: Partners, cuts: Cuts) -> tuple[int, int]:
    """The first and the last word of this unit of the new text that say what `words` of the old one do.

    words   at least one, all in one unit.
    cuts    those of the new unit.
    """
    there = found.new.units[unit]
    measured = _Measured(words, there, found, cuts)
    first, last = _with_figures(*measured.best(), words, there, found)
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

    def __init__(self, words: range, there: Unit, found: Partners, cuts: Cuts) -> None:
        self.there, self.cuts = there, cuts
        weights = found.new.weights
        self.mine = {found.to[word] for word in words if word in found.to} & {*there.words}
        self.missing = sum(
            found.old.weights[word] for word in words if found.to.get(word, -1) not in self.mine
        )
        worth, new = [0.0], [0.0]
        for word in there.words:
            old, weight = found.back.get(word), weights[word]
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

    def best(self) -> tuple[int, int]:
        """The first and the last word of the stretch that says it best; of equals the first."""
        start, missing = self.there.start, self.missing
        lasts = [
            (last, self.worths[last + 1 - start], self.new[last + 1 - start], self._closing(last))
            for last in self.there.words
            if last in self.cuts.ends or (last in self.mine and last not in self.cuts.not_last)
        ]
        best, most = (start, start), -inf
        for first in filter(self._may_begin, self.there.words):
            worth, new = self.worths[first - start], self.new[first - start]
            opening = self._opening(first)
            for last, worth_there, new_there, closing in lasts:
                if last >= first:
                    size = _OUT_OF_SIZE * abs(new_there - new - missing)
                    score = worth_there - worth - size + (opening + closing)
                    if score > most:
                        best, most = (first, last), score
        return best

    def _may_begin(self, word: int) -> bool:
        cuts = self.cuts
        return word in cuts.begins or (word in self.mine and word not in cuts.not_first)

    def _opening(self, first: int) -> int:
        """What it counts to begin here."""
        whole = _WHOLE_CLAUSE * (self.opens and first in self.cuts.opens)
        return whole + _FIRST_CLAUSE * (self.opens_all and first <= self.begin)

    def _closing(self, last: int) -> int:
        """What it counts to end here."""
        whole = _WHOLE_CLAUSE * (self.closes and last in self.cuts.closes)
        return whole + _LAST_CLAUSE * (self.closes_all and last + 1 == self.there.stop)


def _first(unit: Unit, words: Words) -> int:
    """Its first word behind a bullet."""
    return unit.start + (words.keys[unit.start] in BULLETS and unit.stop - unit.start > 1)


def ends_of(words: range, found: Partners) -> tuple[bool, bool]:
    """Whether these words of the old text begin with their clause, and whether they end with it."""
    keys, unit = found.old.words.keys, found.old.units[found.old.unit_at(words[0])]
    opens = words.start == unit.start or is_clause_end(keys[words.start - 1])
    closes = words.stop == unit.stop or is_clause_end(keys[words.stop])
    return opens, closes or is_clause_end(keys[words[-1]])
