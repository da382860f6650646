"""Answers to the seeker's questions: a form of their own, ticked once given, read first and side by side."""

from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Comment, Thread
from mentorship.documents.models import Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.invitations import letters
from tests.browsing.reading import SCRIPT, address, written
from tests.make import saying

pytestmark = pytest.mark.django_db

LONG, FIRST = "Is it too long?", "Does it begin well?"


@pytest.fixture
def asked(version: Version, seeker: Reader) -> Round:
    """Ben and Eve, asked two things in one round."""
    people = [Invitee(name, make.invited(name).email) for name in ("Ben Okri", "Eve Roth")]
    ask = Ask(questions=[LONG, FIRST])
    return circle.ask([version.document], by=seeker, people=people, ask=ask, key=uuid4())


@pytest.fixture
def mentors(asked: Round) -> list[Reader]:
    return [as_visitor(one) for one in asked.invitations.order_by("pk")]


@pytest.fixture
def browser(version: Version, mentors: list[Reader]) -> Client:
    """Ben's."""
    return visit(make.visitor_pass(version.document.grants.get(person=mentors[0].person)))


def answer(version: Version, by: Reader, question: int, text: str) -> Thread:
    """What she says to this question; only she sees it."""
    place = Target(question=question)
    return actions.comment(version, by=by, place=place, text=text, key=uuid4()).thread


def questions(page: str) -> str:
    """The list of what the mentor is asked."""
    return page.partition('id="asked-questions"')[2].partition("</ol>")[0]


def test_its_form_shows_the_question_and_offers_no_kind(version: Version, browser: Client) -> None:
    page = browser.get(address(version, "reading") + "?question=2").content.decode()
    form = page.partition('id="comment"')[2].partition("</form>")[0]

    assert FIRST in form
    assert "Your answer" in form
    for offered in ("What is it?", "Must fix", "Keep this", "Suggest other words"):
        assert offered not in form
    assert "Your answer" in page.partition('id="answer-template"')[2].partition("</template>")[0]


def test_an_answer_is_of_no_kind_whatever_is_sent(version: Version, browser: Client) -> None:
    form = written("Yes.", question=1, kind="must_fix", wording="Shorter", instead_of="Longer")

    browser.post(address(version, "threads"), form)
    empty = browser.post(address(version, "threads"), written("", question=2, kind="praise"))

    thread = Thread.objects.get()
    assert (thread.kind, thread.question, empty.status_code) == ("comment", 1, 422)
    assert not hasattr(thread.comments.get(), "suggestion")


def test_a_question_is_ticked_once_it_is_answered(version: Version, browser: Client) -> None:
    before = questions(browser.get(address(version, "reading")).content.decode())

    saved = browser.post(address(version, "threads"), written("No.", question=1), **SCRIPT)

    thread = Thread.objects.get()
    for page in (saved, browser.get(address(version, "reading"))):
        now = questions(page.content.decode())
        assert f'href="#thread-{thread.ref}"' in now.partition(FIRST)[0]
        assert "Answered" in now.partition(FIRST)[0]
        assert "Answer question 2" in now.partition(FIRST)[2]
    assert "Answered" not in before
    actions.delete(Comment.objects.get(), by=as_visitor(thread.round.invitations.first()))
    assert "Answered" not in questions(browser.get(address(version, "reading")).content.decode())


def test_what_was_answered_on_another_document_is_ticked_here(
    ada: User, seeker: Reader, version: Version
) -> None:
    other = make.ready_version(ada, title="Letter", text=make.THREE_LINES)
    people = [Invitee("Ben Okri", make.invited("Ben").email)]
    both = [version.document, other.document]
    asked = circle.ask(both, by=seeker, people=people, ask=Ask(questions=[LONG]), key=uuid4())
    ben = as_visitor(asked.invitations.get())
    thread = answer(other, ben, 1, "No.")
    browser = visit(make.visitor_pass(version.document.grants.get(person=ben.person)))

    page = browser.get(address(version, "reading")).content.decode()

    assert f'href="{thread.get_absolute_url()}"' in questions(page)


def test_finishing_names_the_questions_that_are_left(
    version: Version, asked: Round, browser: Client, mentors: list[Reader]
) -> None:
    path = f"/reviews/{asked.ref}/finish/"
    answer(version, mentors[1], 2, "It does.")  # of somebody else

    both = browser.get(path).content.decode()
    answer(version, mentors[0], 1, "No.")
    one = browser.get(path).content.decode()
    answer(version, mentors[0], 2, "Not quite.")
    none = browser.get(path).content.decode()

    assert "Ada asked you 2 things that you have not answered" in both
    assert "Ada asked you one thing that you have not answered" in one
    assert LONG not in one
    assert f'{version.get_absolute_url()}?question=2#comment">Answer question 2' in one
    assert "that you have not answered" not in none


def test_the_seeker_reads_answers_first_person_by_person(
    version: Version, asked: Round, mentors: list[Reader], ada: User
) -> None:
    ben, eve = mentors
    saying.draft(version, ben, "One page.", line=None)
    answer(version, eve, 1, "By a page.")
    answer(version, ben, 2, "It does.")
    answer(version, ben, 1, "No.")
    saying.finish(version, ben)
    saying.finish(version, eve)

    browser = sign_in(ada)
    letter = browser.get(f"/rounds/{asked.ref}/letter/").content.decode()
    worked = browser.get(f"/documents/{version.document.ref}/points/").content.decode()
    margin = browser.get(address(version, "reading")).content.decode().partition('id="threads"')[2]
    mail = letters(ada.email, "critique.finished")[0]

    assert in_order(letter, LONG, "<p>No.</p>", "By a page.", FIRST, "It does.", "One page.")
    assert "Eve Roth did not answer this one." in letter.partition(FIRST)[2]
    assert in_order(worked, LONG, "<p>No.</p>", "By a page.", FIRST, "It does.", "One page.")
    assert worked.count(LONG) == worked.count(FIRST) == 1
    assert in_order(mail, f"> {LONG}", "No.", f"> {FIRST}", "It does.", "One page.")
    assert in_order(margin, "<p>No.</p>", "It does.", "One page.")


def in_order(page: str, *words: str) -> bool:
    """Whether these stand one after another."""
    places = [page.find(word) for word in words]
    return -1 not in places and places == sorted(places)
