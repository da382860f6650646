"""Why the text exists: jobs, their postings and terms, what was sent, written and learnt for them."""

from mentorship.jobsearch.models.lessons import Lesson, LessonQuerySet, Tick
from mentorship.jobsearch.models.letters import EmployerLetter, EmployerLetterQuerySet
from mentorship.jobsearch.models.postings import PostingFile
from mentorship.jobsearch.models.pursuits import Pursuit, PursuitQuerySet
from mentorship.jobsearch.models.sendings import Sending, SendingQuerySet, Tailoring
from mentorship.jobsearch.models.terms import EvidenceMap, Term, TermQuerySet

__all__ = [
    "EmployerLetter",
    "EmployerLetterQuerySet",
    "EvidenceMap",
    "Lesson",
    "LessonQuerySet",
    "PostingFile",
    "Pursuit",
    "PursuitQuerySet",
    "Sending",
    "SendingQuerySet",
    "Tailoring",
    "Term",
    "TermQuerySet",
    "Tick",
]
