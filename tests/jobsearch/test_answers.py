"""What an employer answered stands in the debrief, and nothing that was written there is lost."""

from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader
from mentorship.documents import actions as documents
from mentorship.documents.models import Document
from mentorship.jobsearch import actions
from mentorship.jobsearch.models import EmployerLetter
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.employer_letters import of

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(ada: User) -> Client:
    """Her browser."""
    return sign_in(ada)


def answered(browser: Client, letter: EmployerLetter, words: str) -> str:
    """She pastes what they wrote; the page on which the debrief is written."""
    return browser.post(of(letter, "answer"), {"answer": words}, follow=True).content.decode()


def test_an_answer_goes_into_the_debrief_that_stands(
    browser: Client, letter: EmployerLetter, by_ada: Reader
) -> None:
    debrief = actions.write_about(letter.pursuit, by=by_ada, kind="debrief", key=uuid4())

    for _press in range(2):
        page = answered(browser, letter, "Tell us numbers.\r\nBest, Jo")

    debrief.refresh_from_db()
    letter.refresh_from_db()
    assert "What the employer said\n\n> Tell us numbers.\n> Best, Jo\n\n## What I" in debrief.draft
    assert debrief.draft.count("numbers") == 1
    assert "Their answer is in your debrief." in page
    assert bool(letter.answered_at and letter.sent_at)


def test_without_a_debrief_one_begins_with_the_answer(
    browser: Client, letter: EmployerLetter
) -> None:
    answered(browser, letter, "Thank you.")

    assert "> Thank you." in Document.objects.get(kind="debrief").draft


def test_a_debrief_open_elsewhere_loses_nothing(
    browser: Client, letter: EmployerLetter, by_ada: Reader
) -> None:
    made = actions.write_about(letter.pursuit, by=by_ada, kind="debrief", key=uuid4())
    made.refresh_from_db()
    answered(browser, letter, "Thank you.")

    with pytest.raises(Stale) as stale:
        documents.save_draft(made, by=by_ada, text="Hers.", revision=made.draft_revision)

    assert "> Thank you." in stale.value.kept


@pytest.mark.parametrize(
    ("words", "told"),
    [(" ", "Paste what they wrote."), ("long", "Your debrief has no room for so much.")],
)
def test_an_answer_that_cannot_be_kept_is_said(
    browser: Client, letter: EmployerLetter, by_ada: Reader, words: str, told: str
) -> None:
    made = actions.write_about(letter.pursuit, by=by_ada, kind="debrief", key=uuid4())
    documents.save_draft(made, by=by_ada, text="a" * 99_990, revision=1)
    browser.post(of(letter, "leaving"))

    page = browser.post(of(letter, "answer"), {"answer": words})

    assert (page.status_code, told in page.content.decode()) == (422, True)
    assert page.content.decode().count("<h2>Please look at this again") == 1


def test_a_letter_that_has_gone_is_told(letter: EmployerLetter, by_ada: Reader) -> None:
    documents.delete(letter.document, by=by_ada)

    with pytest.raises(Refused, match="deleted"):
        actions.say_letter_left(letter, by=by_ada)


def test_letters_are_hers_alone(letter: EmployerLetter) -> None:
    assert sign_in(make.person("Eve")).get(of(letter)).status_code == 404
