"""The page that asks whom to tell of a version."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.actions import Words
from mentorship.critique.models import Message, Telling
from mentorship.documents.models import Version
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.news import came_in
from tests.make import saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(ada: User) -> Client:
    return sign_in(ada)


@pytest.fixture
def ben(version: Version) -> Reader:
    """A mentor, by the name Ada gave."""
    return as_visitor(make.invitation(version.document, make.invited("Ben"), name="Ben"))


@pytest.fixture
def eve(version: Version) -> Reader:
    """Another, asked in a round of her own."""
    return as_visitor(make.invitation(version.document, make.invited("Eve"), name="Eve"))


@pytest.fixture
def newer(version: Version, seeker: Reader, ben: Reader, eve: Reader) -> Version:
    """The next version, in which one of Ben's two points is used; he has finished, Eve has not."""
    came_in(ben)
    came_in(eve)
    first, _second = saying.point(version, ben), saying.point(version, ben)
    actions.mark(first, by=seeker, use="used", reason="", seen="")
    return make.ready(make.version(version.document))


def page_of(newer: Version) -> str:
    return f"{newer.get_absolute_url()}telling/"


def given(ben: str, eve: str, words: str = "Look.") -> dict[str, str]:
    """The form, by what is chosen for each."""
    by_name = {one.name: one.ref for one in Invitation.objects.all()}
    return {
        f"choice-{by_name['Ben']}": ben,
        f"words-{by_name['Ben']}": words,
        f"choice-{by_name['Eve']}": eve,
        f"words-{by_name['Eve']}": "",
    }


def told(newer: Version) -> list[tuple[str, str, bool]]:
    messages = Message.objects.filter(telling__version=newer).order_by("pk")
    return list(messages.values_list("person__email", "words", "asks_again"))


def test_each_is_shown_with_what_she_will_read(newer: Version, browser: Client) -> None:
    page = browser.get(page_of(newer)).content.decode()

    assert "<h1>Tell Ben and Eve?</h1>" in page
    assert "1 of your 2 points is in version 2.</textarea>" in page
    assert len(re.findall(r'value="tell"[^>]* checked', page)) == 2
    assert page.count('value="again"') == 1  # only Ben has finished


def test_all_pages_lead_there_until_it_is_answered(newer: Version, browser: Client) -> None:
    pages = ("/desk/", newer.document.get_absolute_url(), newer.get_absolute_url())

    def leading() -> list[bool]:
        return [f'href="{page_of(newer)}"' in browser.get(p).content.decode() for p in pages]

    before = leading()
    browser.post(page_of(newer), {"nobody": "yes"})

    assert (before, leading()) == ([True] * 3, [False] * 3)
    assert Telling.objects.get().version == newer


def test_what_is_chosen_is_told_and_then_shown(newer: Version, browser: Client) -> None:
    answer = browser.post(page_of(newer), given("again", "not"), follow=True)

    (one,) = told(newer)
    assert one[1:] == ("Look.", True)
    page = answer.content.decode()
    assert "Who was told about version 2" in page
    assert "Look." in page
    assert "Asked for another look" in page


def test_another_tab_hears_what_was_told_first(newer: Version, browser: Client) -> None:
    browser.post(page_of(newer), given("tell", "not"))
    answer = browser.post(page_of(newer), given("not", "tell", "Other words."))

    assert answer.status_code == 200
    assert "Who was told about version 2" in answer.content.decode()
    assert len(told(newer)) == 1


def test_links_are_refused_and_nothing_typed_is_lost(newer: Version, browser: Client) -> None:
    answer = browser.post(page_of(newer), given("tell", "tell", "See www.example.org now"))

    assert answer.status_code == 422
    assert "See www.example.org now</textarea>" in answer.content.decode()
    assert not Telling.objects.exists()


def test_enter_tells_nobody(newer: Version, browser: Client) -> None:
    answer = browser.post(page_of(newer), given("tell", "tell") | {"stay": "yes"})

    assert answer.status_code == 200
    assert "Look.</textarea>" in answer.content.decode()
    assert not Telling.objects.exists()


def test_where_nobody_read_before_there_is_nobody_to_tell(
    version: Version, browser: Client
) -> None:
    newer = make.ready(make.version(version.document))

    assert "There is nobody to tell" in browser.get(page_of(newer)).content.decode()
    assert browser.post(page_of(newer), {"nobody": "yes"}).status_code == 200


def test_the_first_version_is_told_to_nobody(
    version: Version, ben: Reader, browser: Client
) -> None:
    came_in(ben)

    assert "There is nobody to tell" in browser.get(page_of(version)).content.decode()


def test_nine_people_cost_what_one_costs(version: Version, ada: User, browser: Client) -> None:
    costs = []
    for more in (1, 8):
        for number in range(more):
            mentor = make.invited(f"B{more}{number}")
            reader = make.visitor(make.grant(version.document, to=mentor))
            came_in(reader)
            saying.point(version, reader)
        newer = make.ready(make.version(version.document))
        with CaptureQueriesContext(connection) as queries:
            browser.get(page_of(newer))
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_what_was_told_goes_with_its_version(newer: Version, seeker: Reader, ben: Reader) -> None:
    assert ben.person
    actions.tell(newer, [Words(ben.person.pk, "Look.")], by=seeker)

    newer.document.delete()

    assert (Telling.objects.count(), Message.objects.count()) == (0, 0)
