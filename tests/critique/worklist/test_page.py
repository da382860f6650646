"""The work list as its owner uses it: presses with and without a script, what is typed, what is decided."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions
from mentorship.critique.models import Decision, Thread
from mentorship.documents.models import Version
from tests import clock, make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.news import came_in
from tests.browsing.reading import SCRIPT
from tests.make import saying
from tests.make.sections import TEXT, WROTE

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(ada: User) -> Version:
    return make.ready_version(ada, text=TEXT)


@pytest.fixture
def browser(ada: User) -> Client:
    return sign_in(ada)


def address(version: Version, query: str = "") -> str:
    return f"/documents/{version.document.ref}/points/{query}"


def press(browser: Client, thread: Thread, use: str, query: str = "", **more: str) -> HttpResponse:
    return browser.post(f"/threads/{thread.ref}/use/{query}", {"use": use, **more})


def test_an_empty_list_says_what_comes(browser: Client, version: Version) -> None:
    page = browser.get(address(version)).content.decode()
    of_round = browser.get(address(version, "?round=zzzz")).content.decode()

    assert "Nothing was said about it yet" in page
    assert "Nothing was said in this round yet." in of_round


def test_the_document_and_the_reading_page_lead_to_it(
    browser: Client, version: Version, ben: Reader
) -> None:
    saying.point(version, ben)

    pages = (version.document.get_absolute_url(), version.get_absolute_url())

    for page in pages:
        assert f'href="{address(version)}"' in browser.get(page).content.decode()


def test_a_press_without_a_script_comes_back_to_the_same_place(
    browser: Client, version: Version, ben: Reader
) -> None:
    thread = saying.point(version, ben, "About it.", WROTE)

    answer = press(browser, thread, "not_used", "?left=1", reason="Too long.")
    page = browser.get(address(version)).content.decode()

    assert answer["Location"] == f"{address(version)}?left=1#point-{thread.ref}"
    assert "Not used" in page
    assert "Too long." in page
    assert "1 of 1 dealt with" in page
    assert "Upload the next version" in page
    assert "Nothing is left." in browser.get(address(version, "?left=1")).content.decode()


def test_once_nothing_is_left_it_says_what_comes_next(
    browser: Client, version: Version, ben: Reader, seeker: Reader
) -> None:
    came_in(ben)
    thread = saying.point(version, ben, "About it.", WROTE)
    clock.later()
    press(browser, thread, "used")
    worked = blue(browser, version)
    clock.later()
    newer = make.ready(make.version(version.document, text=TEXT))
    uploaded = blue(browser, version)
    actions.tell(newer, [], by=seeker)

    assert worked == [f"{version.document.get_absolute_url()}#next-title"]
    assert uploaded == [f"{newer.get_absolute_url()}telling/"]
    assert blue(browser, version) == []


def blue(browser: Client, version: Version) -> list[str]:
    """Where the primary buttons of the list lead."""
    page = browser.get(address(version)).content.decode()
    return re.findall(r'class="button" href="([^"]*)"', page)


def test_a_script_gets_the_point_and_how_far_she_is(
    browser: Client, version: Version, ben: Reader
) -> None:
    thread = saying.point(version, ben, "About it.", WROTE, kind="praise")

    form = {"use": "used", "reason": "", "seen": ""}
    answer = browser.post(f"/threads/{thread.ref}/use/", form, **SCRIPT).content.decode()

    assert "<html" not in answer
    assert f'id="point-{thread.ref}"' in answer
    assert "<b>Kept</b>" in answer
    assert "1 of 1 dealt with" in answer


def test_an_empty_press_opens_it_again(browser: Client, version: Version, ben: Reader) -> None:
    thread = saying.point(version, ben, "About it.", WROTE)
    press(browser, thread, "used")

    press(browser, thread, "")

    assert Thread.objects.get().resolved_at is None


@pytest.mark.parametrize("headers", [{}, SCRIPT])
def test_what_is_wrong_is_said_and_the_reason_stays(
    browser: Client, version: Version, ben: Reader, headers: dict[str, str]
) -> None:
    thread = saying.point(version, ben, "About it.", WROTE)
    path = f"/threads/{thread.ref}/use/"

    nothing = browser.post(path, {"reason": "Because."}, **headers)
    long = browser.post(path, {"use": "used", "reason": "x" * 501}, **headers)

    assert (nothing.status_code, long.status_code) == (422, 422)
    assert "Because." in nothing.content.decode()
    assert "x" * 501 in long.content.decode()
    assert "character too many." in long.content.decode()


@pytest.mark.parametrize("headers", [{}, SCRIPT])
def test_a_stale_press_shows_both(
    browser: Client, version: Version, ben: Reader, headers: dict[str, str]
) -> None:
    thread = saying.point(version, ben, "About it.", WROTE)
    press(browser, thread, "not_used", reason="Too long.")

    form = {"use": "used", "reason": "Good idea.", "seen": ""}
    answer = browser.post(f"/threads/{thread.ref}/use/?left=1", form, **headers)
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "Not used: Too long." in page
    assert "Good idea." in page


def test_her_mentor_reads_what_became_of_it_in_the_thread(
    version: Version, seeker: Reader, ben: Reader, ada: User
) -> None:
    thread = saying.point(version, ben, "About it.", WROTE)
    actions.mark(thread, by=seeker, use="not_used", reason="Too <long>.", seen="")
    grant = version.document.grants.get(person=ben.person)

    page = visit(make.visitor_pass(grant)).get(version.get_absolute_url()).content.decode()

    assert 'Not used: <span dir="auto">Too &lt;long&gt;.</span>' in page


# ---- Deciding


def decision_of(
    browser: Client, version: Version, threads: list[Thread], **more: str
) -> HttpResponse:
    form = {"thread": [thread.ref for thread in threads], **more}
    return browser.post(f"/documents/{version.document.ref}/decisions/", form)


@pytest.fixture
def both(version: Version, ben: Reader, eve: Reader) -> list[Thread]:
    return [
        saying.point(version, ben, "Keep this.", WROTE, kind="praise"),
        saying.point(version, eve, "Cut this.", WROTE, kind="must_fix"),
    ]


def test_she_decides_and_changes_it(browser: Client, version: Version, both: list[Thread]) -> None:
    page = browser.get(address(version)).content.decode()
    made = decision_of(browser, version, both, text="I keep it.", why="It is what I do.")
    decision = Decision.objects.get()
    form = browser.get(f"/decisions/{decision.ref}/").content.decode()
    changed = {"text": "I cut it.", "why": "", "is_told": "on", "seen": decision.seen}
    browser.post(f"/decisions/{decision.ref}/", changed)
    after = browser.get(address(version)).content.decode()

    assert "They disagree" in page
    assert "At one place people disagree." in page
    assert made["Location"].endswith(f"#decision-{decision.ref}")
    assert "I keep it." in form
    assert "I cut it." in after
    assert "Shared with everyone who can see these points." in after


def test_one_press_on_a_card_decides_and_another_takes_it_back(
    browser: Client, version: Version, both: list[Thread]
) -> None:
    keep, cut = both
    before = browser.get(address(version)).content.decode()
    made = decision_of(browser, version, both, chosen=cut.ref)
    decision = Decision.objects.get()
    after = browser.get(address(version)).content.decode()
    uses = [Thread.objects.get(pk=one.pk).use for one in both]
    browser.post(f"/decisions/{decision.ref}/undoing/")
    undone = browser.get(address(version)).content.decode()

    assert before.count("Go with this") == 2
    assert f'name="chosen" value="{keep.ref}"' in before
    assert made["Location"].endswith(f"#decision-{decision.ref}")
    assert "You went with eve" in after
    assert "Go with this" not in after
    assert "2 of 2 dealt with" in after
    assert uses == ["not_used", "used"]
    assert undone.count("Go with this") == 2
    assert "0 of 2 dealt with" in undone


def test_she_sees_what_she_decided_also_when_nothing_of_it_is_left(
    browser: Client, version: Version, both: list[Thread]
) -> None:
    path = f"/documents/{version.document.ref}/decisions/?left=1"
    form = {"thread": [thread.ref for thread in both], "text": "I keep it."}
    before = browser.post(path, form)["Location"]
    after = browser.post(path, form)["Location"]

    assert "points/#decision-" in before
    assert after == before


def test_nothing_decided_is_asked_for_again(
    browser: Client, version: Version, both: list[Thread]
) -> None:
    answer = decision_of(browser, version, both, why="Because.")
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Write what you decide first." in page
    assert "Because." in page
    assert page.count('name="thread"') == 2


def test_a_stale_decision_shows_both(browser: Client, version: Version, both: list[Thread]) -> None:
    decision_of(browser, version, both, text="I keep it.")
    decision = Decision.objects.get()
    answers = [
        decision_of(browser, version, both, text="I cut it."),
        browser.post(f"/decisions/{decision.ref}/", {"text": "I cut it.", "seen": "before"}),
    ]

    for answer in answers:
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "I keep it." in page
        assert "I cut it." in page
        assert f'name="seen" value="{decision.seen}"' in page


def test_lists_and_decisions_are_their_owners_alone(
    browser: Client, version: Version, both: list[Thread], ben: Reader
) -> None:
    decision_of(browser, version, both, text="I keep it.", is_told="on")
    decision = Decision.objects.get()
    stranger = sign_in(make.person("Kim"))
    mentor = visit(make.visitor_pass(version.document.grants.get(person=ben.person)))

    for other in (stranger, mentor):
        assert other.get(address(version)).status_code == 404
        assert other.get(f"/decisions/{decision.ref}/").status_code == 404
        assert press(other, both[0], "used").status_code == 404
        assert decision_of(other, version, both, text="No.").status_code == 404
