"""A seeker, and a job she goes for."""

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.jobsearch import actions
from mentorship.jobsearch.models import EmployerLetter, Pursuit
from tests import make
from tests.browsing.employer_letters import TUESDAY, at


@pytest.fixture
def ada() -> User:
    """The seeker."""
    return make.person("Ada")


@pytest.fixture
def by_ada(ada: User) -> Reader:
    """The seeker, signed in."""
    return as_account(ada)


@pytest.fixture
def pursuit(ada: User) -> Pursuit:
    """A job she goes for, with its posting."""
    return make.pursuit(ada)


@pytest.fixture
def letter(ada: User, by_ada: Reader) -> EmployerLetter:
    """On Tuesday they said no after an interview, and she has begun to write to them."""
    with at(TUESDAY):
        ended = actions.end(make.pursuit(ada, stage="interview"), by=by_ada, outcome="no")
        return make.to_employer(ended)
