"""Which words of two texts are the same, also where sentences and sections changed places.

A longest common subsequence takes two sections that changed places for one deleted and one written
anew, and pairs a stray "the" with another. So words that stand in a row once in either text are
paired first, in whatever order (as patience diff does, and the comparison of genomes); pairs spread
to what stands beside them, and only between two of them are words compared in their order. Each
word is paired once: of a phrase that stood twice and now stands once, one is left alone.
"""

from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from operator import itemgetter, ne
from typing import NamedTuple

from rapidfuzz.distance import Indel

from mentorship.documents.text.alignment import Run, aligned
from mentorship.documents.text.blocks import believed, parted, weight, without_coincidences
from mentorship.documents.text.borders import best_shift
from mentorship.documents.text.words import Words

_NONE = -1
# Words in a row that stand once in either text, and how much they say at least: surest ones first.
_SEEDS = ((5, 10), (3, 10), (2, 10))

_FEW = 8  # words between two runs among which one may have been written for another
_LIKE = 0.65  # share of letters two such words have in common


def paired(old: Words, new: Words) -> list[Run]:
    """Runs of words that are the same, in the order of `old`; each word is in one at most."""
    pairs = _Pairs(old, new)
    for length, least in _SEEDS:
        pairs.seed(length, least)
        pairs.settle()
        pairs.fill()
    pairs.settle()
    pairs.fill()
    return without_coincidences(pairs.runs(), old.keys)


class Like(NamedTuple):
    """A word that was written for another, and how many letters it shares with it."""

    old: int
    new: int
    letters: int


def resembling(runs: Sequence[Run], old: Sequence[str], new: Sequence[str]) -> Iterator[Like]:
    """Words with another ending or a mended letter, each between two of `runs` that stayed together."""
    ends = Run(0, 0, 0), Run(len(old), len(new), 0)
    for run, following in pairwise([ends[0], *runs, ends[1]]):
        gap = range(run.olds.stop, following.old)
        room = range(run.news.stop, following.new)
        if len(gap) > _FEW or len(room) > _FEW:
            continue
        start = room.start
        for word in gap:
            for other in range(start, room.stop):
                likeness = Indel.normalized_similarity(old[word], new[other], score_cutoff=_LIKE)
                if likeness:
                    letters = Indel.similarity(old[word], new[other]) // 2
                    yield Like(word, other, letters)
                    start = other + 1
                    break


class _Pairs:
    """Which word is paired with which, while it is being found out."""

    def __init__(self, old: Words, new: Words) -> None:
        self.words = (old, new)
        self.old, self.new = old.keys, new.keys
        self.to = [_NONE] * len(self.old)
        self.back = [_NONE] * len(self.new)

    def pair(self, run: Run) -> None:
        old, new, length = run
        self.to[old : old + length] = range(new, new + length)
        self.back[new : new + length] = range(old, old + length)

    def runs(self) -> list[Run]:
        """What is paired so far. Asked often: most of it runs in C."""
        following = [None, *(new + 1 or _NONE for new in self.to)]
        starts = compress(range(len(self.to)), map(ne, self.to, following))
        return [
            Run(start, self.to[start], stop - start)
            for start, stop in pairwise([*starts, len(self.to)])
            if self.to[start] != _NONE
        ]

    def seed(self, length: int, least: int) -> None:
        """Pair what is alone in both texts, `length` words in a row, and what stands beside it."""
        before, after = self._alone(0, length), self._alone(1, length)
        diagonals: list[Run] = []
        for gram, old in before.items():
            new = after.get(gram, _NONE)
            if _NONE in {old, new} or sum(map(weight, gram)) < least:
                continue
            last = diagonals[-1] if diagonals else Run(_NONE, len(self.new), 0)
            if old - last.old == new - last.new and old <= last.old + last.length:
                diagonals[-1] = last._replace(length=old - last.old + length)
            else:
                diagonals.append(Run(old, new, length))
        for run in sorted(diagonals, key=lambda run: (-run.length, run.old)):
            self._spread(run)

    def _alone(self, side: int, length: int) -> dict[tuple[str, ...], int]:
        """Where rows of unpaired words that stand once begin; the others have no place."""
        keys, taken = (self.old, self.to) if side == 0 else (self.new, self.back)
        open_ = ["" if other != _NONE else key for key, other in zip(keys, taken, strict=True)]
        found: dict[tuple[str, ...], int] = {}
        for place, gram in enumerate(_rows(open_, length)):
            found[gram] = _NONE if gram in found or "" in gram else place
        return found

    def _spread(self, run: Run) -> None:
        for shift in range(run.length):
            self._if_free(run.old + shift, run.new + shift)
        old, new = run.old - 1, run.new - 1
        while old >= 0 and new >= 0 and self.old[old] == self.new[new] and self._if_free(old, new):
            old, new = old - 1, new - 1
        old, new = run.old + run.length, run.new + run.length
        ends = len(self.old), len(self.new)
        while (
            old < ends[0]
            and new < ends[1]
            and self.old[old] == self.new[new]
            and self._if_free(old, new)
        ):
            old, new = old + 1, new + 1

    def _if_free(self, old: int, new: int) -> bool:
        free = self.to[old] == self.back[new] == _NONE
        if free:
            self.to[old], self.back[new] = new, old
        return free

    def fill(self) -> None:
        """Pair words between two runs, in their order, and beside each where the other went away."""
        ends = Run(len(self.old), len(self.new), 0)
        for run, following in pairwise([Run(0, 0, 0), *self.runs(), ends]):
            gap = range(run.old + run.length, following.old)
            if not gap:
                continue
            after = self._free(run.new + run.length, 1)
            before = self._free(following.new - 1, -1)
            if after.stop == following.new and before.start == after.start:
                found = self._compared(gap, after, (True, True))
            else:
                found = parted(
                    self._compared(gap, after, (True, False)),
                    self._compared(gap, before, (False, True)),
                    self.old,
                )
            for pairs in found:
                self.pair(pairs)

    def _free(self, start: int, step: int) -> range:
        """Unpaired words of the new text from `start` on, or back from it."""
        place = start
        while 0 <= place < len(self.back) and self.back[place] == _NONE:
            place += step
        return range(start, place) if step > 0 else range(place + 1, start + 1)

    def _compared(self, gap: range, room: range, touching: tuple[bool, bool]) -> list[Run]:
        """What is the same in both, in order; `touching` says at which ends they are beside a run."""
        if not room:
            return []
        runs = [
            Run(run.old + gap.start, run.new + room.start, run.length)
            for run in aligned(self.old[gap.start : gap.stop], self.new[room.start : room.stop])
        ]
        start = Run(gap.start, room.start, 0) if touching[0] else None
        end = Run(gap.stop, room.stop, 0) if touching[1] else None
        return believed([start, *runs, end], self.old)

    def settle(self) -> None:
        """Where words could be the end of one run or the start of the next: at a line's start.

        Of "• led one • led two" either "• led" may be what is left in "• led two".
        """
        for side in (0, 1):
            runs = sorted(self.runs(), key=itemgetter(side))
            for place in range(len(runs) - 1):
                pair = runs[place], runs[place + 1]
                if pair[0][side] + pair[0].length != pair[1][side]:
                    continue
                shift = best_shift(*pair, side, self.words, (self.to, self.back))
                if shift:
                    self._unpair(*pair)
                    (run, following) = pair
                    runs[place] = run._replace(length=run.length + shift)
                    runs[place + 1] = Run(
                        following.old + shift, following.new + shift, following.length - shift
                    )
                    self.pair(runs[place])
                    self.pair(runs[place + 1])

    def _unpair(self, *runs: Run) -> None:
        for run in runs:
            self.to[run.old : run.old + run.length] = [_NONE] * run.length
            self.back[run.new : run.new + run.length] = [_NONE] * run.length


def _rows(keys: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(keys[shift:] for shift in range(length)), strict=False)
