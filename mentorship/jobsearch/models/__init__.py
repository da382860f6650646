"""Why the text exists: the jobs a seeker goes for, their postings, what was sent and made for them."""

from mentorship.jobsearch.models.postings import PostingFile, PostingFileQuerySet
from mentorship.jobsearch.models.pursuits import Pursuit, PursuitQuerySet
from mentorship.jobsearch.models.sendings import Sending, SendingQuerySet, Tailoring

__all__ = [
    "PostingFile",
    "PostingFileQuerySet",
    "Pursuit",
    "PursuitQuerySet",
    "Sending",
    "SendingQuerySet",
    "Tailoring",
]
