"""A round that was asked gets a name, another day, a question, more people: who is told of what."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions
from mentorship.circle.asking import Ask, Invitee, RowsRefused
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents.models import Document
from mentorship.notifications.models import Letter
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import letters, links
from tests.clock import TUESDAY

pytestmark = pytest.mark.django_db

BEN, EVE = Invitee("Ben", "ben@example.org"), Invitee("Eve", "eve@example.org")
TODAY = TUESDAY.date()
NEXT_WEEK, IN_A_MONTH = TODAY + timedelta(days=7), TODAY + timedelta(days=30)


@pytest.fixture
def asked(resume: Document, by_ada: Reader) -> Round:
    """Ben and Eve are asked one question, by code alone; Eve has answered."""
    facts = Ask(wanted_by=NEXT_WEEK, questions=["Too long?"], always_by_code=True)
    made = actions.ask([resume], by=by_ada, people=[BEN, EVE], ask=facts, key=uuid4())
    deliver()
    actions.answered(of(made, "Eve"))
    return made


def deliver() -> None:
    """All that is due is written, and taken by the mail servers."""
    letters("nobody@example.org")
    Letter.objects.filter(state=Letter.State.WAITING).update(state=Letter.State.SENT)


def of(asked: Round, name: str) -> Invitation:
    """The invitation of this person."""
    return asked.invitations.select_related("round__owner", "person").get(name=name)


def told(kind: str, address: str = "ben@example.org") -> list[str]:
    """The letters of this kind to this address."""
    return letters(address, f"circle.{kind}")


def change(asked: Round, by: Reader, day: date | None = NEXT_WEEK, question: str = "") -> bool:
    """Another day, or one question more; the name stays empty."""
    return actions.change(asked, by=by, name="", wanted_by=day, question=question)


def test_another_day_is_told_to_whoever_has_not_answered_and_reminders_follow(
    asked: Round, by_ada: Reader
) -> None:
    before = of(asked, "Ben").remind_at

    assert change(asked, by_ada, IN_A_MONTH)

    (words,) = told("changed")
    assert "Ada would like to hear from you by Thursday, 24 December." in words
    assert told("changed", "eve@example.org") == []
    after = of(asked, "Ben").remind_at
    assert before is not None
    assert after is not None
    assert after - before == IN_A_MONTH - NEXT_WEEK


def test_a_question_more_is_told_to_whoever_has_answered_too(asked: Round, by_ada: Reader) -> None:
    assert change(asked, by_ada, question="Which line first?")

    for address in (BEN.email, EVE.email):
        (words,) = told("changed", address)
        assert "2. Which line first?" in words
    asked.refresh_from_db()
    assert asked.questions == ["Too long?", "Which line first?"]


def test_changed_twice_before_the_letter_leaves_it_says_what_is_so_then(
    asked: Round, by_ada: Reader
) -> None:
    change(asked, by_ada, IN_A_MONTH)
    change(asked, by_ada, None)

    (words,) = told("changed")
    assert "There is no date" in words


@pytest.mark.parametrize("end", ["name alone", "nothing", "closed", "the same question"])
def test_nobody_is_told_of_what_concerns_nobody(end: str, asked: Round, by_ada: Reader) -> None:
    deeds: dict[str, Callable[[], object]] = {
        "name alone": lambda: actions.change(asked, by=by_ada, name="Q", wanted_by=NEXT_WEEK),
        "nothing": lambda: change(asked, by_ada),
        "closed": lambda: (actions.close(asked, by=by_ada), change(asked, by_ada, IN_A_MONTH)),
        "the same question": lambda: change(asked, by_ada, question="Too long?"),
    }
    deeds[end]()

    assert told("changed") + told("changed", "eve@example.org") == []
    if end == "closed":
        assert of(asked, "Ben").remind_at is None


def test_whoever_never_heard_of_it_hears_it_in_her_first_letter(
    resume: Document, by_ada: Reader
) -> None:
    made = actions.ask([resume], by=by_ada, people=[BEN], ask=Ask(), key=uuid4())

    assert not change(made, by_ada, IN_A_MONTH)

    (words,) = letters("ben@example.org")
    assert "Thursday, 24 December" in words


def test_a_fourth_question_is_refused(asked: Round, by_ada: Reader) -> None:
    change(asked, by_ada, question="Two?")
    change(asked, by_ada, question="Three?")

    with pytest.raises(Refused, match="questions"):
        change(asked, by_ada, question="Four?")


def test_one_more_person_is_asked_the_same(asked: Round, by_ada: Reader) -> None:
    dana = Invitee("Dana", "dana@example.org")

    made = actions.add_people(asked, by=by_ada, people=[dana, BEN])
    again = actions.add_people(asked, by=by_ada, people=[dana])

    assert [one.name for one in made] == ["Dana"]
    assert again == []
    (words,) = letters("dana@example.org")
    assert "Too long?" in words
    assert links(made[0])
    assert made[0].always_by_code
    assert len(letters("ben@example.org", "circle.invitation")) == 1


def test_nobody_is_added_to_a_closed_round_nor_by_anybody_else(
    asked: Round, by_ada: Reader
) -> None:
    dana = [Invitee("Dana", "dana@example.org")]
    for by in (as_account(make.person("Carl")), as_visitor(of(asked, "Ben"))):
        with pytest.raises(Refused, match="not-found"):
            actions.add_people(asked, by=by, people=dana)
        with pytest.raises(Refused, match="not-found"):
            change(asked, by)
    actions.close(asked, by=by_ada)

    with pytest.raises(Refused, match="closed"):
        actions.add_people(asked, by=by_ada, people=dana)


def test_whoever_may_not_be_written_to_is_said_beside_the_row(
    asked: Round, ada: User, by_ada: Reader
) -> None:
    with pytest.raises(RowsRefused):
        actions.add_people(asked, by=by_ada, people=[Invitee("Me", ada.email)])

    me = {"people-0-name": "Me", "people-0-email": ada.email}
    answer = add(asked, ada, me)
    nobody = add(asked, ada, {})

    assert (answer.status_code, nobody.status_code) == (422, 422)
    assert "This is your own address." in answer.content.decode()
    assert "Who do you want to ask?" in nobody.content.decode()


def add(asked: Round, ada: User, typed: dict[str, str]):
    """Fill in the page that asks more people, and send it."""
    form = {"people-TOTAL_FORMS": "1", "people-INITIAL_FORMS": "0"}
    return sign_in(ada).post(f"/rounds/{asked.ref}/people/", form | typed)


def test_the_page_adds_people_and_one_more_row_without_script(asked: Round, ada: User) -> None:
    dana = {"people-0-name": "Dana", "people-0-email": "dana@example.org"}

    row = add(asked, ada, dana | {"more": "yes"}).content.decode()
    assert not asked.invitations.filter(name="Dana").exists()
    first, second = add(asked, ada, dana), add(asked, ada, dana)

    assert row.count('type="email"') == 2 + 1  # with the empty one that the script copies
    assert (first.status_code, second.status_code) == (302, 302)
    assert asked.invitations.filter(name="Dana").count() == 1


def test_a_day_that_has_passed_may_stay_and_a_new_one_may_not_have_passed(
    asked: Round, ada: User
) -> None:
    Round.objects.update(wanted_by=TODAY - timedelta(days=3))
    browser, here = sign_in(ada), f"/rounds/{asked.ref}/changes/"

    stays = browser.post(here, {"name": "Q", "wanted_by": (TODAY - timedelta(days=3)).isoformat()})
    other = browser.post(here, {"name": "Q", "wanted_by": (TODAY - timedelta(days=2)).isoformat()})

    assert (stays.status_code, other.status_code) == (302, 422)


def test_with_three_questions_there_is_no_field_for_a_fourth(
    asked: Round, ada: User, by_ada: Reader
) -> None:
    browser, here = sign_in(ada), f"/rounds/{asked.ref}/changes/"
    change(asked, by_ada, question="Two?")
    before = browser.get(here).content.decode()

    change(asked, by_ada, question="Three?")

    assert 'name="question"' in before
    assert 'name="question"' not in browser.get(here).content.decode()


def test_a_question_that_another_window_made_the_fourth_is_kept_in_its_field(
    asked: Round, ada: User
) -> None:
    Round.objects.update(questions=["One?", "Two?", "Three?"])

    answer = sign_in(ada).post(f"/rounds/{asked.ref}/changes/", {"question": "Four?"})

    assert answer.status_code == 422
    assert "This round has three questions already" in answer.content.decode()
    assert 'value="Four?"' in answer.content.decode()


def test_the_questions_of_the_last_round_are_offered_first(asked: Round, ada: User) -> None:
    page = sign_in(ada).get("/rounds/new/")

    assert page.context["form"].examples[0] == "Too long?"
    assert len(page.context["form"].examples) == 4


def test_the_bell_says_that_it_was_changed(resume: Document, by_ada: Reader) -> None:
    dana = make.person("Dana")
    asked = make.invitation(resume, dana).round
    deliver()

    change(asked, by_ada, IN_A_MONTH)

    told = "Ada has changed what you were asked about “Operations lead”"
    assert told in sign_in(dana).get("/notices/").content.decode()
