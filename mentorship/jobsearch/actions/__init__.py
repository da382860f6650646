"""Everything a seeker can do about a job she goes for, one module for each noun."""

from mentorship.jobsearch.actions.postings import read_again, read_file
from mentorship.jobsearch.actions.pursuits import begin, delete, describe, move, plan
from mentorship.jobsearch.actions.sendings import send, tailor, take_back

__all__ = [
    "begin",
    "delete",
    "describe",
    "move",
    "plan",
    "read_again",
    "read_file",
    "send",
    "tailor",
    "take_back",
]
