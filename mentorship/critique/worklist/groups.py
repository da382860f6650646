"""Points that belong together because they are about the same words, and what was decided on them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentorship.critique.models import Decision
from mentorship.critique.overlaps import Claim, disagree, overlapping
from mentorship.critique.worklist.points import Part, Point


@dataclass(frozen=True, slots=True)
class Entry:
    """One point; or several about the same words, perhaps with a decision."""

    points: Sequence[Point]
    is_apart: bool = False
    decision: Decision | None = None

    @property
    def is_group(self) -> bool:
        """Whether there is more than one, or something was decided."""
        return len(self.points) > 1 or self.decision is not None

    @property
    def is_left(self) -> bool:
        """Whether something of it is still to be dealt with."""
        return any(not point.is_dealt_with for point in self.points)

    @property
    def is_undecided(self) -> bool:
        """Whether it pulls apart, nothing was decided, and it is not dealt with by other means."""
        return self.is_apart and self.decision is None and self.is_left

    @property
    def part(self) -> Part:
        """The part of the text it begins in."""
        return min(point.part for point in self.points)

    @property
    def people(self) -> int:
        """How many people speak in it."""
        return len({point.author for point in self.points})


def entries(points: Iterable[Point], decisions: Iterable[Decision]) -> list[Entry]:
    """The points, each alone or with those about the same words: by part, there by weight.

    decisions  with their threads; one on points that moved apart since keeps them together
    """
    alone = {point.ref: point for point in points}
    decided = {thread.ref: one for one in decisions for thread in one.threads.all()}
    found = []
    for claims in _groups(alone.values()):
        group = sorted((claim.key for claim in claims), key=lambda point: point.order)
        decision = next((decided[one.ref] for one in group if one.ref in decided), None)
        found.append(Entry(group, disagree(claims), decision))
        for point in group:
            del alone[point.ref]
    shown = {entry.decision for entry in found}
    apart: dict[Decision, list[Point]] = defaultdict(list)
    for ref, decision in decided.items():
        if ref in alone and decision not in shown:
            apart[decision].append(alone.pop(ref))
    found += [Entry(group, decision=decision) for decision, group in apart.items()]
    found += [Entry([point]) for point in alone.values()]
    return sorted(found, key=lambda entry: (entry.part, min(one.order for one in entry.points)))


def _groups(points: Iterable[Point]) -> list[list[Claim[Point]]]:
    """Those that share words, in each version for itself."""
    by_version: dict[int, list[Claim[Point]]] = defaultdict(list)
    for point in points:
        if point.place and (claim := point.claim):
            by_version[point.place.version].append(claim)
    return [group for claims in by_version.values() for group in overlapping(claims)]
