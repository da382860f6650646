"""A seeker, and a job she goes for."""

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.jobsearch.models import Pursuit
from tests import make


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
