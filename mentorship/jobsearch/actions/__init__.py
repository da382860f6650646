"""Everything a seeker can do about a job she goes for, one module for each noun."""

from mentorship.jobsearch.actions.lessons import learn, tick, untick
from mentorship.jobsearch.actions.letters import (
    keep_answer,
    remind_of_letter,
    say_letter_left,
    say_letter_stays,
)
from mentorship.jobsearch.actions.maps import keep_soon
from mentorship.jobsearch.actions.postings import read_again, read_file
from mentorship.jobsearch.actions.pursuits import begin, delete, describe, end, move, plan
from mentorship.jobsearch.actions.sendings import send, tailor, take_back
from mentorship.jobsearch.actions.terms import (
    add_term,
    bring_term_back,
    call_term_the_same,
    drop_term,
    weigh_term,
)
from mentorship.jobsearch.actions.texts import Kind, write_about

__all__ = [
    "Kind",
    "add_term",
    "begin",
    "bring_term_back",
    "call_term_the_same",
    "delete",
    "describe",
    "drop_term",
    "end",
    "keep_answer",
    "keep_soon",
    "learn",
    "move",
    "plan",
    "read_again",
    "read_file",
    "remind_of_letter",
    "say_letter_left",
    "say_letter_stays",
    "send",
    "tailor",
    "take_back",
    "tick",
    "untick",
    "weigh_term",
    "write_about",
]
