"""What a reader is told above a version: what is new since the one before, or since her last look."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.visitors.passes import reader_of
from mentorship.critique import tasks
from mentorship.critique.models import Thread
from mentorship.documents.models import Grant, Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.make import THREE_LINES, saying

pytestmark = pytest.mark.django_db

SECOND = THREE_LINES.replace("the first program", "two programs")
THIRD = SECOND.replace("Likes 🐎 horses.", "Likes 🐎 horses and harbours.")


@pytest.fixture
def mentor(version: Version, ben: Reader) -> Client:
    """Ben's browser."""
    return visit(make.visitor_pass(Grant.objects.get(person=ben.person)))


def next_version(version: Version, text: str) -> Version:
    """The next version, with its reading copy."""
    return make.ready(make.version(version.document, text=text))


def look(browser: Client, version: Version) -> str:
    """The page, as words of its upper part and lines."""
    page = browser.get(version.get_absolute_url())
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def marked(page: str) -> list[int]:
    """The numbers of the lines that are marked."""
    return [int(number) for number in re.findall(r'is-changed" id="line-(\d+)"', page)]


def test_lines_changed_since_the_version_before_are_marked(version: Version, ada: User) -> None:
    page = look(sign_in(ada), next_version(version, SECOND))

    assert marked(page) == [2]
    assert "Lines changed since version 1 are marked." in page
    assert "comparison/1/2/" in page
    assert page.count(">changed</span>") == 1


def test_a_first_version_has_no_marks_and_knows_a_later_one(version: Version, ada: User) -> None:
    before = look(sign_in(ada), version)
    next_version(version, SECOND)

    page = look(sign_in(ada), version)

    assert "There is a newer version." not in before
    assert "There is a newer version." in page
    assert marked(before) == marked(page) == []
    assert "are marked" not in page


def test_words_that_stayed_are_said_to_have_stayed(version: Version, ada: User) -> None:
    page = look(sign_in(ada), next_version(version, THREE_LINES))

    assert marked(page) == []
    assert "No words have changed since version 1." in page


def test_a_mentor_is_told_what_changed_since_her_last_look(
    version: Version, mentor: Client
) -> None:
    look(mentor, version)
    next_version(version, SECOND)
    third = next_version(version, THIRD)

    first_look = look(mentor, third)

    assert "Version 3 is new since your last look: 2 lines changed." in first_look
    assert "comparison/1/3/" in first_look
    assert marked(first_look) == [2, 3]


def test_a_look_lasts_a_while_and_its_marks_stay(version: Version, mentor: Client) -> None:
    look(mentor, version)
    second = next_version(version, SECOND)
    look(mentor, second)

    again = look(mentor, second)
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=True):
        later = look(mentor, second)

    assert "is new since your last look: 1 line changed." in again
    assert "Lines changed since version 1, which you read before, are marked." in later
    assert marked(later) == [2]


def test_a_new_version_with_the_same_words_is_new_all_the_same(
    version: Version, mentor: Client
) -> None:
    look(mentor, version)

    page = look(mentor, next_version(version, THREE_LINES))

    assert "Version 2 is new since your last look. Its words are the same." in page


def test_a_mentor_who_never_looked_sees_what_changed_since_the_version_before(
    version: Version, mentor: Client
) -> None:
    next_version(version, SECOND)

    page = look(mentor, next_version(version, THIRD))

    assert "Lines changed since version 2 are marked." in page
    assert marked(page) == [3]


def test_a_version_whose_earlier_ones_were_refused_has_nothing_to_be_compared_with(
    version: Version, ada: User, mentor: Client
) -> None:
    second = next_version(version, SECOND)
    version.state = Version.State.REFUSED
    version.save()

    for browser in (mentor, sign_in(ada)):
        page = look(browser, second)
        assert "since version" not in page
        assert marked(page) == []


def test_comparing_is_no_look(version: Version, mentor: Client) -> None:
    look(mentor, version)
    second = next_version(version, SECOND)
    mentor.get(f"/documents/{version.document.ref}/comparison/1/2/")

    third = next_version(version, THIRD)

    assert "comparison/1/3/" in look(mentor, third)
    assert second.number == 2


def test_what_others_read_is_no_look_of_hers(version: Version, mentor: Client, eve: Reader) -> None:
    other = visit(make.visitor_pass(Grant.objects.get(person=eve.person)))
    look(other, version)

    page = look(mentor, next_version(version, SECOND))

    assert "your last look" not in page


def test_being_told_costs_one_query_however_many_versions_there_are(
    version: Version, ben: Reader, mentor: Client
) -> None:
    def cost(shown: Version) -> int:
        look(mentor, shown)
        with CaptureQueriesContext(connection) as queries:
            look(mentor, shown)
        return len(queries)

    saying.point(version, ben)
    second = next_version(version, SECOND)
    few = cost(second)
    for number in range(5):
        last = next_version(version, f"{THIRD}Line {number}.\n")

    assert cost(last) == few
    assert few - cost(version) == 1


def test_she_sees_what_she_said_in_a_round_that_ended(version: Version, ben: Reader) -> None:
    assert ben.person
    saying.point(version, ben, "Lead with the result.")
    version.document.rounds.update(closed_at=timezone.now())
    again = make.grant(version.document, to=ben.person)
    second = next_version(version, SECOND)
    tasks.carry(second.pk)
    first = Grant.objects.exclude(pk=again.pk).get()
    both = [make.visitor_pass(again), make.visitor_pass(first)]
    reader, browser = reader_of(both), visit(*both)

    assert Thread.objects.visible_to(reader).count() == 1
    for shown in (version, second):
        assert "Lead with the result." in look(browser, shown)
