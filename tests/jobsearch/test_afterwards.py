"""What a seeker writes once a job has answered: begun with prompts, a document like any other."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions as documents
from mentorship.documents.models import Document
from mentorship.jobsearch import actions, afterwards
from mentorship.jobsearch.models import Pursuit
from tests import make
from tests.browsing.browsers import sign_in

pytestmark = pytest.mark.django_db

WRITE_DOWN, WRITE_TO_THEM = "Write down how it went", "Write to the employer"
THANK_THEM = "Write a thank-you letter"


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


def blue(browser: Client, pursuit: Pursuit) -> list[str]:
    """What the blue buttons of its page say."""
    page = browser.get(pursuit.get_absolute_url()).content.decode()
    return re.findall(r'class="button"[^>]*>([^<]+)', page)


def test_the_blue_button_of_a_job_is_what_comes_next(browser: Client, pursuit: Pursuit) -> None:
    going_on = blue(browser, pursuit)
    actions.end(pursuit, by=as_account(pursuit.owner), outcome="no")
    ended = blue(browser, pursuit)
    begin(browser, pursuit, "debrief")
    written_down = blue(browser, pursuit)
    make.lessons(pursuit, "Ask about the salary.")

    assert going_on == ["Ask for critique for this job"]
    assert (ended, written_down) == ([WRITE_DOWN], ["Write down your lessons"])
    assert blue(browser, pursuit) == []


def test_a_job_that_ended_is_not_said_to_have_nothing_planned(
    browser: Client, pursuit: Pursuit
) -> None:
    before = browser.get(pursuit.get_absolute_url()).content.decode()
    actions.end(pursuit, by=as_account(pursuit.owner), outcome="no")

    assert "Nothing is planned next." in before
    assert "Nothing is planned" not in browser.get(pursuit.get_absolute_url()).content.decode()


def test_a_debrief_begins_with_prompts_and_stands_with_its_job(
    browser: Client, pursuit: Pursuit
) -> None:
    page = begin(browser, pursuit, "debrief")

    made = Document.objects.get(kind="debrief")
    assert "## What the employer said" in page
    assert made.draft.endswith("1. \n2. \n3. \n")
    assert made.title.startswith("How it went: ")
    assert made.title in browser.get(pursuit.get_absolute_url()).content.decode()


def test_a_thank_you_is_offered_while_there_are_interviews(browser: Client, ada: User) -> None:
    offered = [
        THANK_THEM in browser.get(one.get_absolute_url()).content.decode()
        for one in (make.pursuit(ada), make.pursuit(ada, stage="interview"))
    ]

    assert offered == [False, True]


def test_a_letter_to_the_employer_is_begun_once(browser: Client, pursuit: Pursuit) -> None:
    actions.end(pursuit, by=as_account(pursuit.owner), outcome="no")

    offered = browser.get(pursuit.get_absolute_url()).content.decode()
    assert "How far did you get?" in offered

    typed = {"kind": "follow_up", "key": str(uuid4()), "reached": "final"}
    draft = browser.post(reverse("jobsearch:texts", args=[pursuit.ref]), typed, follow=True)

    assert "next final round" in draft.content.decode()
    page = browser.get(pursuit.get_absolute_url()).content.decode()
    assert WRITE_TO_THEM not in page
    assert "Not sent yet" in page
    assert "/employer-letter/" in page


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


SAID = "## What the employer said"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{SAID}\n\n\n## Next\n1. ", f"{SAID}\n\n> No.\n>\n> Sorry.\n\n## Next\n1. \n"),
        (f"{SAID}\nBy phone: no.\n", f"{SAID}\nBy phone: no.\n\n> No.\n>\n> Sorry.\n"),
        ("It went well.", f"It went well.\n\n{SAID}\n\n> No.\n>\n> Sorry.\n"),
        ("", f"{SAID}\n\n> No.\n>\n> Sorry.\n"),
    ],
)
def test_an_answer_is_quoted_under_what_the_employer_said_once(text: str, kept: str) -> None:
    once = afterwards.with_answer(text, " No.\n\nSorry. \n")

    assert once == kept
    assert afterwards.with_answer(once, "No.\n\nSorry.") == kept
