"""What a seeker writes once a job has answered: begun with prompts, a document like any other."""

from urllib.parse import unquote
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions as documents
from mentorship.documents.models import Document
from mentorship.jobsearch import actions
from mentorship.jobsearch.models import Pursuit
from tests.browsing.browsers import sign_in

pytestmark = pytest.mark.django_db

WRITE_DOWN, WRITE_TO_THEM = "Write down how it went", "Write to the employer"


@pytest.fixture
def browser(ada: User) -> Client:
    """Her browser."""
    return sign_in(ada)


def begin(browser: Client, pursuit: Pursuit, kind: str, key: str = "") -> str:
    """Press one of the two; the page on which it is written."""
    here = reverse("jobsearch:texts", args=[pursuit.ref])
    typed = {"kind": kind, "key": key or str(uuid4())}
    return browser.post(here, typed, follow=True).content.decode()


@pytest.mark.parametrize(
    ("outcome", "offered"),
    [
        ("", []),
        ("no", [WRITE_DOWN, WRITE_TO_THEM]),
        ("no_answer", [WRITE_DOWN]),
        ("hired", [WRITE_DOWN]),
    ],
)
def test_what_helps_is_offered_once_it_has_answered(
    browser: Client, pursuit: Pursuit, outcome: str, offered: list[str]
) -> None:
    if outcome:
        actions.end(pursuit, by=as_account(pursuit.owner), outcome=outcome)

    page = browser.get(pursuit.get_absolute_url()).content.decode()

    assert [one for one in (WRITE_DOWN, WRITE_TO_THEM) if one in page] == offered


def test_a_debrief_begins_with_prompts_and_stands_with_its_job(
    browser: Client, pursuit: Pursuit
) -> None:
    page = begin(browser, pursuit, "debrief")

    made = Document.objects.get(kind="debrief")
    assert "## What the employer said" in page
    assert made.draft.endswith("1. \n2. \n3. \n")
    assert made.title.startswith("How it went: ")
    assert made.title in browser.get(pursuit.get_absolute_url()).content.decode()


def test_a_letter_to_the_employer_opens_in_her_mail_program(
    browser: Client, pursuit: Pursuit
) -> None:
    begin(browser, pursuit, "follow_up")
    made = Document.objects.get(kind="follow_up")
    by, changed = as_account(pursuit.owner), f"{made.draft}\nPS: & thank you."
    documents.save_draft(made, by=by, text=changed, revision=made.draft_revision)

    page = browser.get(pursuit.get_absolute_url()).content.decode()

    mail = page.split('href="mailto:?', 1)[1].split('"', 1)[0]
    assert unquote(mail) == f"subject={pursuit.role}&amp;body={changed}"


def test_pressed_twice_one_is_begun_and_what_was_written_stays(
    browser: Client, pursuit: Pursuit
) -> None:
    key = str(uuid4())
    begin(browser, pursuit, "debrief", key)
    made = Document.objects.get()
    by = as_account(pursuit.owner)
    documents.save_draft(made, by=by, text="They were kind.", revision=made.draft_revision)

    page = begin(browser, pursuit, "debrief", key)

    assert Document.objects.count() == 1
    assert "They were kind." in page


def test_a_kind_that_is_not_offered_begins_nothing(browser: Client, pursuit: Pursuit) -> None:
    begin(browser, pursuit, "resume")

    assert not Document.objects.exists()
