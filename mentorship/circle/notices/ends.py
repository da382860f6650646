"""What became of a letter that asks for something: told to whoever it concerns."""

from mentorship.circle.kinds import CAME_BACK, NOT_TAKEN, REVOKED
from mentorship.circle.models import Invitation
from mentorship.circle.notices import sentences
from mentorship.notifications import kinds, notices
from mentorship.notifications.kinds import Kind
from mentorship.notifications.models import Event, Letter
from mentorship.notifications.notices import Channel

MAY_HAVE_ARRIVED = {Letter.State.SENT, Letter.State.UNCONFIRMED}


def register() -> None:
    """Make the kinds known that the page alone tells."""
    kinds.register(Kind(CAME_BACK, by_letter=False, told=sentences.came_back))
    kinds.register(Kind(NOT_TAKEN, by_letter=False, told=sentences.not_taken))


def tell(letter: Letter) -> None:
    """The seeker hears of a letter that was refused; its reader, that what she was asked is over.

    It may have been taken back while the letter was handed over. The invitation is locked: whoever
    takes it back at this moment sees what became of the letter, or is seen here.
    """
    notice = letter.notices.select_related("event").first()
    locked = Invitation.objects.select_related("round__owner", "person").select_for_update(
        of=("self",)
    )
    invitation = locked.filter(ref=sentences.ref_in(notice)).first() if notice else None
    if invitation is None:
        return
    if letter.state == Letter.State.FAILED:
        _refused(letter, invitation)
    elif letter.state in MAY_HAVE_ARRIVED and invitation.revoked_at:
        _taken_back(invitation)


def _refused(letter: Letter, invitation: Invitation) -> None:
    kind = CAME_BACK if letter.reason.startswith("bounced") else NOT_TAKEN
    seeker = invitation.seeker
    notices.tell(kind, thing=invitation.thing, actor=None, people=[seeker], channels=[Channel.PAGE])


def _taken_back(invitation: Invitation) -> None:
    if Event.objects.filter(kind=REVOKED, thing=invitation.thing).exists():
        return
    seeker, person = invitation.seeker, invitation.person
    notices.tell(REVOKED, thing=invitation.thing, actor=seeker, people=[person])
