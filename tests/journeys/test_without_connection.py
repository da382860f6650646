"""What is pressed and saved without a connection: what the page says of it is seen, and true."""

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows, assert_accessible
from tests.journeys.steps.asking import Asked, but_for, open_letter
from tests.journeys.steps.commenting import comment, finish, save
from tests.journeys.steps.reading import NIGHT, PROFILE, line, read, ready, thread

pytestmark = pytest.mark.journey

LEAD, RESULT = "Say what you lead.", "Lead with the result."
NOT_DONE = "Not done: there is no connection."


@pytest.fixture
def ben(asked: Asked, people: Windows) -> Page:
    """Ben's window on the text."""
    return open_letter(asked, people)


def test_a_press_that_came_to_nothing_says_so_beside_it(
    asked: Asked, ben: Page, people: Windows
) -> None:
    said = comment(ben, NIGHT, RESULT)
    ben.context.set_offline(True)
    read(said).get_by_role("link", name="Edit").click()
    expect(said.get_by_text(NOT_DONE)).to_be_visible()
    ben.context.set_offline(False)
    said.get_by_role("link", name="Edit").click()
    expect(ben.get_by_label("Your comment")).to_have_value(RESULT)
    expect(ben.get_by_text(NOT_DONE)).to_have_count(0)
    finish(ben)

    ada = asked.ada
    ada.goto(ben.url.split("#")[0])
    ready(ada)
    found = thread(ada, RESULT)
    ada.context.set_offline(True)
    read(found).get_by_role("button", name="Resolve").click()
    expect(found.get_by_text(NOT_DONE)).to_be_visible()
    ada.context.set_offline(False)
    assert_accessible(ada)
    found.get_by_role("button", name="Resolve").click()

    expect(found.get_by_role("button", name="Reopen")).to_be_visible()
    expect(ada.get_by_text(NOT_DONE)).to_have_count(0)
    but_for(people, "ERR_INTERNET_DISCONNECTED")


def test_what_was_saved_is_sent_later_though_another_form_is_open(
    ben: Page, people: Windows
) -> None:
    line(ben, PROFILE).click()
    ben.get_by_label("Your comment").fill(LEAD)
    ben.context.set_offline(True)
    ben.get_by_role("button", name="Save").click()
    expect(ben.get_by_text("are sent as soon as it is back")).to_be_visible()
    line(ben, NIGHT).click()
    ben.keyboard.type("Lead ")

    ben.context.set_offline(False)

    expect(thread(ben, LEAD)).to_be_visible()
    ben.keyboard.type("with it.")
    expect(ben.get_by_label("Your comment")).to_have_value("Lead with it.")
    save(ben, "Lead with it.")
    ben.reload()
    ready(ben)
    expect(ben.get_by_role("article")).to_have_count(2)
    but_for(people, "ERR_INTERNET_DISCONNECTED")


def test_what_was_changed_since_waits_for_its_writer(ben: Page, people: Windows) -> None:
    line(ben, PROFILE).click()
    area = ben.get_by_label("Your comment")
    area.fill("Say what you laed.")
    ben.context.set_offline(True)
    ben.get_by_role("button", name="Save").click()
    expect(ben.get_by_text("are sent as soon as it is back")).to_be_visible()

    area.fill("Say what you")

    expect(ben.get_by_text("are sent as soon as it is back")).to_have_count(0)
    expect(ben.get_by_text("press the button again")).to_be_visible()
    ben.context.set_offline(False)
    area.fill(LEAD)
    save(ben, LEAD)
    expect(ben.get_by_role("article")).to_have_count(1)
    but_for(people, "ERR_INTERNET_DISCONNECTED")
