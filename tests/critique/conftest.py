"""A seeker with something to read, and a mentor she asked."""

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.documents.models import Version
from tests import make


@pytest.fixture
def ada() -> User:
    """The seeker."""
    return make.person("Ada")


@pytest.fixture
def seeker(ada: User) -> Reader:
    """She, signed in."""
    return as_account(ada)


@pytest.fixture
def version(ada: User) -> Version:
    """What she wants to be read."""
    return make.ready_version(ada, text=make.THREE_LINES)


@pytest.fixture
def ben(version: Version) -> Reader:
    """A mentor she asked, who came by the link."""
    return make.visitor(make.grant(version.document, to=make.invited("Ben")))


@pytest.fixture
def eve(version: Version) -> Reader:
    """Another mentor, asked in a round of her own."""
    return make.visitor(make.grant(version.document, to=make.invited("Eve")))
