"""How much it says that words of two texts are the same: chance, or the same sentence."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from mentorship.documents.text.alignment import Run, heaviest_in_order

_COINCIDENCE = 16  # what stands elsewhere and says less than this is not the same
_NEAR = 12  # words between two runs that are told of as one block


@lru_cache(maxsize=20_000)
def weight(key: str) -> int:
    """How much a word says: its letters; little for "the", nothing for a sign."""
    if not key[0].isalnum():
        return 0
    if len(key) == 1 and key > "\u0e00":  # a character that stands alone
        return 3
    return len(key) if len(key) > 3 or key[0].isdigit() else 1


def weight_of(run: Run, keys: Sequence[str]) -> int:
    """How much the words of a run say."""
    return sum(map(weight, keys[run.old : run.old + run.length]))


def believed(runs: Sequence[Run | None], keys: Sequence[str]) -> list[Run]:
    """Those of `runs` between the first and the last that say more than what changed around them.

    First and last are empty runs at the ends of what is compared; None where nothing is there.
    """
    here, count = list(runs), 0
    while len(here) != count:
        count = len(here)
        kept = [here[0]]
        for run, following in pairwise(here[1:]):
            distance = min(_distance(kept[-1], run), _distance(run, following))
            if run and (not distance or weight_of(run, keys) >= distance):
                kept.append(run)
        here = [*kept, here[-1]]
    return [run for run in here[1:-1] if run]


def _distance(run: Run | None, following: Run | None) -> int:
    """How many words changed between two runs, in the text where more did."""
    if not (run and following):
        return 1_000_000
    return max(
        following.old - run.old - run.length,
        following.new - run.new - run.length,
    )


def parted(after: Sequence[Run], before: Sequence[Run], keys: Sequence[str]) -> list[Run]:
    """Of what could follow one run or precede the next: up to some word the former, then the latter.

    Where to part them is what pairs the most.
    """
    if not (after and before):
        return [*after, *before]
    best, best_weight = 0, -1
    ends = [before[0].old, *(run.old + run.length for run in after)]
    for end in ends:
        total = sum(weight_of(run, keys) + run.length for run in _until(after, end))
        total += sum(weight_of(run, keys) + run.length for run in _since(before, end))
        if total > best_weight:
            best, best_weight = end, total
    return [*_until(after, best), *_since(before, best)]


def _until(runs: Sequence[Run], end: int) -> list[Run]:
    return [run._replace(length=min(run.length, end - run.old)) for run in runs if run.old < end]


def _since(runs: Sequence[Run], start: int) -> list[Run]:
    cut = [(run, max(0, start - run.old)) for run in runs]
    return [
        Run(run.old + skip, run.new + skip, run.length - skip)
        for run, skip in cut
        if skip < run.length
    ]


def without_coincidences(runs: Sequence[Run], keys: Sequence[str]) -> list[Run]:
    """`runs` but those that stand elsewhere, away from all others, and say little."""
    blocks = _blocks(runs)
    stayed = set(_stayed(blocks, keys))
    return [
        run
        for place, block in enumerate(blocks)
        if place in stayed or sum(weight_of(run, keys) for run in block) >= _COINCIDENCE
        for run in block
    ]


def in_order(runs: Sequence[Run], keys: Sequence[str]) -> set[Run]:
    """Those that stayed in their order; the others moved."""
    blocks = _blocks(runs)
    return {run for place in _stayed(blocks, keys) for run in blocks[place]}


def _stayed(blocks: Sequence[Sequence[Run]], keys: Sequence[str]) -> list[int]:
    weights = [sum(weight_of(run, keys) + run.length for run in block) for block in blocks]
    return heaviest_in_order([block[0].new for block in blocks], weights)


def _blocks(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that follow each other closely in both texts, with no other between."""
    rank = {run: place for place, run in enumerate(sorted(runs, key=lambda run: run.new))}
    blocks: list[list[Run]] = []
    for run in runs:
        last = blocks[-1][-1] if blocks else None
        if last and rank[run] == rank[last] + 1 and _distance(last, run) <= _NEAR:
            blocks[-1].append(run)
        else:
            blocks.append([run])
    return blocks
