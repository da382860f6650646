"""Which words of two texts are the same, both read from first to last."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

_MOST = 400_000_000  # words times words: what is compared at once takes an eighth of that in bytes


class Run(NamedTuple):
    """`length` words that are the same from word `old` of one text and word `new` of the other."""

    old: int
    new: int
    length: int

    @property
    def olds(self) -> range:
        """Its words in the old text."""
        return range(self.old, self.old + self.length)

    @property
    def news(self) -> range:
        """Its words in the new text."""
        return range(self.new, self.new + self.length)


def aligned(old: Sequence[Hashable], new: Sequence[Hashable], most: int = _MOST) -> list[Run]:
    """The most words that stand in both in the same order, as runs without a gap.

    most    if their numbers multiply to more, the texts are taken apart first at words that stand
            once in both; where there are none, nothing is the same.
    Cost    some 1.5 ms for texts of 1,500 words, as nearly all of it is done on bits in C++.
    Source  Hyyrö (2004), bit-parallel longest common subsequence; as in rapidfuzz.
    """
    if len(old) * len(new) <= most:
        return list(_compared(old, new, 0, 0))
    ends = (-1, -1), (len(old), len(new))
    runs: list[Run] = []
    for (old_end, new_end), (old_start, new_start) in pairwise(
        [ends[0], *_once(old, new), ends[1]]
    ):
        here, there = old[old_end + 1 : old_start], new[new_end + 1 : new_start]
        if len(here) * len(there) <= most:
            runs += _compared(here, there, old_end + 1, new_end + 1)
        if old_start < len(old):
            runs.append(Run(old_start, new_start, 1))
    return list(_joined(runs))


def _compared(
    old: Sequence[Hashable], new: Sequence[Hashable], old_from: int, new_from: int
) -> Iterator[Run]:
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            length = code.src_end - code.src_start
            yield Run(old_from + code.src_start, new_from + code.dest_start, length)


def _once(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where the words stand that are in both once, and in the same order: the most of them."""
    counts, there = Counter(old), Counter(new)
    places = {word: place for place, word in enumerate(new) if there[word] == 1}
    both = [
        (place, places[word])
        for place, word in enumerate(old)
        if counts[word] == 1 and word in places
    ]
    chosen = heaviest_in_order([new_place for _, new_place in both], [1] * len(both))
    return [both[place] for place in chosen]


def heaviest_in_order(places: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Which of `places`, read from first to last, increase, and together weigh the most.

    Each weighs something. Cost: as of sorting them.
    """
    ends: list[
        int
    ] = []  # the last place of what is chosen so far, and what it weighs: both increase
    totals: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (place, weight) in enumerate(zip(places, weights, strict=True)):
        at = bisect_left(ends, place)
        total = weight + (totals[at - 1] if at else 0)
        before.append(last[at - 1] if at else -1)
        beaten = at
        while beaten < len(ends) and totals[beaten] <= total:
            beaten += 1
        ends[at:beaten], totals[at:beaten], last[at:beaten] = [place], [total], [number]
    chosen: list[int] = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append(number)
        number = before[number]
    return chosen[::-1]


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """`runs` with those in one that touch in both texts."""
    open_: Run | None = None
    for run in runs:
        if open_ and open_.olds.stop == run.old and open_.news.stop == run.new:
            open_ = open_._replace(length=open_.length + run.length)
        else:
            if open_:
                yield open_
            open_ = run
    if open_:
        yield open_
