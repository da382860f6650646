"""Why the text exists: the jobs a seeker goes for, their postings, their terms, what was sent and made for them."""

from mentorship.jobsearch.models.postings import PostingFile, PostingFileQuerySet
from mentorship.jobsearch.models.pursuits import Pursuit, PursuitQuerySet
from mentorship.jobsearch.models.sendings import Sending, SendingQuerySet, Tailoring
from mentorship.jobsearch.models.terms import EvidenceMap, Term, TermQuerySet

__all__ = [
    "EvidenceMap",
    "PostingFile",
    "PostingFileQuerySet",
    "Pursuit",
    "PursuitQuerySet",
    "Sending",
    "SendingQuerySet",
    "Tailoring",
    "Term",
    "TermQuerySet",
]
