"""The links of an invitation: derived from a server key whenever they are needed, stored nowhere."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from django.urls import reverse
from django.utils import timezone

from mentorship.notifications import codes, links
from mentorship.toolbox import tokens

MAILED = "invitation"
PASSED_ON = "invitation passed on"
OF_LETTER = "letter about an invitation"
STOP = "no more invitations"
LINKS_LAST = timedelta(days=30)
MAX_LINKS = 12  # links that are good at once


class Claimed(Protocol):
    """A person, of whom it matters when she claimed her address."""

    @property
    def claimed_at(self) -> datetime | None:
        """Empty for whoever never signed up."""


class Linked(Protocol):
    """What of an invitation its links depend on: see `circle.models.Invitation`, which asks them."""

    @property
    def ref(self) -> str:
        """Its public name."""

    @property
    def generation(self) -> int:
        """Of the newest mailed link."""

    @property
    def links_from(self) -> int:
        """The oldest generation that was not ended."""

    @property
    def freshened_at(self) -> datetime | None:
        """When the newest was sent, if somebody asked for it at the page."""

    @property
    def copies(self) -> int:
        """How many links were copied."""

    @property
    def sent_at(self) -> datetime:
        """When the oldest of them was sent."""

    @property
    def copied_at(self) -> datetime | None:
        """When the last copy was made."""

    def written_at(self, letter: str) -> datetime | None:
        """When this letter to its person was written; None when there is none."""

    @property
    def due_on(self) -> date | None:
        """The day by which an answer is wanted."""

    @property
    def person(self) -> Claimed:
        """Who is asked."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of one invitation.

    name          tells it from the invitation's other links, and from its earlier ones
    is_passed_on  the seeker copied it, to send it by other means than the letter
    """

    name: str
    is_passed_on: bool
    ends_at: datetime


def mailed(invitation: Linked, generation: int) -> str:
    """The address that the letter of this generation holds."""
    return _address(invitation, tokens.derive(_key(), MAILED, invitation.ref, generation))


def of_letter(invitation: Linked, letter: str) -> str:
    """The address that one letter holds and no other: good for one press, whatever became of the rest.

    Beside the links of the invitation's own letters, which it neither counts nor ends. It ends with
    them when the seeker sends the invitation again.
    """
    own = tokens.derive(_key(), OF_LETTER, f"{invitation.ref}/{letter}")
    return _address(invitation, f"{letter}-{own}")


def letter_of(token: str, invitation: Linked) -> str:
    """The ref of the letter whose own link this token is, used or not; empty for any other."""
    letter, _dash, own = token.partition("-")
    is_own = tokens.matches(own, _key(), OF_LETTER, f"{invitation.ref}/{letter}")
    return letter if is_own else ""


def passed_on(invitation: Linked) -> str:
    """The address that the seeker may copy; a new copy ends the one before."""
    return _address(invitation, tokens.derive(_key(), PASSED_ON, invitation.ref, invitation.copies))


def stop(invitation: Linked) -> str:
    """The address where its person says that she wants no more letters. It never ends."""
    return _address(invitation, tokens.derive(_key(), STOP, invitation.ref))


def opened_by(token: str, invitation: Linked) -> Link | None:
    """Which of the invitation's links this token is, used or not; None for none of them now.

    None of the copied ones once its person has claimed her address: then she signs in, or types a
    code, and nothing she says is within reach of whoever holds a link.
    """
    for generation in range(invitation.generation, invitation.links_from - 1, -1):
        if tokens.matches(token, _key(), MAILED, invitation.ref, generation):
            return Link(f"link {generation}", False, _end_of(generation, invitation))
    if letter := letter_of(token, invitation):
        return _letters_own(letter, invitation)
    copied_at = invitation.copied_at
    if copied_at is None or invitation.person.claimed_at:
        return None
    if tokens.matches(token, _key(), PASSED_ON, invitation.ref, invitation.copies):
        return Link(f"copy {invitation.copies}", True, _end(invitation, copied_at))
    return None


def _letters_own(letter: str, invitation: Linked) -> Link | None:
    written_at = invitation.written_at(letter)
    if written_at is None or written_at < invitation.sent_at:
        return None
    return Link(f"letter {letter}", False, _end(invitation, written_at))


def is_to_stop(token: str, invitation: Linked) -> bool:
    """Whether the token is the one of `stop`."""
    return tokens.matches(token, _key(), STOP, invitation.ref)


def may_be_fresh(invitation: Linked) -> bool:
    """Whether its links are still good, so that a fresh one is one more, and ends none."""
    is_good = _end_of(invitation.generation, invitation) > timezone.now()
    return is_good and invitation.generation - invitation.links_from < MAX_LINKS


def _end_of(generation: int, invitation: Linked) -> datetime:
    """Of those that were asked for in between the times are not known: they end with the oldest."""
    is_newest = generation == invitation.generation
    freshened_at = invitation.freshened_at if is_newest else None
    return _end(invitation, freshened_at or invitation.sent_at)


def _end(invitation: Linked, made_at: datetime) -> datetime:
    """Thirty days after the wanted-by date, and never sooner than thirty days after it was made."""
    wanted_by = invitation.due_on
    wanted = datetime.combine(wanted_by, time.max, UTC) if wanted_by else made_at
    return max(made_at, wanted) + LINKS_LAST


def _address(invitation: Linked, token: str) -> str:
    return links.site() + reverse("circle:entry", args=[invitation.ref, token])


def _key() -> bytes:
    return codes.server_key()
