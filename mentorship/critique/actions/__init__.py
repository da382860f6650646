"""Everything a person can do about what is said, one module for each thing it is done to."""

from mentorship.critique.actions.agreements import agree, withdraw
from mentorship.critique.actions.beginnings import ask_all, note
from mentorship.critique.actions.checklists import (
    answer_checklist,
    change_checklist,
    let_checklist_go,
    make_checklist,
)
from mentorship.critique.actions.comments import comment, delete, edit, reply
from mentorship.critique.actions.decisions import decide, revise, undecide
from mentorship.critique.actions.placements import answer_guess, place, settle
from mentorship.critique.actions.private_notes import keep_note
from mentorship.critique.actions.reviews import finish, send_as_they_are, send_now
from mentorship.critique.actions.rounds import choose_openness, note_letter_read
from mentorship.critique.actions.saved_comments import let_go, reword, save_comment
from mentorship.critique.actions.sightings import say_seen
from mentorship.critique.actions.suggestions import accept, decline, reconsider, tick, untick
from mentorship.critique.actions.tellings import Words, tell
from mentorship.critique.actions.thanks import thank
from mentorship.critique.actions.threads import reopen, resolve
from mentorship.critique.actions.uses import mark

__all__ = [
    "Words",
    "accept",
    "agree",
    "answer_checklist",
    "answer_guess",
    "ask_all",
    "change_checklist",
    "choose_openness",
    "comment",
    "decide",
    "decline",
    "delete",
    "edit",
    "finish",
    "keep_note",
    "let_checklist_go",
    "let_go",
    "make_checklist",
    "mark",
    "note",
    "note_letter_read",
    "place",
    "reconsider",
    "reopen",
    "reply",
    "resolve",
    "revise",
    "reword",
    "save_comment",
    "say_seen",
    "send_as_they_are",
    "send_now",
    "settle",
    "tell",
    "thank",
    "tick",
    "undecide",
    "untick",
    "withdraw",
]
