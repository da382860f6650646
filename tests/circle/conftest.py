"""A seeker, one ready document, and an invitation of somebody without an account."""

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation
from mentorship.documents.models import Document
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
def resume(ada: User) -> Document:
    """Her document, ready to read."""
    return make.ready_version(ada, title="Operations lead").document


@pytest.fixture
def ben() -> User:
    """Somebody whose address is known, and who never signed up."""
    return make.invited("Ben")


@pytest.fixture
def invitation(resume: Document, ben: User) -> Invitation:
    """What Ada asks of Ben."""
    return make.invitation(resume, ben, name="Ben")
