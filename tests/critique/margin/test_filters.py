"""A part of what is said, by an address: whose, of what kind, in which state, on which version."""

from dataclasses import asdict
from urllib.parse import parse_qsl
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions, tasks
from mentorship.critique.comments.targets import Target
from mentorship.critique.margin.filters import ALL, NAMES, filter_of
from mentorship.critique.models import Thread
from mentorship.documents.models import Grant, Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import address
from tests.make import THREE_LINES, saying


@pytest.fixture
def browser(version: Version, ada: User, seeker: Reader, ben: Reader, eve: Reader) -> Client:
    """Ada's, after Ben and Eve have said this and that."""
    point(version, ben, "Name it.", kind="must_fix")
    point(version, ben, "Keep that.", kind="praise")
    actions.resolve(point(version, eve, "Which one?", kind="question"), by=seeker)
    point(version, eve, "Say it so.", wording="Wrote a program.")
    return sign_in(ada)


def point(version: Version, mentor: Reader, text: str, **more: str) -> Thread:
    return saying.point(version, mentor, text, **more)


def shown(browser: Client, version: Version, query: str = "", page: str = "reading") -> list[str]:
    """What the threads on the page begin with, and what the page says of their number."""
    answer = browser.get(address(version, page) + query).content.decode()
    count = answer.partition('id="filter-count">')[2].partition("<")[0]
    said = ("Name it.", "Keep that.", "Which one?", "Say it so.", "Mine.")
    return [text for text in said if text in answer] + ([count] if count else [])


@pytest.mark.django_db
def test_a_page_shows_what_its_address_asks_for(
    browser: Client, version: Version, ben: Reader, eve: Reader
) -> None:
    assert ben.person
    assert eve.person
    all_of_them = ["Name it.", "Keep that.", "Which one?", "Say it so."]
    found = {
        "": all_of_them,
        "?kind=must_fix": ["Name it.", "1 of 4 shown"],
        "?state=resolved": ["Which one?", "1 of 4 shown"],
        "?state=suggested": ["Say it so.", "1 of 4 shown"],
        f"?who={ben.person.ref}": ["Name it.", "Keep that.", "2 of 4 shown"],
        f"?who={eve.person.ref}&state=open": ["Say it so.", "1 of 4 shown"],
        "?made=2": ["0 of 4 shown"],
        "?kind=nonsense&state=nonsense&made=x": all_of_them,
    }

    for page in ("reading", "pages", "text"):
        assert {query: shown(browser, version, query, page) for query in found} == found


@pytest.mark.django_db
def test_what_they_differ_in_can_be_chosen(
    browser: Client, version: Version, ben: Reader, eve: Reader
) -> None:
    form = browser.get(address(version, "reading") + "?kind=praise").context["filtered"].form

    assert ben.person
    assert eve.person
    chosen = {name: [value for value, _word in form.fields[name].choices] for name in form.fields}
    assert set(chosen.pop("who")) == {"", ben.person.ref, eve.person.ref}
    assert chosen == {
        "kind": ["", "comment", "question", "praise", "must_fix"],
        "state": ["", "open", "resolved", "suggested"],
    }
    assert form.initial["kind"] == "praise"


@pytest.mark.django_db
def test_the_other_view_shows_the_same(browser: Client, version: Version) -> None:
    page = browser.get(address(version, "pages") + "?kind=praise").content.decode()

    assert f'href="{address(version, "text")}?kind=praise"' in page
    assert f'data-from="{address(version, "news")}?kind=praise"' in page


@pytest.mark.django_db
def test_mine_is_where_i_spoke(version: Version, ben: Reader, seeker: Reader, ada: User) -> None:
    saying.point(version, ben, "Name it.")
    saying.reply(saying.point(version, ben, "Keep that."), seeker)

    assert shown(sign_in(ada), version, "?who=me") == ["Keep that.", "1 of 2 shown"]


@pytest.mark.django_db
def test_what_became_of_wording(browser: Client, version: Version, seeker: Reader) -> None:
    suggestion = (
        version.document.threads.get(comments__suggestion__isnull=False).comments.get().suggestion
    )

    for act, state in (
        (actions.accept, "accepted"),
        (actions.tick, "done"),
        (actions.decline, "declined"),
    ):
        act(suggestion, by=seeker)
        assert shown(browser, version, f"?state={state}") == ["Say it so.", "1 of 4 shown"]


@pytest.mark.django_db
def test_drafts_are_found_by_their_author(version: Version, ben: Reader) -> None:
    saying.point(version, ben, "Name it.")
    saying.draft(version, ben, "Mine.")
    browser = visit(make.visitor_pass(Grant.objects.get(person=ben.person)))

    assert shown(browser, version, "?state=draft") == ["Mine.", "1 of 2 shown"]


@pytest.mark.django_db
def test_whom_she_does_not_see_is_no_choice_and_finds_nothing(
    version: Version, ben: Reader, eve: Reader
) -> None:
    assert eve.person
    saying.point(version, eve, "Which one?")
    saying.point(version, ben, "Name it.")
    saying.point(version, ben, "Keep that.")
    browser = visit(make.visitor_pass(Grant.objects.get(person=ben.person)))

    page = browser.get(address(version, "reading")).content.decode()

    assert eve.person.ref not in page
    assert eve.person.name not in page
    hidden = browser.get(address(version, "reading") + f"?who={eve.person.ref}").content
    nobody = browser.get(address(version, "reading") + "?who=zzzzzzzzzzzz").content
    assert b"0 of 2 shown" in hidden
    assert hidden.count(b"<option") == nobody.count(b"<option")


@pytest.mark.django_db
def test_a_thread_is_found_by_the_version_it_was_made_on(
    version: Version, ada: User, ben: Reader
) -> None:
    saying.point(version, ben, "Name it.")
    second = make.ready(make.version(version.document, text=THREE_LINES))
    tasks.carry(second.pk)
    actions.comment(second, by=ben, place=Target(line=2), text="Keep that.", key=uuid4())
    saying.finish(second, ben)
    browser = sign_in(ada)

    assert shown(browser, second, "?made=2") == ["Keep that.", "1 of 2 shown"]
    assert shown(browser, second, "?made=1") == ["Name it.", "1 of 2 shown"]


@pytest.mark.django_db
def test_news_of_what_is_not_asked_for_stay_aside(
    browser: Client, version: Version, ben: Reader
) -> None:
    point(version, ben, "Mine.", kind="praise")

    news = browser.get(address(version, "news") + "?kind=must_fix").content.decode()

    assert "1 of 5 shown" in news
    assert news.count(" data-aside") == 4


@pytest.mark.django_db
def test_where_nothing_is_left_it_says_so(browser: Client, version: Version) -> None:
    page = browser.get(address(version, "reading") + "?made=9").content.decode()

    assert "No comments match." in page
    assert "Show all" in page


def test_one_thread_needs_no_filter() -> None:
    assert filter_of({}) == ALL
    assert not ALL.query


@given(st.dictionaries(st.sampled_from([*NAMES, "line", "after"]), st.text(max_size=12)))
def test_an_address_asks_for_what_it_was_made_of(asked: dict[str, str]) -> None:
    found = filter_of(asked)

    assert filter_of(dict(parse_qsl(found.query.removeprefix("?")))) == found
    assert set(asdict(found)) == set(NAMES)
