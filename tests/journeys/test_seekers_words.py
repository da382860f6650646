"""Ada writes beside her own text: a question that everybody gets, a note that nobody else ever sees."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import Asked, but_for, open_letter
from tests.journeys.steps.commenting import finish
from tests.journeys.steps.days import five_minutes_pass
from tests.journeys.steps.hands import Hands, Keys, Mouse, Touch
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.reading import NIGHT, PROFILE, line, read, ready, thread

pytestmark = pytest.mark.journey

NOTE, QUESTION, ANSWER = "Ask Kim whether it was nine.", "Would you keep this?", "I would."
ASKS = "Ada Okafor has a question"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.fixture
def ben(asked: Asked, people: Windows) -> Page:
    """Ben's window on the text; Ada's is on the same page."""
    page = open_letter(asked, people)
    asked.ada.goto(page.url.split("#")[0])
    ready(asked.ada)
    return page


def ask_everyone(ada: Page) -> None:
    """At the line about the night shift."""
    line(ada, NIGHT).click()
    ada.get_by_label("Your words").fill(QUESTION)
    ada.get_by_text("Ask everyone: Ben Okri").click()
    ada.get_by_role("button", name="Ask everyone").click()
    expect(thread(ada, QUESTION)).to_contain_text("Your question to everyone")


def test_everyone_is_asked_at_a_line_and_answers_there(
    asked: Asked, ben: Page, people: Windows, service: Service, axe: Axe
) -> None:
    ada = asked.ada
    ask_everyone(ada)
    axe(ada)
    expect(thread(ben, QUESTION)).to_contain_text("Ada Okafor asks everyone")
    five_minutes_pass(service)

    told = letter(service, asked.ben, ASKS)
    assert "Responsible for 84 people on three shifts" in told
    assert f"Ada Okafor writes:\nQuestion\n{QUESTION}" in told
    phone = people.open(**PHONE)
    phone.goto(letter_link(service, asked.ben, ASKS))
    phone.get_by_role("button", name="Continue as Ben Okri").click()
    expect(phone.get_by_text(QUESTION)).to_be_visible()
    phone.get_by_label("Your reply").fill(ANSWER)
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_text(ANSWER)).to_be_visible()
    ben.reload()
    ready(ben)
    expect(thread(ada, ANSWER)).to_have_count(0)
    finish(ben)

    expect(thread(ada, ANSWER)).to_contain_text(QUESTION)
    read(thread(ada, QUESTION)).get_by_role("button", name="Resolve").click()
    expect(thread(ada, QUESTION)).to_have_class(re.compile("is-resolved"))


@pytest.mark.parametrize("hands", [Mouse(), Touch(), Keys()], ids=lambda one: type(one).__name__)
def test_a_note_is_written_by_all_hands_and_never_leaves(
    asked: Asked, ben: Page, people: Windows, hands: Hands
) -> None:
    state = asked.ada.context.storage_state()
    ada = people.open(**hands.window, storage_state=state)
    ada.goto(asked.ada.url)
    ready(ada)
    assert_fits(ada)

    hands.point(ada, PROFILE)
    hands.write(ada.get_by_label("Your words"), NOTE)
    hands.press(ada.get_by_role("button", name="Save note"))
    noted = thread(ada, NOTE)
    expect(noted).to_contain_text("Your note, only you see it")
    ada.reload()
    ready(ada)
    expect(noted).to_be_attached()

    ben.reload()
    ready(ben)
    assert NOTE not in ben.content()
    address = noted.get_by_role("link", name="Edit").get_attribute("href") or ""
    assert ben.request.get(address).status == 404
    but_for(people, "404")


def test_a_note_is_written_and_deleted_without_scripts(
    asked: Asked, ben: Page, people: Windows
) -> None:
    state = asked.ada.context.storage_state()
    plain = people.open(java_script_enabled=False, storage_state=state)
    plain.goto(asked.ada.url)
    plain.get_by_label("Note or question on line").fill("3")
    plain.get_by_role("button", name="Show the form").click()
    plain.get_by_label("Your words").fill(NOTE)
    plain.get_by_role("button", name="Save note").click()
    expect(thread(plain, NOTE)).to_contain_text("Your note, only you see it")

    thread(plain, NOTE).get_by_role("link", name="Delete").click()
    plain.get_by_role("button", name="Delete").click()

    expect(thread(plain, NOTE)).to_have_count(0)


def test_what_was_typed_for_everyone_is_there_again_with_its_choice(
    asked: Asked, ben: Page
) -> None:
    ada = asked.ada
    line(ada, NIGHT).click()
    ada.get_by_label("Your words").fill(QUESTION)
    ada.get_by_text("Ask everyone: Ben Okri").click()
    ada.get_by_label("Ask everyone: Ben Okri").press("Enter")  # which sends nothing

    ada.reload()
    ready(ada)

    expect(ada.get_by_label("Your words")).to_have_value(QUESTION)
    expect(ada.get_by_label("Ask everyone: Ben Okri")).to_be_checked()
    expect(ada.get_by_role("button", name="Ask everyone")).to_be_visible()
    expect(ada.get_by_role("button", name="Save note")).to_be_hidden()
