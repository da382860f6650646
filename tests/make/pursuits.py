"""Jobs that people go for, with their postings."""

from typing import Any, Literal
from uuid import uuid4

from django.core.files.base import ContentFile

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents.models import Document, Version
from mentorship.jobsearch import actions, checklist
from mentorship.jobsearch.jobs import Job, Learnt
from mentorship.jobsearch.models import EmployerLetter, Lesson, PostingFile, Pursuit

POSTING = """Data analyst

Acme makes tea. You will read what our shops sell, and say what it means.

What you bring
- SQL, and two years with Python
- A degree in statistics is nice to have
"""


def job(role: str = "Data analyst", **facts: Any) -> Job:
    """What is said of a job at Acme; `facts` are those of a `Job`."""
    return Job(**{"role": role, "employer": "Acme", "posting": POSTING, **facts})


def pursuit(owner: User, role: str = "Data analyst", *, stage: str = "", **facts: Any) -> Pursuit:
    """A job that `owner` goes for, moved on to `stage`; `facts` are those of a `Job`."""
    by = as_account(owner)
    begun = actions.begin(job(role, **facts), by=by, key=uuid4())
    return actions.move(begun, by=by, stage=stage) if stage else begun


def posting_file(of: Pursuit, text: str = POSTING, *, name: str = "posting.txt") -> PostingFile:
    """The posting of the pursuit as a text file, still to be read."""
    file = ContentFile(text.encode(), name=name)
    return actions.read_file(of, by=as_account(of.owner), file=file)


def tailored(of: Pursuit, version: Version) -> Document:
    """A copy of the version for this job, still to be prepared."""
    return actions.tailor(of, version, by=as_account(of.owner), key=uuid4())


def lessons(of: Pursuit, *texts: str, shown: bool = False) -> list[Lesson]:
    """What the job taught, in its order; with `shown` the people she asks see it."""
    seen = checklist.state_of(of.lessons.order_by("place"))
    learnt = [Learnt(text, is_shown=shown) for text in texts]
    actions.learn(of, learnt, by=as_account(of.owner), seen=seen)
    return list(of.lessons.order_by("place"))


def to_employer(
    of: Pursuit, kind: Literal["follow_up", "thank_you"] = "follow_up"
) -> EmployerLetter:
    """A letter to the employer of this job, as it begins."""
    by = as_account(of.owner)
    document = actions.write_about(of, by=by, kind=kind, key=uuid4())
    return EmployerLetter.objects.owned_by(by).get(document=document)
