"""The links of an invitation: derived from a server key whenever they are needed, stored nowhere."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse

from mentorship.notifications import codes, links
from mentorship.toolbox import tokens

if TYPE_CHECKING:
    from mentorship.circle.models import Invitation

MAILED = "invitation"
PASSED_ON = "invitation passed on"
STOP = "no more invitations"
LASTS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Link:
    """One link of one invitation.

    name          tells it from the invitation's other links, and from its earlier ones
    is_passed_on  the seeker copied it, to send it by other means than the letter
    """

    name: str
    is_passed_on: bool
    ends_at: datetime


def mailed(invitation: "Invitation", generation: int) -> str:
    """The address that the letter of this generation holds."""
    return _address(invitation, tokens.derive(_key(), MAILED, invitation.ref, generation))


def passed_on(invitation: "Invitation") -> str:
    """The address that the seeker may copy; a new copy ends the one before."""
    return _address(invitation, tokens.derive(_key(), PASSED_ON, invitation.ref, invitation.copies))


def stop(invitation: "Invitation") -> str:
    """The address where its person says that she wants no more letters. It never ends."""
    return _address(invitation, tokens.derive(_key(), STOP, invitation.ref))


def opened_by(token: str, invitation: "Invitation") -> Link | None:
    """Which of the invitation's links this token is, used or not; None for none of them now.

    None of the copied ones once its person has claimed her address: then she signs in, or types a
    code, and nothing she says is within reach of whoever holds a link.
    """
    if tokens.matches(token, _key(), MAILED, invitation.ref, invitation.generation):
        return Link(f"link {invitation.generation}", False, _end(invitation, invitation.sent_at))
    copied_at = invitation.copied_at
    if copied_at is None or invitation.person.claimed_at:
        return None
    if tokens.matches(token, _key(), PASSED_ON, invitation.ref, invitation.copies):
        return Link(f"copy {invitation.copies}", True, _end(invitation, copied_at))
    return None


def is_to_stop(token: str, invitation: "Invitation") -> bool:
    """Whether the token is the one of `stop`."""
    return tokens.matches(token, _key(), STOP, invitation.ref)


def _end(invitation: "Invitation", made_at: datetime) -> datetime:
    """Thirty days after the wanted-by date, and never sooner than thirty days after it was made."""
    wanted_by = invitation.due_on
    wanted = datetime.combine(wanted_by, time.max, UTC) if wanted_by else made_at
    return max(made_at, wanted) + LASTS


def _address(invitation: "Invitation", token: str) -> str:
    return links.site() + reverse("circle:entry", args=[invitation.ref, token])


def _key() -> bytes:
    return codes.server_key()
