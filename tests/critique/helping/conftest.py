"""A seeker who goes for a job, and a mentor whose advice she takes."""

import pytest

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents.models import Version
from mentorship.jobsearch.models import Pursuit
from tests import make
from tests.browsing.news import came_in


@pytest.fixture
def pursuit(version: Version) -> Pursuit:
    """A job that her résumé is sent for."""
    return make.pursuit(version.document.owner)


@pytest.fixture
def asked(version: Version) -> Invitation:
    """Ben is asked about it."""
    return make.invitation(version.document, make.invited("Ben"), name="Ben")


@pytest.fixture
def ben(asked: Invitation) -> Reader:
    """He, come in."""
    mentor = as_visitor(asked)
    came_in(mentor)
    return mentor
