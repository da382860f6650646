"""What is to be told about where one thread's words went in a later version."""

from mentorship.critique.margin.cards import SURE, Relocation
from mentorship.critique.models import Placement
from mentorship.critique.models.placements import Offer, Place

How = Placement.How


def relocation_of(
    place: Place, *, address: str, is_asked: bool, is_open: bool = True, is_hers: bool = False
) -> Relocation | None:
    """None when nothing is to be said: the words stand where somebody pointed, as they were.

    address   of the thread's place in this version, for whoever may change it
    is_asked  whether the reader is the one to say what the change meant, and has not: after she has
              said of a place that was offered whether it is there
    is_open   whether something is left to do about it; else no place is offered
    is_hers   whether the reader wrote it
    """
    how, offer = place.how, place.offer if address and is_open else Offer.NONE
    if how == How.POINTED or (how == How.UNCHANGED and place.confidence >= SURE):
        return None
    is_question = how in {How.REWORDED, How.GONE} and is_asked and offer is not Offer.OPEN
    return Relocation(
        how=how,
        confidence=place.confidence,
        was=place.was,
        address=address,
        settlement=f"{address}settlement/" if is_question else "",
        is_gone=place.is_gone,
        suggested_in=place.number if place.is_suggested else 0,
        is_hers=is_hers,
        offer=offer,
        guess=place.guess,
        guess_line=place.guess_line,
        answer=f"{address}guess/",
    )
