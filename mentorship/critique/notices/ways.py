"""How whoever was asked comes from a letter to what it tells of: by a link of that letter alone."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from accounts.reader import Reader, as_account
from mentorship.circle import headers, links
from mentorship.circle.models import Invitation, InvitationQuerySet
from mentorship.notifications import links as addresses
from mentorship.notifications.marks import Secret
from mentorship.notifications.models import Letter, Notice

THERE = "there"


@dataclass(frozen=True, slots=True)
class Way:
    """From letters of one kind to what they tell of.

    asked_by  the invitation by which their person may read it; None once there is none
    leads_to  the page it stands on, as this reader sees it; empty when it is gone
    """

    asked_by: Callable[[list[Notice]], Invitation | None]
    leads_to: Callable[[list[Notice], Reader], str]

    @property
    def facts(self) -> dict[str, Any]:
        """What the kind of these letters says of itself."""
        return {"secrets": self.secrets, "headers": self.headers, "leads_to": self.leads_to}

    def secrets(self, letter: Letter) -> dict[str, str]:
        """The letter's link; whoever has an account signs in, and gets a plain address."""
        notices = list(letter.notices.select_related("person", "event__actor").order_by("pk"))
        invitation = self.asked_by(notices) if notices else None
        if invitation is None or invitation.person.claimed_at:
            return {THERE: addresses.site() + self._page(notices)}
        return {THERE: links.of_letter(invitation, letter.ref)}

    def _page(self, notices: list[Notice]) -> str:
        page = self.leads_to(notices, as_account(notices[0].person)) if notices else ""
        return page or reverse("home:landing")

    def headers(self, notices: list[Notice]) -> dict[str, str]:
        """In the seeker's name, where all of it is the seeker's doing."""
        invitation = self.asked_by(notices)
        if invitation is None or {one.event.actor for one in notices} != {invitation.seeker}:
            return {}
        return headers.in_the_name_of(invitation)


def link() -> Secret:
    """What stands in the words of a letter for its link."""
    return Secret(THERE)


def invitations_to(notices: list[Notice]) -> InvitationQuerySet:
    """The live invitations of the person these tell, the newest first."""
    hers = Invitation.objects.live().filter(person=notices[0].person, left_at=None)
    return hers.select_related("round__owner", "person").order_by("-pk")
