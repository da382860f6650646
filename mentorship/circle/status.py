"""How an invitation stands, told to the seeker: a shape, a word, and what to know about it."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentorship.circle.models import Invitation, Round
from mentorship.notifications.models import Letter

Words = str | Promise
State = Letter.State


@dataclass(frozen=True, slots=True)
class Status:
    """As `ui/status.html` shows it, and a sentence where there is more to say."""

    shape: str
    word: Words
    more: Words = ""


WAITING = Status("waiting", _("Email waiting to be sent"))
LEAVING = Status("working", _("Email being sent"))
NOT_SENT = Status(
    "warning", _("Email not sent"), _("It was superseded, or this address takes no such emails.")
)
LETTERS = {
    State.WAITING: WAITING,
    State.CLAIMED: WAITING,
    State.IN_DATA: LEAVING,
    State.SENT: Status("working", _("Email sent"), _("Their mail server accepted it.")),
    State.UNCONFIRMED: Status(
        "warning",
        _("Email may have been sent"),
        _("Their mail server didn’t confirm. Ask them whether it arrived."),
    ),
    State.KEPT: Status(
        "waiting",
        _("Email kept here"),
        _("This service sends no emails. Copy a link and send it yourself."),
    ),
    State.REPLACED: NOT_SENT,
    State.SUPPRESSED: NOT_SENT,
}
BOUNCED = Status(
    "danger",
    _("Email came back"),
    _("There is no mailbox at this address. If it is mistyped, withdraw this and ask again."),
)
REFUSED = Status(
    "danger",
    _("Email could not be delivered"),
    _("Their mail server would not accept it. Copy a link and send it another way."),
)

WHO_SEES = {
    Round.Openness.TABLE: _(
        "%(name)s sees what you send, and so does everyone else who was asked. You see what they send."
    ),
    Round.Openness.BLIND_FIRST: _(
        "Once you have finished, you see what others have sent, and they see yours."
    ),
    Round.Openness.APART: _("Only %(name)s sees what you send. You hear of it should that change."),
}


def status_of(invitation: Invitation) -> Status:
    """What has become of one that came `with_letters()`, the latest first. Asks nothing."""
    if invitation.revoked_at:
        return Status("warning", _("Withdrawn"))
    if invitation.disowned_at:
        more = _(
            "Whoever opened the email says it is meant for someone else. Please check the address."
        )
        return Status("danger", _("Not the right person"), more)
    if invitation.left_at:
        return Status("warning", _("Has left"), _("What was written before stays."))
    return _answer(invitation) or _letter(invitation)


def _answer(invitation: Invitation) -> Status | None:
    if invitation.declined_at:
        return Status("warning", _("Not this time"))
    if only_looked(invitation):
        return Status("good", _("Took a ten-second look"))
    if invitation.answered_at:
        return Status("good", _("Finished"))
    if invitation.begun_at:
        return Status("working", _("Has begun"))
    if is_put_off(invitation):
        return Status("waiting", _("Later"))
    if invitation.asked_again_at:
        has_failed = vars(invitation)["letter_state"] == State.FAILED
        return None if has_failed else Status("working", _("Asked for another look"))
    return Status("working", _("Opened")) if invitation.pressed_at else None


def _letter(invitation: Invitation) -> Status:
    """How far the newest letter with its link is."""
    mailed, state, reason = (
        getattr(invitation, name) for name in ("mailed", "letter_state", "letter_reason")
    )
    if not mailed:
        return NOT_SENT
    if state is None:
        return WAITING
    if state == State.FAILED:
        return BOUNCED if reason.startswith("bounced") else REFUSED
    return LETTERS[State(state)]


def only_looked(invitation: Invitation) -> bool:
    """Whether her answer was a ten-second look, and she has sent nothing else."""
    return invitation.answered_at is not None and invitation.heard_at is None


def is_under_way(invitation: Invitation) -> bool:
    """Whether its letter has neither left nor failed, and nothing else is to be told of it."""
    return status_of(invitation) in {WAITING, LEAVING}


def is_awaited(invitation: Invitation) -> bool:
    """Whether it may still be answered, and is not: `awaited()`."""
    is_over = invitation.revoked_at or invitation.disowned_at or invitation.left_at
    return not (is_over or invitation.declined_at or invitation.answered_at)


def is_put_off(invitation: Invitation) -> bool:
    """Whether its person has picked a day that is not over."""
    until = invitation.put_off_until
    return until is not None and until >= timezone.localdate()


def is_passed_on(invitation: Invitation) -> bool:
    """Whether only a link the seeker passed on has opened it, and no code to the address since."""
    made = list(invitation.passes.all())
    return bool(made) and all(one.is_passed_on for one in made)


def may_be_sent_again(invitation: Invitation) -> bool:
    """Whether one more letter makes sense, of an invitation that is prefetched with its round."""
    is_over = invitation.declined_at or invitation.answered_at or invitation.round.closed_at
    return not (invitation.revoked_at or is_over)


def who_sees(asked: Round, seeker: str) -> str:
    """Who will see what a mentor sends, told to her before she writes. Says nothing of how many there are."""
    return WHO_SEES[Round.Openness(asked.openness)] % {"name": seeker}


def may_be_asked_again(invitation: Invitation) -> bool:
    """Whether she has finished, and may be asked for another look."""
    is_over = invitation.revoked_at or invitation.disowned_at or invitation.left_at
    return invitation.answered_at is not None and not (is_over or invitation.round.closed_at)
