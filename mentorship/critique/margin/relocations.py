"""What is to be told about where one thread's words went in a later version."""

from mentorship.critique.margin.cards import SURE, Relocation
from mentorship.critique.models import Placement

How = Placement.How


def relocation_of(
    how: str,
    confidence: float,
    was: str,
    *,
    address: str,
    is_asked: bool,
    suggested_in: int = 0,
    is_hers: bool = False,
) -> Relocation | None:
    """None when nothing is to be said: the words stand where somebody pointed, as they were.

    address   of the thread's place in this version, for whoever may change it
    is_asked  whether the reader is the one to say what the change meant, and has not
    suggested_in, is_hers
              the version, where it says what its author suggested; whether that is the reader
    """
    is_sure = confidence >= SURE
    if how == How.POINTED or (how == How.UNCHANGED and is_sure):
        return None
    changed = how in {How.REWORDED, How.GONE}
    settlement = f"{address}settlement/" if changed and is_asked else ""
    return Relocation(
        how, confidence, was, address, settlement,
        is_gone=how == How.GONE, suggested_in=suggested_in, is_hers=is_hers,
    )  # fmt: skip
