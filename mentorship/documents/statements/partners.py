"""Which unit of one text says what a unit of another one does, and which of their words say it. Pure.

What is the same word by word is given. Of the rest, the surest pairs of units are taken first: those
that have most words in common by what they say, and stand between units that stayed. A word is paired
once, so that the second of two alike units is not taken for the first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from copy import copy
from typing import NamedTuple, Self

from mentorship.documents.statements.kinship import Kinship
from mentorship.documents.statements.likeness import Index
from mentorship.documents.statements.said import RARE, rare, said, sections
from mentorship.documents.statements.terms import is_figure, language_of
from mentorship.documents.statements.units import Unit
from mentorship.documents.text.words import Words

Text = tuple[Words, Sequence[Unit]]
Matches = Mapping[int, tuple[int, float]]

_PASSES = (0.75, 0.55, 0.43)  # how sure a pair of units is at least; the surest are taken first
_STAYED = 0.3  # of a unit's weight: so much of it given in one place, and that is where it is
_SURE = 0.95  # a unit for which nothing better is looked for
_HEADS = 0.6, 0.45  # a heading that is sure, and one that is sure enough
_MOST = 3  # candidates for a unit, and those beside its neighbours
_NEIGHBOURS = 3  # units before and after that say where one has to be looked for
_ENOUGH = 8  # what two units have in common at least, or they are less sure


class _Known(NamedTuple):
    """What two units had in common when so many of their words were paired."""

    changes: tuple[int, int]
    matches: Matches
    likeness: float


class Partners:
    """Two texts: of words and units of the old one, which they are in the new one.

    to, back   old words to new ones, and new to old
    likeness   how much an old word and its new one say the same, 0 to 1
    given      old words that were paired before
    units      old units to the new ones that say most of them
    """

    def __init__(self, old: Text, new: Text, given: Matches) -> None:
        language = language_of([*old[0].keys, *new[0].keys])
        self.old, self.new = said(*old, language), said(*new, language)
        self._kinship = Kinship(self.old, self.new)
        self.to: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.likeness: dict[int, float] = {}
        self._known: dict[tuple[int, int], _Known] = {}
        self._changes = Counter[int](), Counter[int]()  # of old units, and of new ones
        self._pair(given)
        self.given = frozenset(given)
        self.units: dict[int, int] = {}
        self._sure: dict[int, float] = {}
        self._around: dict[int, tuple[int | None, int | None]] = {}
        self._index = Index(self.new)
        for number in range(len(self.old.units)):
            self._stay(number)
        self._promising = [self._promises(unit) for unit in self.old.units]
        for least in _PASSES:
            self._take(least)
        self._take_headings()
        self._pair_rare()
        self._take(_PASSES[-1])
        self._split()

    def is_in_one_unit(self, words: range) -> bool:
        """Whether these words of the old text, at least one, are in one of its units."""
        return self.old.unit_at(words[0]) == self.old.unit_at(words[-1])

    def supposing(self, number: int, other: int) -> Self:
        """The same, had this new unit been taken for that old one: only the words of the two."""
        supposed = copy(self)
        here, there = self.old.units[number].words, self.new.units[other].words
        matches = self.matches(number, other)
        supposed.to = {word: self.to[word] for word in here if word in self.to}
        supposed.to |= {word: new for word, (new, _) in matches.items()}
        supposed.back = {word: self.back[word] for word in there if word in self.back}
        for word, (new, _) in matches.items():
            supposed.back.setdefault(new, word)
        return supposed

    def like(self, word: int) -> Mapping[int, Mapping[int, float]]:
        """New words that say something like an old one, by their unit, whether or not they are free."""
        return self._index.like(self.old, word)

    def shares(self, words: Iterable[int]) -> Mapping[int, float]:
        """How much of what these words say is in which unit of the new text."""
        found: defaultdict[int, float] = defaultdict(float)
        for word in words:
            if word in self.to:
                weight = self.old.weights[word] * self.likeness[word]
                found[self.new.unit_at(self.to[word])] += weight
        return found

    def _pair(self, matches: Matches) -> None:
        for word, (new, likeness) in matches.items():
            if word not in self.to:
                self.to[word], self.likeness[word] = new, likeness
                self.back.setdefault(new, word)
                self._changes[0][self.old.unit_at(word)] += 1
                self._changes[1][self.new.unit_at(new)] += 1

    def settle(self, number: int, other: int, sureness: float) -> None:
        """Take two units for the same, unless one of them is paired already."""
        if number not in self.units and other not in self.units.values():
            self._becomes(number, other, sureness)
            self._pair(self.matches(number, other))

    def _becomes(self, number: int, other: int, sureness: float) -> None:
        self.units[number], self._sure[number] = other, sureness
        self._around.clear()

    def _stay(self, number: int) -> None:
        """Take a unit for paired, where enough of its words are in one."""
        shares = self.shares(self.old.units[number].words)
        whole = self.old.weight(self.old.units[number].words)
        best = max(shares, key=lambda one: (shares[one], -one), default=0)
        if whole and shares[best] >= _STAYED * whole:
            self._becomes(number, best, shares[best] / whole)

    def _promises(self, unit: Unit) -> list[int]:
        """New units that have words that say something like those of an old one, the most first."""
        found: defaultdict[int, float] = defaultdict(float)
        for word in unit.words:
            if word in self.to:
                found[self.new.unit_at(self.to[word])] += self.old.weights[word]
            elif self.old.weights[word] >= 1:
                for place in self._index.like(self.old, word):
                    found[place] += self.old.weights[word]
        return sorted(found, key=lambda one: (-found[one], one))

    def _take(self, least: float) -> None:
        """Pair units, the surest first, as long as they are as sure as that."""
        for number, other in self._surest(least):
            current = self.units.get(number, other)
            if current != other and self._sure[number] >= 0.5:
                continue
            score = self.closeness(number, other)
            if score >= least:
                self._pair(self.matches(number, other))
                if self._sure.get(number, -1) < score:
                    self._becomes(number, other, min(score, _SURE - 0.01))

    def _split(self) -> None:
        """Pair what is left of units with the same words beside what they became: they were split."""
        for number, other in self.units.items():
            left = {word for word in self.old.units[number].words if word not in self.to}
            near = [*_in(self.new.units, other, -1), *_in(self.new.units, other, 1)]
            for beside in near if self.old.weight(left) >= RARE else ():
                matches = self.matches(number, beside).items()
                same = {word: match for word, match in matches if word in left and match[1] == 1}
                if self.old.weight(same) >= RARE:
                    self._pair(same)

    def _surest(self, least: float) -> list[tuple[int, int]]:
        """Pairs of units that are as sure as that, the surest first."""
        found = [
            (-self.closeness(number, other), number, other)
            for number in range(len(self.old.units))
            if self._sure.get(number, 0) < _SURE
            for other in self.candidates(number)
        ]
        return [(number, other) for score, number, other in sorted(found) if -score >= least]

    def around(self, number: int) -> tuple[int | None, int | None]:
        """What the closest units before and after an old one became, if they are close."""
        if number not in self._around:
            self._around[number] = self._found_around(number)
        return self._around[number]

    def _found_around(self, number: int) -> tuple[int | None, int | None]:
        before = range(number - 1, max(-1, number - 1 - _NEIGHBOURS), -1)
        after = range(number + 1, number + 1 + _NEIGHBOURS)
        return (
            next((self.units[one] for one in before if one in self.units), None),
            next((self.units[one] for one in after if one in self.units), None),
        )

    def candidates(self, number: int) -> set[int]:
        """New units that promise most, and those beside what its neighbours became."""
        promising, (before, after) = self._promising[number], self.around(number)
        next_to = set(_in(self.new.units, before, 1)) | set(_in(self.new.units, after, -1))
        near = set(_in(self.new.units, before, 2)) | set(_in(self.new.units, after, -2))
        return {*promising[:_MOST], *next_to, *near.intersection(promising)}

    def matches(self, number: int, other: int) -> Matches:
        """Which words of an old unit are which of a new one, as far as both are free or paired so."""
        return self._compared(number, other).matches

    def closeness(self, number: int, other: int) -> float:
        """How sure it is that a new unit says what an old one does: 0 to some 1.4."""
        near = self.nearness(number, other)
        return self._compared(number, other).likeness + near + self.kinship(number, other)

    def _compared(self, number: int, other: int) -> _Known:
        """Two units, compared when one has changed since they were."""
        changes = self._changes[0][number], self._changes[1][other]
        known = self._known.get((number, other))
        if known is None or known.changes != changes:
            matches = self._matches(number, other)
            known = _Known(changes, matches, self._likeness(number, other, matches))
            self._known[number, other] = known
        return known

    def _matches(self, number: int, other: int) -> Matches:
        """The same as `matches`. A new word is matched once, but "01/2016" by a month and by a year."""
        unit, there = self.old.units[number], self.new.units[other]
        found: dict[int, tuple[int, float]] = {}
        taken: defaultdict[int, set[str]] = defaultdict(set)
        pairs = []
        for word in unit.words:
            if word in self.to:
                new = self.to[word]
                if there.start <= new < there.stop:
                    found[word] = new, self.likeness[word]
                    taken[new] |= self.new.terms[new] or {""}
                continue
            for new, likeness in self._index.like(self.old, word).get(other, {}).items():
                if new not in self.back:
                    far = abs((new - there.start) - (word - unit.start))
                    pairs.append((likeness, -far, word, new))
        for likeness, _, word, new in sorted(pairs, reverse=True):
            shared = self.old.terms[word] & self.new.terms[new]
            is_rest = shared - taken[new] and all(map(is_figure, shared))
            if word not in found and (not taken[new] or is_rest):
                found[word] = new, likeness
                taken[new] |= shared or {""}
        return found

    def _likeness(self, number: int, other: int, matches: Matches) -> float:
        """How much of what two units say is the same: 0 to 1.

        What is already said elsewhere counts in neither: the rest of a unit that was split or joined.
        """
        if not matches:
            return 0.0
        unit, there = self.old.units[number], self.new.units[other]
        old, new = self.old.weights, self.new.weights
        here, room, to, back = unit.words, there.words, self.to, self.back
        mine = sum(old[one] for one in here if one not in to or to[one] in room)
        theirs = sum(new[one] for one in room if one not in back or back[one] in here)
        same = sum(old[one] * likeness for one, (_, likeness) in matches.items())
        same_there = sum(new[one] * likeness for one, likeness in set(matches.values()))
        covered = min(1.0, same / (mine or 1))
        both = min(1.0, (same + same_there) / (mine + theirs or 1))
        return (0.55 * covered + 0.45 * both) * (0.5 + 0.5 * min(1.0, same / _ENOUGH))

    def nearness(self, number: int, other: int) -> float:
        """How well a new unit stands between what the neighbours of an old one became."""
        before, after = self.around(number)
        distances = (
            other - before if before is not None else None,
            after - other if after is not None else None,
        )
        return sum(
            {0: 0.08, 1: 0.12, 2: 0.08}.get(one, 0.0) for one in distances if one is not None
        )

    def kinship(self, number: int, other: int) -> float:
        """Whether two units are of one kind: headings, the same ones even, or greetings."""
        return self._kinship.of(number, other)

    def _take_headings(self) -> None:
        """Pair headings that head what is now under another one, or that say the same."""
        sure, enough = _HEADS
        taken = {self.units[one] for one in self.units if self._sure[one] >= sure}
        found = [
            (self._kinship.of_sections(old, new, self.to), old.start, new.start)
            for old in sections(self.old)
            if self._sure.get(old.start, 0) < sure
            for new in sections(self.new)
            if new.start not in taken
        ]
        for score, head, other in sorted(found, reverse=True):
            if score >= enough and other not in taken and self._sure.get(head, 0) < sure:
                self._becomes(head, other, min(0.9, max(sure, score)))
                taken.add(other)

    def _pair_rare(self) -> None:
        """Pair names and large numbers that are once in either text, wherever they went."""
        here, there = rare(self.old), rare(self.new)
        for name, word in here.items():
            new = there.get(name, -1)
            if min(word, new) >= 0 and word not in self.to and new not in self.back:
                self._pair({word: (new, 1.0)})


def _in(units: Sized, number: int | None, step: int) -> Iterator[int]:
    """The unit so far from this one, when both are there."""
    if number is not None and 0 <= number + step < len(units):
        yield number + step
