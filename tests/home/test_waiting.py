"""Answers and asks that wait on a desk, in plain sentences that lead on."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation
from mentorship.critique import actions as critique
from mentorship.documents import actions as documents
from mentorship.documents.models import Version
from mentorship.home import desk, waiting
from mentorship.toolbox.questions.in_step import ask_all
from tests import make
from tests.browsing.browsers import sign_in
from tests.make import saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def ben() -> User:
    return make.person("Ben")


@pytest.fixture
def version(ada: User) -> Version:
    return make.ready_version(ada, title="Operations lead")


@pytest.fixture
def mentor(version: Version, ben: User) -> Reader:
    """Ben, asked by Ada and signed in."""
    make.invitation(version.document, ben, name="Ben Okri")
    return as_account(ben)


def told(person: User) -> list[str]:
    return [line.sentence for line in ask_all(waiting.next_steps(as_account(person)))]


def test_points_wait_for_the_seeker_until_she_has_dealt_with_them(
    version: Version, mentor: Reader, ada: User
) -> None:
    first = saying.point(version, mentor, "Lead with it.", line=1)
    second = saying.point(version, mentor, "Keep this.", line=2)
    both = told(ada)

    critique.resolve(first, by=as_account(ada))
    one = told(ada)
    critique.resolve(second, by=as_account(ada))

    letter = "Ben Okri has answered you about “Operations lead”."
    assert both == [letter, "2 points from Ben Okri wait in “Operations lead”."]
    assert one == [letter, "1 point from Ben Okri waits in “Operations lead”."]
    assert told(ada) == ["Everything that was said about “Operations lead” is dealt with."]


def test_they_lead_to_the_list_of_them(version: Version, mentor: Reader, ada: User) -> None:
    saying.point(version, mentor)

    _letter, line = ask_all(waiting.next_steps(as_account(ada)))

    page = f"/documents/{version.document.ref}/points/?left=1"
    assert (line.step, line.url) == ("Work through it", page)


def test_drafts_wait_for_nobody_but_their_author(
    version: Version, mentor: Reader, ada: User, ben: User
) -> None:
    saying.draft(version, mentor)

    assert told(ada) == []
    assert told(ben) == ["What you wrote to Ada about “Operations lead” is not sent yet."]


def test_an_answer_waits_for_the_mentor_until_she_has_read_it(
    version: Version, mentor: Reader, ada: User, ben: User
) -> None:
    thread = saying.point(version, mentor)
    before = told(ben)
    saying.reply(thread, as_account(ada))
    answered = told(ben)

    documents.note_reading(version, by=mentor, what="read")

    assert before == []
    assert answered == ["Ada answered what you wrote in “Operations lead”."]
    assert told(ben) == []


def test_a_question_to_everybody_waits_until_she_answers_it(
    version: Version, mentor: Reader, ben: User
) -> None:
    saying.point(version, mentor)
    thread = saying.ask_all(version, mentor, "Is this clear?").thread
    before = told(ben)
    saying.reply(thread, mentor, "Yes.")

    assert before == ["Ada asks everyone about “Operations lead”: “Is this clear?”"]
    assert told(ben) == []


def test_who_asks_stands_in_the_order_of_the_dates(ben: User) -> None:
    day = date(2026, 12, 3)
    for name, wanted_by in (("Zoe", None), ("Mia", day + timedelta(days=7)), ("Ada", day)):
        document = make.ready_version(make.person(name), title=f"Of {name}").document
        make.invitation(document, ben, wanted_by=wanted_by)

    assert told(ben) == [
        "Ada would like to hear from you about “Of Ada” by Thursday, 3 December.",
        "Mia would like to hear from you about “Of Mia” by Thursday, 10 December.",
        "Zoe would like to hear what you think of “Of Zoe”.",
    ]


def test_what_was_declined_or_taken_back_waits_no_more(
    version: Version, mentor: Reader, ada: User, ben: User
) -> None:
    asked = Invitation.objects.get(person=ben)
    again = make.invitation(version.document, ben)
    both = told(ben)

    circle.decline(asked, by=mentor)
    circle.revoke(again, by=as_account(ada))

    assert len(both) == 2
    assert told(ben) == []


def test_open_points_are_counted_for_each_document(
    version: Version, mentor: Reader, ada: User
) -> None:
    saying.point(version, mentor, line=1)
    critique.resolve(saying.point(version, mentor, line=2), by=as_account(ada))
    saying.draft(version, mentor)

    assert ask_all(desk.own(as_account(ada))).points == {version.document.pk: "1 open point"}


def test_the_desk_says_it_all(version: Version, mentor: Reader, ada: User) -> None:
    saying.point(version, mentor)
    browser = sign_in(ada)

    page = browser.get("/desk/").content.decode()

    assert "1 point from Ben Okri waits in" in page
    assert "1 open point" in page
    assert "Ben Okri has finished: Small fixes." in page
    assert timezone.localdate().strftime("%A") in page
