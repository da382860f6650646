"""Addresses without a mailbox: what nobody asked for goes there no more, until a letter arrives again.

What somebody sits and waits for is tried all the same: an invitation, a link, a code. Whoever asks for it
says that the mailbox is there by now; once a mail server has taken one, all else goes there, too. And
so is what cannot be stopped, for it is about the safety of an account.
"""

from accounts.models import User
from mentorship.notifications import kinds
from mentorship.notifications.models import Letter
from mentorship.toolbox.clock.moments import Now

State = Letter.State
CAME_BACK = "bounced"  # so begin the reasons of letters for which there was no mailbox
BEFORE = "bounced before"


def keep_back(kind: str, *, person: User | None, address: str) -> bool:
    """Whether a letter of this kind is not to be sent there: the last that was heard is that it came back."""
    if person is None or kind not in _kept_back():
        return False
    came_back = Letter.objects.filter(
        address=address, state=State.FAILED, reason__startswith=CAME_BACK
    )
    last = came_back.order_by("-ended_at").values_list("ended_at", flat=True).first()
    if last is None:
        return False
    arrived = Letter.objects.filter(person=person, address=address, state=State.SENT)
    return not arrived.filter(ended_at__gt=last).exists()


def end_what_waits(address: str) -> None:
    """One has come back: of those that wait for the same address these are not tried any more."""
    waiting = Letter.objects.filter(
        address=address, state=State.WAITING, kind__in=_kept_back()
    ).exclude(person=None)
    ended = {"reason": BEFORE, "ended_at": Now()}
    waiting.filter(ambiguous=0).update(state=State.FAILED, **ended)
    waiting.update(state=State.UNCONFIRMED, **ended)


def _kept_back() -> list[str]:
    return [name for name, kind in kinds.KINDS.items() if kind.topic and not kind.is_urgent]
