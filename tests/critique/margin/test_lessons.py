"""Lessons of a seeker beside her text: for mentors, those she lets them see."""

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions as documents
from mentorship.documents.models import Version
from mentorship.jobsearch import actions
from tests import make
from tests.browsing.browsers import sign_in, visit

pytestmark = pytest.mark.django_db

TOLD = "has learnt this from earlier applications"


@pytest.fixture
def ada() -> User:
    """The seeker."""
    return make.person("Ada")


@pytest.fixture
def version(ada: User) -> Version:
    """What is read."""
    return make.ready_version(ada)


@pytest.fixture
def ben(version: Version) -> Client:
    """The browser of a mentor who was asked about it."""
    return visit(make.visitor_pass(make.grant(version.document, to=make.invited("Ben"))))


def read(browser: Client, version: Version) -> str:
    """The page on which it is read."""
    return browser.get(version.get_absolute_url()).content.decode()


def test_a_mentor_sees_what_the_seeker_shows_and_whether_it_is_ticked(
    ada: User, ben: Client, version: Version
) -> None:
    done, _left = make.lessons(make.pursuit(ada), "Lead with results", "Call them", shown=True)
    make.lessons(make.pursuit(ada), "Sleep before the day")
    actions.tick(done, by=as_account(ada), on=version.document)

    page = read(ben, version)

    assert "2 lessons from earlier applications" in page
    assert f"Ada {TOLD}" in page
    assert [page.count(word) for word in ("Ada has ticked it", "Not ticked yet")] == [1, 1]
    assert "Sleep before the day" not in page
    assert "Acme" not in page


def test_without_her_wish_nothing_is_said(ada: User, ben: Client, version: Version) -> None:
    make.lessons(make.pursuit(ada), "Lead with results")

    assert TOLD not in read(ben, version)


def test_beside_a_debrief_and_to_herself_nothing_is_said(ada: User) -> None:
    make.lessons(make.pursuit(ada), "Lead with results", shown=True)
    version = make.ready_version(ada)
    by = as_account(ada)
    documents.describe(version.document, by=by, kind="debrief", title="Clerk", note="")
    kim = visit(make.visitor_pass(make.grant(version.document, to=make.invited("Kim"))))

    assert TOLD not in read(kim, version)
    assert TOLD not in read(sign_in(ada), make.ready_version(ada))


def test_the_lessons_of_another_seeker_are_not_there(ben: Client, version: Version) -> None:
    make.lessons(make.pursuit(make.person("Bea")), "Lead with results", shown=True)

    assert TOLD not in read(ben, version)
