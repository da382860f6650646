"""The bell tells in the page what the letters tell, and looking at it changes nothing."""

from dataclasses import replace

import pytest
from django.test import Client

from accounts.models import User
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Told
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import tell
from tests import clock, make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _told(untold: set[str]) -> None:
    """The page tells of replies, unless they may no longer be told."""

    def told(notices: list[Notice]) -> dict[int, Told]:
        return {
            notice.pk: Told(f"Somebody replied in {notice.event.thing}", "/desk/")
            for notice in notices
            if notice.event.thing not in untold
        }

    kinds.register(replace(kinds.of("tests.reply"), told=told))


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def browser(ada: User) -> Client:
    client = Client()
    client.force_login(ada)
    return client


def reply(person: User, thing: str = "thread:1") -> None:
    tell("tests.reply", thing=thing, actor=None, people=[person])


def new(client: Client) -> bool:
    """Whether the head of a page says that something is new."""
    return "data-news-count" in client.get("/settings/").content.decode()


def test_news_stand_in_the_list_and_are_counted_in_the_head(browser: Client, ada: User) -> None:
    before = new(browser)
    reply(ada, "thread:1")
    reply(ada, "thread:2")

    page = browser.get("/notices/").content.decode()

    assert (before, new(browser)) == (False, True)
    assert page.index("thread:2") < page.index("thread:1")
    assert "(2 are new)" in page


def test_looking_changes_nothing_and_a_press_marks_what_was_shown(
    browser: Client, ada: User
) -> None:
    reply(ada, "thread:1")
    shown = browser.get("/notices/").context["newest"]
    clock.later()
    reply(ada, "thread:2")

    still_new = Notice.objects.unseen().filter(channel="page").count()
    browser.post("/notices/seen/", {"until": shown.isoformat()})

    assert still_new == 2
    left = Notice.objects.unseen().filter(channel="page")
    assert [notice.event.thing for notice in left] == ["thread:2"]


def test_script_gets_no_page_back(browser: Client, ada: User) -> None:
    reply(ada)
    shown = browser.get("/notices/").context["newest"].isoformat()

    answer = browser.post(
        "/notices/seen/", {"until": shown}, headers={"Fragment-For": "http://testserver/"}
    )

    assert answer.status_code == 204
    assert not new(browser)


def test_what_may_no_longer_be_told_is_not_shown(
    browser: Client, ada: User, untold: set[str]
) -> None:
    reply(ada, "thread:1")
    reply(ada, "thread:2")

    untold.add("thread:1")

    page = browser.get("/notices/").content.decode()
    assert ("thread:1" in page, "thread:2" in page) == (False, True)


def test_news_of_others_are_neither_shown_nor_marked(browser: Client) -> None:
    ben = make.person("Ben")
    reply(ben)
    until = Notice.objects.latest("pk").event.happened_at.isoformat()

    page = browser.get("/notices/").content.decode()
    browser.post("/notices/seen/", {"until": until})

    assert "thread:1" not in page
    assert Notice.objects.unseen().filter(person=ben, channel="page").exists()


def test_a_visitor_has_no_bell(ada: User) -> None:
    ben = make.invited("Ben")
    given = make.grant(make.document(ada), to=ben)
    reply(ben)

    assert Notice.objects.visible_to(make.visitor(given)).count() == 0
