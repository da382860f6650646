"""Everything a person can do about an ask, one module for each side it is done from."""

from mentorship.circle.actions.answering import (
    accept_link,
    continue_,
    decline,
    leave,
    postpone,
    report_wrong_person,
)
from mentorship.circle.actions.inviting import ask, ask_again, copy_link, revoke, send_again
from mentorship.circle.actions.mail import (
    end_silence,
    enter_code,
    send_code,
    send_fresh_link,
    silence,
)
from mentorship.circle.actions.openness import choose_openness
from mentorship.circle.actions.previewing import preview, preview_more
from mentorship.circle.actions.reviews import answered, begun, heard, looked
from mentorship.circle.actions.rounds import close, reopen
from mentorship.circle.actions.steering import add_people, change

__all__ = [
    "accept_link",
    "add_people",
    "answered",
    "ask",
    "ask_again",
    "begun",
    "change",
    "choose_openness",
    "close",
    "continue_",
    "copy_link",
    "decline",
    "end_silence",
    "enter_code",
    "heard",
    "leave",
    "looked",
    "postpone",
    "preview",
    "preview_more",
    "reopen",
    "report_wrong_person",
    "revoke",
    "send_again",
    "send_code",
    "send_fresh_link",
    "silence",
]
