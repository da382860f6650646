"""What else than reading an invitation may be answered with: a room above knows it, its page offers it."""

from collections.abc import Callable

from accounts.reader import Reader
from mentorship.circle.models import Invitation

Offer = Callable[[Invitation, Reader], str]

OFFERS: list[Offer] = []


def register(offer: Offer) -> None:
    """Have `offer(invitation, reader)` asked for an address, empty for none. Called from `ready()`."""
    OFFERS.append(offer)


def look_at(invitation: Invitation, by: Reader) -> str:
    """Where she takes a quick look instead, if there is anything to look at."""
    found = (offer(invitation, by) for offer in OFFERS)
    return next(filter(None, found), "")
