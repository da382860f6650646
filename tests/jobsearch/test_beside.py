"""The job that a text is about stands beside it while it is written."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader
from mentorship.documents.models import Document
from mentorship.jobsearch import actions
from mentorship.jobsearch.models import EmployerLetter, Pursuit
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.employer_letters import of

FIRST = re.compile(r'class="button"[^>]*>([^<]+)<')  # the blue one

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(ada: User) -> Client:
    """Her browser."""
    return sign_in(ada)


def written(browser: Client, document: Document) -> str:
    """The page on which it is written."""
    return browser.get(reverse("documents:draft", args=[document.ref])).content.decode()


def test_a_debrief_is_written_beside_its_posting_and_what_was_sent(
    browser: Client, pursuit: Pursuit, by_ada: Reader
) -> None:
    sent = make.ready_version(pursuit.owner)
    actions.send(pursuit, sent, by=by_ada)
    debrief = actions.write_about(pursuit, by=by_ada, kind="debrief", key=uuid4())

    page = written(browser, debrief)

    assert "Acme makes tea." in page
    assert f'href="{sent.get_absolute_url()}"' in page
    assert pursuit.get_absolute_url() in browser.get(debrief.get_absolute_url()).content.decode()


def test_a_letter_says_where_it_leaves_from(browser: Client, letter: EmployerLetter) -> None:
    pages = (
        written(browser, letter.document),
        browser.get(letter.document.get_absolute_url()).content.decode(),
    )

    assert all(of(letter) in page for page in pages)


def test_what_comes_next_for_a_letter_is_to_send_it(
    browser: Client, letter: EmployerLetter, ada: User
) -> None:
    assert FIRST.findall(written(browser, letter.document)) == ["Send it to the employer"]
    assert FIRST.findall(written(browser, make.draft(ada))) == ["Save as a version"]


def test_a_text_of_its_own_or_of_a_deleted_job_stands_alone(
    browser: Client, letter: EmployerLetter, ada: User, by_ada: Reader
) -> None:
    alone = written(browser, make.draft(ada))
    actions.delete(letter.pursuit, by=by_ada)

    assert "beside-text" not in alone
    assert "beside-text" not in written(browser, letter.document)
