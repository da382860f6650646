"""A look as an answer to an invitation: the page of the invitation offers it."""

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.looks.models import Look
from mentorship.looks.visitors import offered_in
from mentorship.toolbox.pages.addresses import address


def of(invitation: Invitation, by: Reader) -> str:
    """Where she looks; empty where there is nothing to look at, or she has looked at it."""
    showing = None if invitation.round.closed_at else offered_in(invitation, by)
    if showing is None:
        return ""
    hers = Look.objects.answered().by(person=invitation.person).filter(showing=showing)
    return "" if hers.exists() else address("looks:look", invitation.ref)
