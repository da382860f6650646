"""The very next step, on the page of a document and where it is read."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation, Round
from mentorship.critique import actions
from mentorship.documents.models import Version
from tests import clock, make
from tests.browsing.browsers import sign_in
from tests.make import saying

pytestmark = pytest.mark.django_db

BLUE = re.compile(r'class="button(?: topbar-next)?" href="([^"]*)">([^<]*)</a>')


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def version(ada: User) -> Version:
    return make.ready_version(ada, title="Operations lead")


@pytest.fixture
def browser(ada: User) -> Client:
    return sign_in(ada)


def mentor(version: Version) -> Reader:
    person = make.person("Ben")
    make.invitation(version.document, person, name="Ben Okri")
    return as_account(person)


def steps(browser: Client, version: Version) -> list[list[tuple[str, str]]]:
    """The blue buttons of both pages."""
    pages = (version.document.get_absolute_url(), version.get_absolute_url())
    return [BLUE.findall(browser.get(page).content.decode()) for page in pages]


def test_both_pages_say_what_comes_next(version: Version, ada: User, browser: Client) -> None:
    ref, by = version.document.ref, as_account(ada)
    uploaded = steps(browser, version)
    ben = mentor(version)
    asked = steps(browser, version)
    clock.later()
    point = saying.point(version, ben)
    answered = steps(browser, version)
    in_letter = saying.round_of(ben, version)
    sent = browser.get(in_letter.get_absolute_url()).content.decode()
    browser.get(f"/rounds/{in_letter.ref}/letter/")
    read = steps(browser, version)
    clock.later()
    actions.mark(point, by=by, use="used", reason="", seen="")
    worked = steps(browser, version)
    of_round = [
        browser.get(f"/rounds/{in_letter.ref}/{page}").content.decode() for page in ("", "letter/")
    ]

    ask = (f"/rounds/new/?document={ref}", "Ask for critique")
    assert uploaded == [[ask], [ask]]
    assert asked == [[(version.get_absolute_url(), "Read it")], []]
    letter = (f"/rounds/{in_letter.ref}/letter/", "Read it as one letter")
    assert answered == [[letter], [letter]]
    assert BLUE.findall(sent) == [letter]
    list_ = (f"/documents/{ref}/points/?left=1", "Work through it")
    assert read == [[list_], [list_]]
    next_ = (f"/documents/{ref}/#next-title", "Upload the next version")
    assert worked == [[next_], [next_]]
    assert [BLUE.findall(page) for page in of_round] == [[next_], [next_]]


def test_a_rounds_letter_offers_what_is_left_of_it(
    version: Version, ada: User, browser: Client
) -> None:
    ben = mentor(version)
    first, second = saying.point(version, ben), saying.point(version, ben)
    letter = f"/rounds/{saying.round_of(ben, version).ref}/letter/"
    shown = []

    for point in (first, second):
        actions.mark(point, by=as_account(ada), use="not_used", reason="", seen="")
        shown.append(browser.get(letter).content.decode())

    chosen = f"?round={saying.round_of(ben, version).ref}&amp;left=1"
    of_list = f"/documents/{version.document.ref}/points/{chosen}"
    assert BLUE.findall(shown[0]) == [(of_list, "Work through what is left")]
    assert BLUE.findall(shown[1]) == []  # nothing was used: nobody asks for a next version
    assert "You have dealt with everything that was said here." in shown[1]


def test_the_page_of_a_round_says_when_its_day_has_passed_as_the_desk_does(
    version: Version, browser: Client
) -> None:
    today = timezone.localdate()
    asked = make.invitation(
        version.document, make.invited("Ben"), name="Ben", wanted_by=today
    ).round

    def told() -> list[bool]:
        pages = ("/desk/", asked.get_absolute_url())
        return ["Ben has not answered" in browser.get(page).content.decode() for page in pages]

    said = [told()]
    clock.later(24 * 3600)
    said.append(told())
    Invitation.objects.update(put_off_until=timezone.localdate())
    said.append(told())
    Invitation.objects.update(put_off_until=today)
    said.append(told())
    Round.objects.update(closed_at=timezone.now())
    said.append(told())

    assert said == [[so, so] for so in (False, True, False, True, False)]


def test_nobody_is_asked_about_what_cannot_be_read(ada: User, browser: Client) -> None:
    waiting = make.document(ada).versions.get()

    assert steps(browser, waiting) == [[], []]


def test_a_mentor_is_offered_no_step_of_the_seeker(version: Version) -> None:
    ben = mentor(version)
    assert ben.person

    page = sign_in(ben.person).get(version.get_absolute_url()).content.decode()

    assert "button topbar-next" not in page
