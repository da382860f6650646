"""Whom I trust, and what I asked of them: rounds, invitations, and the passes their links make."""

from mentorship.circle.models.asks import Invitation, InvitationQuerySet, Round, RoundQuerySet
from mentorship.circle.models.passes import Code, Pass
from mentorship.circle.models.people import Colleague, Silence

__all__ = [
    "Code",
    "Colleague",
    "Invitation",
    "InvitationQuerySet",
    "Pass",
    "Round",
    "RoundQuerySet",
    "Silence",
]
