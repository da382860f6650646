"""What became of a thread's words in a later version: as the margin says it, and what is asked about it."""

from dataclasses import dataclass

from mentorship.critique.models import Placement

How = Placement.How
# Of places with less than half one in six is wrong, of those above one in four hundred
# (`./run bench carrying`, 27 November 2026).
SURE, FAIRLY_SURE = 0.75, 0.5


@dataclass(frozen=True, slots=True)
class Relocation:
    """What was found out about one thread's words.

    was         the words as they were, when they have changed or gone
    address     where a person puts the thread elsewhere; empty for whoever may not
    settlement  where the seeker says whether the change was about the point; empty when nobody asks
    """

    how: str
    confidence: float
    was: str
    address: str
    settlement: str

    @property
    def is_gone(self) -> bool:
        """Whether the thread has no place in this version."""
        return self.how == How.GONE


def relocation_of(
    how: str, confidence: float, was: str, *, address: str, is_asked: bool
) -> Relocation | None:
    """None when nothing is to be said: the words stand where somebody pointed, as they were.

    address   of the thread's place in this version, for whoever may change it
    is_asked  whether the reader is the one to say what the change meant, and has not
    """
    is_sure = confidence >= SURE
    if how == How.POINTED or (how == How.UNCHANGED and is_sure):
        return None
    changed = how in {How.REWORDED, How.GONE}
    settlement = f"{address}settlement/" if changed and is_asked else ""
    return Relocation(how, confidence, was, address, settlement)
