"""A seeker whose résumé says how to reach her, prepared for looks; somebody she asked, and a link."""

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation
from mentorship.documents.models import Version
from mentorship.looks.models import LookLink, Showing
from tests import make
from tests.browsing.browsers import visit
from tests.make import looks


@pytest.fixture
def ada() -> User:
    """The seeker."""
    return make.person("Ada")


@pytest.fixture
def by_ada(ada: User) -> Reader:
    """The seeker, signed in."""
    return as_account(ada)


@pytest.fixture
def version(ada: User) -> Version:
    """Her résumé."""
    return make.ready_version(ada, text=looks.CONTACT)


@pytest.fixture
def showing(version: Version) -> Showing:
    """Page one, her second line covered."""
    return looks.showing(version, lines=[2], target="Data analyst")


@pytest.fixture
def link(showing: Showing) -> LookLink:
    """A link for two looks."""
    return looks.look_link(showing.version.document, most=2, for_whom="Sam’s team")


@pytest.fixture
def invitation(showing: Showing) -> Invitation:
    """Ben is asked about the résumé."""
    return make.invitation(showing.version.document, make.invited("Ben"), name="Ben")


@pytest.fixture
def ben(invitation: Invitation) -> Client:
    """Ben's browser, with his pass."""
    given = invitation.round.documents.get().grants.get(source_id=invitation.pk)
    return visit(make.visitor_pass(given))
