"""What each unit may have become, how close that comes, and how far it is ahead of the next. Pure."""

from collections import defaultdict
from collections.abc import Collection

from mentorship.documents.statements.extents import Cuts
from mentorship.documents.statements.partners import Partners

_MOST_BETWEEN = 6  # units; where there are more, to stand between two says too little


class Contest:
    """Two texts whose units are paired, and what else each unit may have become.

    found        the texts, their words and their pairs
    candidates   old units to the new ones that they may have become
    """

    def __init__(self, found: Partners) -> None:
        self.found = found
        self.candidates: list[Collection[int]] = [
            self._candidates(number) for number in range(len(found.old.units))
        ]
        self._close: dict[tuple[int, int], float] = {}
        self._cuts: dict[int, Cuts] = {}
        self._leads: dict[tuple[int, int], float] = {}
        self._supposed: dict[tuple[int, int], Partners] = {}
        self._became: defaultdict[int, set[int]] = defaultdict(set)
        for old, new in found.units.items():
            self._became[new].add(old)

    def _candidates(self, number: int) -> set[int]:
        """What promises most, holds words of it, or stands between what its neighbours became."""
        found, (before, after) = self.found, self.found.around(number)
        between = range(0) if before is None or after is None else range(before + 1, after)
        near = between if len(between) <= _MOST_BETWEEN else range(0)
        holding = found.shares(found.old.units[number].words)
        return {*found.candidates(number), *holding, *near}

    def is_taken(self, number: int, other: int) -> bool:
        """Whether another unit than this old one became that new one."""
        return not self._became.get(other, set()) <= {number}

    def supposing(self, number: int, other: int) -> Partners:
        """The pairs, had this new unit been taken for that old one."""
        if (number, other) not in self._supposed:
            self._supposed[number, other] = self.found.supposing(number, other)
        return self._supposed[number, other]

    def cuts(self, other: int) -> Cuts:
        """Where a stretch of a new unit may begin and end."""
        if other not in self._cuts:
            self._cuts[other] = Cuts(self.found.new.units[other], self.found.new)
        return self._cuts[other]

    def close(self, number: int, other: int) -> float:
        """How close a new unit comes to what an old one says: 0 to some 1.4."""
        if (number, other) not in self._close:
            self._close[number, other] = self.found.closeness(number, other)
        return self._close[number, other]

    def lead(self, number: int, other: int) -> float:
        """How much closer this new unit comes than any other one."""
        if (number, other) not in self._leads:
            others = (self.close(number, one) for one in self.candidates[number] if one != other)
            lead = self.close(number, other) - max(others, default=0.0)
            self._leads[number, other] = lead
        return self._leads[number, other]
