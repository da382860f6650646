"""Addresses without a mailbox: what nobody asked for goes there no more, until a letter arrives again.

What somebody sits and waits for is tried all the same: an invitation, a link, a code. Whoever asks for it
says that the mailbox is there by now; once a mail server has taken one, all else goes there, too. And
so is what cannot be stopped, for it is about the safety of an account.

Asked as each is about to be sent, and not when one comes back: others may be claimed by then, and a
worker that dies has nothing left to do.
"""

from mentorship.notifications import kinds
from mentorship.notifications.models import Letter

State = Letter.State
CAME_BACK = "bounced"  # so begin the reasons of letters for which there was no mailbox
BEFORE = "bounced before"


def keep_back(letter: Letter) -> bool:
    """Whether it is not to be sent: the last that was heard of its address is that one came back."""
    kind = kinds.of(letter.kind)
    if letter.person_id is None or kind.is_urgent or not kind.topic:
        return False
    came_back = Letter.objects.filter(
        address=letter.address, state=State.FAILED, reason__startswith=CAME_BACK
    )
    last = came_back.order_by("-ended_at").values_list("ended_at", flat=True).first()
    if last is None:
        return False
    hers = Letter.objects.filter(person=letter.person_id, address=letter.address)
    return not hers.filter(state=State.SENT, ended_at__gt=last).exists()
