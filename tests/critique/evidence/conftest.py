"""A posting beside a text, and a mentor who is asked about it."""

import pytest

from accounts.models import User
from accounts.reader import Reader
from mentorship.documents.models import Version
from mentorship.jobsearch.models import Pursuit
from tests import make
from tests.make import evidence


@pytest.fixture
def pursuit(ada: User) -> Pursuit:
    """The job she goes for."""
    return make.pursuit(ada, "Team lead", posting=evidence.WANTED)


@pytest.fixture
def version(ada: User) -> Version:
    """What she may send."""
    return make.ready_version(ada, text=evidence.SHOWN)


@pytest.fixture
def ben(version: Version, pursuit: Pursuit) -> Reader:
    """A mentor she asked for this job, who came by the link."""
    return evidence.mentor_for(pursuit, version)
