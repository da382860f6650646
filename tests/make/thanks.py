"""Points that were used in what was sent for a job, and thanks for them."""

from accounts.reader import Reader, as_account
from mentorship.critique import actions
from mentorship.critique.models import Thread
from mentorship.documents.models import Version
from mentorship.jobsearch import actions as jobsearch
from mentorship.jobsearch.models import Pursuit
from tests import clock, make
from tests.make import saying

SAID = "Lead with the result."


def used(version: Version, mentor: Reader, text: str = SAID, *, use: str = "used") -> Thread:
    """A point of the mentor's that the seeker has marked."""
    point = saying.point(version, mentor, text)
    by = as_account(version.document.owner)
    clock.later()
    return actions.mark(point, by=by, use=use, reason="", seen="")


def sent(pursuit: Pursuit, version: Version, *, stage: str = "interview") -> Pursuit:
    """The version is sent, and the job comes so far."""
    by = as_account(pursuit.owner)
    clock.later()
    jobsearch.send(pursuit, version, by=by)
    clock.later()
    return jobsearch.move(pursuit, by=by, stage=stage)


def used_and_sent(version: Version, mentor: Reader, text: str = SAID) -> Pursuit:
    """The same, in what is sent for a job that comes to an interview."""
    used(version, mentor, text)
    return sent(make.pursuit(version.document.owner), version)


def told(pursuit: Pursuit, mentor: Reader, words: str = "Thank you.") -> None:
    """The mentor is told of the interview."""
    assert mentor.person
    given = [actions.Words(mentor.person.pk, words)]
    actions.thank(pursuit, given, by=as_account(pursuit.owner), news="interview")
