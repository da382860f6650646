"""A round is closed and opened again: who is told, what still goes on, and what does not."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents.models import Document
from mentorship.notifications.models import Letter
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import at, follow, letters, links, press, reads
from tests.clock import TUESDAY

pytestmark = pytest.mark.django_db

BEN, EVE = Invitee("Ben", "ben@example.org"), Invitee("Eve", "eve@example.org")
NEXT_WEEK = TUESDAY.date() + timedelta(days=7)


@pytest.fixture
def asked(resume: Document, by_ada: Reader) -> Round:
    """Ben and Eve are asked, and their letters have left."""
    facts = Ask(wanted_by=NEXT_WEEK)
    made = actions.ask([resume], by=by_ada, people=[BEN, EVE], ask=facts, key=uuid4())
    deliver()
    return made


def deliver() -> None:
    """All that is due is written, and taken by the mail servers."""
    letters("nobody@example.org")
    Letter.objects.filter(state=Letter.State.WAITING).update(state=Letter.State.SENT)


def of(asked: Round, name: str) -> Invitation:
    """The invitation of this person."""
    return asked.invitations.select_related("round__owner", "person").get(name=name)


def told(kind: str, address: str = "ben@example.org") -> int:
    """How many letters of this kind this address got."""
    return len(letters(address, f"circle.{kind}"))


def test_whoever_is_still_asked_is_told_once_and_whoever_answered_is_not(
    asked: Round, by_ada: Reader
) -> None:
    actions.answered(of(asked, "Eve"))

    actions.close(asked, by=by_ada)
    actions.close(asked, by=by_ada)

    (words,) = letters("ben@example.org", "circle.closed")
    assert "Ada has closed the round" in words
    assert "not sent is kept" not in words
    assert told("closed", "eve@example.org") == 0


def test_whoever_has_begun_hears_what_becomes_of_it(asked: Round, by_ada: Reader) -> None:
    actions.begun(of(asked, "Ben"))

    actions.close(asked, by=by_ada)

    (words,) = letters("ben@example.org", "circle.closed")
    assert "What you have written and not sent is kept for you" in words


def test_whoever_never_heard_of_it_hears_nothing(resume: Document, by_ada: Reader) -> None:
    made = actions.ask([resume], by=by_ada, people=[BEN], ask=Ask(), key=uuid4())

    actions.close(made, by=by_ada)

    assert letters("ben@example.org") == []


def test_opened_again_the_letter_that_turned_back_leaves_after_all(
    resume: Document, by_ada: Reader
) -> None:
    made = actions.ask([resume], by=by_ada, people=[BEN], ask=Ask(), key=uuid4())
    actions.close(made, by=by_ada)
    letters("ben@example.org")

    actions.reopen(made, by=by_ada)

    assert (told("invitation"), told("reopened")) == (1, 0)


def test_closed_and_opened_at_once_nobody_notices(asked: Round, by_ada: Reader) -> None:
    actions.close(asked, by=by_ada)
    actions.reopen(asked, by=by_ada)
    actions.reopen(asked, by=by_ada)

    assert (told("closed"), told("reopened"), told("invitation")) == (0, 0, 1)


def test_whoever_heard_that_it_was_closed_hears_that_it_is_open(
    asked: Round, by_ada: Reader
) -> None:
    actions.close(asked, by=by_ada)
    deliver()

    actions.reopen(asked, by=by_ada)

    (words,) = letters("ben@example.org", "circle.reopened")
    assert "has opened it again" in words
    assert links(of(asked, "Ben"))


def test_however_often_it_is_turned_each_hears_of_it_once_a_day(
    asked: Round, by_ada: Reader
) -> None:
    for _each in range(3):
        actions.close(asked, by=by_ada)
        deliver()
        actions.reopen(asked, by=by_ada)
        deliver()

    assert (told("closed"), told("reopened")) == (1, 1)


def test_nobody_is_reminded_while_it_is_closed_and_again_afterwards(
    asked: Round, by_ada: Reader
) -> None:
    before = of(asked, "Ben").remind_at

    actions.close(asked, by=by_ada)
    closed = of(asked, "Ben").remind_at
    actions.reopen(asked, by=by_ada)

    assert before is not None
    assert closed is None
    assert of(asked, "Ben").remind_at == before


def test_the_day_she_picked_is_kept_over_it(asked: Round, by_ada: Reader) -> None:
    ben = of(asked, "Ben")
    actions.postpone(ben, by=as_visitor(ben), until=TUESDAY.date() + timedelta(days=3))
    picked = of(asked, "Ben").remind_at

    actions.close(asked, by=by_ada)
    actions.reopen(asked, by=by_ada)

    assert of(asked, "Ben").remind_at == picked
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        actions.close(asked, by=by_ada)
        actions.reopen(asked, by=by_ada)
        later = of(asked, "Ben").remind_at
    assert later is not None
    assert picked is not None
    assert later > picked


REFUSED: dict[str, Callable[[Invitation, Reader], object]] = {
    "later": lambda one, _by: actions.postpone(one, by=as_visitor(one), until=date(2026, 12, 24)),
    "no": lambda one, _by: actions.decline(one, by=as_visitor(one)),
    "send again": lambda one, by: actions.send_again(one, by=by),
    "another look": lambda one, by: actions.ask_again(one, by=by),
    "copy": lambda one, by: actions.copy_link(one, by=by),
}


@pytest.mark.parametrize("deed", REFUSED)
def test_a_closed_round_asks_nobody_anything(deed: str, asked: Round, by_ada: Reader) -> None:
    actions.close(asked, by=by_ada)

    with pytest.raises(Refused, match="closed"):
        REFUSED[deed](of(asked, "Ben"), by_ada)


def test_nobody_else_closes_or_opens_it(asked: Round) -> None:
    for by in (as_account(make.person("Carl")), as_visitor(of(asked, "Ben"))):
        for deed in (actions.close, actions.reopen):
            with pytest.raises(Refused, match="not-found"):
                deed(asked, by=by)


def test_the_letters_page_says_so_and_still_opens_the_text(asked: Round, by_ada: Reader) -> None:
    ben = of(asked, "Ben")
    browser = follow(links(ben)[0])
    actions.close(asked, by=by_ada)

    page = browser.get(at("cover", ben)).content.decode()
    press(browser, ben)

    assert "Ada has closed this round, so there is nothing more for you to do." in page
    assert ["Not this time" in page, "Later" in page] == [False, False]
    assert reads(browser, ben)


def test_the_text_says_why_nothing_can_be_said(asked: Round, by_ada: Reader) -> None:
    ben = of(asked, "Ben")
    browser = follow(links(ben)[0])
    there = press(browser, ben)
    before = browser.get(there).content.decode()

    actions.close(asked, by=by_ada)

    said = "Ada has closed the round you were asked in."
    assert said not in before
    assert said in browser.get(there).content.decode()


def test_beside_the_text_it_says_that_she_said_nothing(asked: Round, by_ada: Reader) -> None:
    ben = of(asked, "Ben")
    browser = follow(links(ben)[0])
    there = press(browser, ben)
    before = browser.get(there).content.decode()

    actions.close(asked, by=by_ada)

    said = "You have no comments on this version."
    assert said not in before
    assert said in browser.get(there).content.decode()


def test_its_page_closes_it_and_opens_it_again(asked: Round, ada: User) -> None:
    browser = sign_in(ada)
    actions.begun(of(asked, "Eve"))

    question = browser.get(f"/rounds/{asked.ref}/closure/").content.decode()
    browser.post(f"/rounds/{asked.ref}/closure/")
    closed = browser.get(f"/rounds/{asked.ref}/").content.decode()
    listed = browser.get("/rounds/").content.decode()
    browser.post(f"/rounds/{asked.ref}/reopening/")
    opened = browser.get(f"/rounds/{asked.ref}/").content.decode()

    assert "Ben and Eve have not answered yet." in question
    assert "Eve has begun to write, and can send nothing while it is closed." in question
    assert "You closed this round on" in closed
    assert ["/letters/" in closed, "/copy/" in closed] == [False, False]
    assert "Closed</span>" in listed
    assert "You closed this round on" not in opened
    assert ["/letters/" in opened, "/copy/" in opened] == [True, True]


def test_the_bell_says_it_as_long_as_it_is_so(resume: Document, by_ada: Reader) -> None:
    dana = make.person("Dana")
    asked = make.invitation(resume, dana).round
    deliver()
    browser = sign_in(dana)

    actions.close(asked, by=by_ada)
    deliver()
    closed = browser.get("/notices/").content.decode()
    actions.reopen(asked, by=by_ada)
    deliver()
    opened = browser.get("/notices/").content.decode()

    assert (
        "Ada has closed the round about “Operations lead”: there is nothing more for you to do"
        in closed
    )
    assert "Ada has closed the round" not in opened
    assert "Ada has opened the round about “Operations lead” again" in opened


def test_words_for_another_look_are_kept_when_the_round_was_closed_meanwhile(
    asked: Round, by_ada: Reader
) -> None:
    assert by_ada.person
    ben = of(asked, "Ben")
    Invitation.objects.filter(pk=ben.pk).update(answered_at=timezone.now())
    actions.close(asked, by=by_ada)

    page = f"/invitations/{ben.ref}/another-look/"
    answer = sign_in(by_ada.person).post(page, {"words": "The second page is new."})

    assert answer.status_code == 409
    assert "This round is closed" in answer.content.decode()
    assert "The second page is new." in answer.content.decode()
