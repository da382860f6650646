"""Letters to employers: begun for each stage, sent in time from her own mailbox."""

from datetime import date, timedelta
from email import message_from_bytes, policy
from urllib.parse import unquote
from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader
from mentorship.documents import actions as documents
from mentorship.documents.models import Document
from mentorship.jobsearch import actions
from mentorship.jobsearch.letters import beginnings, leaving, timing
from mentorship.jobsearch.models import EmployerLetter, Pursuit
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.employer_letters import TUESDAY, at, of

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(ada: User) -> Client:
    """Her browser."""
    return sign_in(ada)


@pytest.mark.parametrize(
    ("stage", "reached", "words"),
    [
        ("applied", "", "what could my résumé or letter have shown"),
        ("interview", "", "answered differently"),
        ("offer", "", "next final round"),
        ("applied", "final", "next final round"),
    ],
)
def test_it_asks_how_to_do_better_in_other_words_for_each_stage(
    ada: User, by_ada: Reader, stage: str, reached: str, words: str
) -> None:
    ended = actions.end(make.pursuit(ada, stage=stage), by=by_ada, outcome="no")

    made = actions.write_about(ended, by=by_ada, kind="follow_up", key=uuid4(), reached=reached)

    assert words in Document.objects.get(pk=made.pk).draft


def test_thanks_leave_room_for_her_own_words(ada: User, by_ada: Reader) -> None:
    thanks = make.to_employer(make.pursuit(ada, stage="interview"), "thank_you")
    thanks.document.refresh_from_db()

    assert thanks.document.title == "Thank you: Data analyst at Acme"
    assert leaving.to_fill_in(thanks.document.draft)[0] == "something they told you"
    assert thanks.is_timely


# ---- when to send it


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (24, "day or two after their answer: Wednesday, 25 November, or Thursday, 26 November."),
        (26, "day or two after their answer: Wednesday, 25 November, or Thursday, 26 November."),
        (27, "Send it soon: after Tuesday, 1 December it is too late."),
        (32, "Their answer is more than a week old. A letter so late is seldom answered."),
    ],
)
def test_the_right_time_is_said(letter: EmployerLetter, day: int, told: str) -> None:
    today = date(2026, 11, 1) + timedelta(days=day - 1)

    with at(TUESDAY):
        assert timing.when(letter, today).endswith(told)


def test_what_goes_on_or_thanks_has_its_own_time(
    letter: EmployerLetter, ada: User, by_ada: Reader
) -> None:
    thanks = make.to_employer(make.pursuit(ada, stage="interview"), "thank_you")
    letter.pursuit = actions.move(letter.pursuit, by=by_ada, stage="interview")

    told = [timing.when(one, date(2026, 11, 24)) for one in (thanks, letter)]

    assert "within a day of the interview" in told[0]
    assert "a week after it is too late" in told[1]
    assert "needs no answer" in timing.hope(thanks)
    assert "don’t answer" in timing.hope(letter)


# ---- how it leaves


def test_a_letter_leaves_as_a_file_for_her_mail_program(
    browser: Client, letter: EmployerLetter
) -> None:
    answer = browser.get(of(letter, "employer_letter_file"))

    mail = message_from_bytes(answer.content, policy=policy.default)
    letter.document.refresh_from_db()
    assert (mail["X-Unsent"], mail["Subject"]) == ("1", "My application: Data analyst")
    assert mail["From"].addresses[0].addr_spec == letter.pursuit.owner.email
    assert mail.get_content().replace("\r\n", "\n") == letter.document.draft
    assert "attachment" in answer["Content-Disposition"]


def test_no_words_of_hers_become_a_header(ada: User) -> None:
    pursuit = Pursuit(role="Chef\r\nBcc: eve@example.org\nX: é", owner=ada)
    subject = beginnings.subject("thank_you", pursuit)

    raw = leaving.as_file(subject, "Bcc: é\n", name="A\nB: c", address=ada.email, now=TUESDAY)

    mail = message_from_bytes(raw, policy=policy.default)
    assert "Bcc" not in mail
    assert mail["Subject"].startswith("Thank you: Chef")
    assert mail.get_content() == "Bcc: é\r\n"
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_a_link_takes_it_to_her_mail_program_unless_it_would_be_cut_off() -> None:
    link = leaving.as_link("Tea & more", "Hello\nÉva?")

    assert unquote(link) == "mailto:?subject=Tea & more&body=Hello\r\nÉva?"
    assert link.count("&") == 1
    assert leaving.as_link("Tea", "a" * 2000) == ""


def test_the_page_says_what_is_to_fill_in_and_how_it_leaves(
    browser: Client, letter: EmployerLetter, by_ada: Reader
) -> None:
    documents.save_draft(letter.document, by=by_ada, text="Dear [name], thanks.", revision=1)

    page = browser.get(of(letter)).content.decode()

    assert "<li>“name”</li>" in page
    assert "mailto:?subject=My%20application" in page
    assert of(letter, "employer_letter_file") in page


def test_a_letter_without_words_is_to_be_written(
    browser: Client, letter: EmployerLetter, by_ada: Reader
) -> None:
    documents.save_draft(letter.document, by=by_ada, text="", revision=1)

    page = browser.get(of(letter)).content.decode()

    assert "Nothing is written here yet." in page
    assert "mailto:" not in page


def test_that_it_has_left_is_said_once_and_taken_back(
    browser: Client, letter: EmployerLetter
) -> None:
    for _press in range(2):
        page = browser.post(of(letter, "leaving"), follow=True).content.decode()
    letter.refresh_from_db()
    assert "You sent it on" in page
    assert letter.sent_at
    assert letter.remind_at is None

    for _press in range(2):
        page = browser.post(of(letter, "leaving_removal"), follow=True).content.decode()
    letter.refresh_from_db()
    assert letter.sent_at is None
    assert "I have sent it" in page
