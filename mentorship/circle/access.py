"""Who may act on an invitation, and who may still write to whom."""

from typing import Literal

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round, Silence
from mentorship.toolbox.refused import Refused

Right = Literal["own", "answer"]
Openness = Round.Openness
BY_OPENNESS = [Openness.APART, Openness.BLIND_FIRST, Openness.TABLE]  # the least open first


def require(by: Reader, right: Right, *, on: Invitation | Round) -> None:
    """Pass when `by` may: "own" is for the seeker signed in, "answer" for the person who was asked.

    Raises Refused "not-found" (404, the answer for what is not there).
    """
    everything = type(on).objects.all()
    hers = everything.owned_by(by) if right == "own" else everything.visible_to(by)
    if not hers.filter(pk=on.pk).exists():
        raise Refused("not-found", _("There is nothing here."), status=404)


def require_open(asked: Round) -> None:
    """Pass while the round asks somebody. Raises Refused "closed" (409)."""
    if asked.closed_at:
        raise Refused("closed", _("This round is closed, so there is nothing more to do in it."))


def is_silent(person: User, by: User) -> bool:
    """Whether `person` said that `by`, or nobody at all, may write to her."""
    wanted = Q(seeker=by) | Q(seeker=None)
    return Silence.objects.filter(wanted, person=person).exists()


def allowed_openness(asked: Round) -> list[Openness]:
    """How open the round may be from now on, the current openness included.

    Nothing is closed any more once one of the people asked has sent something.
    """
    is_heard = Invitation.objects.filter(round=asked).exclude(heard_at=None).exists()
    return BY_OPENNESS[BY_OPENNESS.index(Openness(asked.openness)) * is_heard :]
