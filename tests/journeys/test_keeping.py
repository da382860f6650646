"""One press keeps a line, or words: no text is asked for, and none is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.journeys.steps.asking import Asked, but_for, open_letter
from tests.journeys.steps.commenting import finish
from tests.journeys.steps.reading import NIGHT, PROFILE, line, read, ready

pytestmark = pytest.mark.journey

KEPT = re.compile("Keep this")


@pytest.fixture
def ben(asked: Asked, people: Windows) -> Page:
    """Ben's window on the text."""
    return open_letter(asked, people)


def select_words(page: Page, words: str) -> None:
    """The line with these words is selected."""
    page.evaluate(
        """(line) => getSelection().selectAllChildren(line.querySelector(".words"))""",
        line(page, words).element_handle(),
    )


def test_a_line_and_selected_words_are_kept_by_one_press(asked: Asked, ben: Page, axe: Axe) -> None:
    line(ben, PROFILE).click()
    axe(ben)
    ben.get_by_role("button", name="Keep this").click()
    kept = ben.get_by_role("article").filter(has_text=KEPT)
    expect(kept).to_have_count(1)

    select_words(ben, NIGHT)
    ben.locator(".selection-buttons").get_by_role("button", name="Keep this").click()
    expect(kept).to_have_count(2)
    expect(ben.get_by_text("2 comments", exact=True)).to_be_visible()
    axe(ben)

    read(kept.first).get_by_role("link", name="Edit").click()
    ben.get_by_label("Your comment").fill("It says what you lead.")
    ben.get_by_role("button", name="Save").click()
    expect(kept.first.get_by_text("It says what you lead.")).to_be_visible()
    finish(ben)
    asked.ada.goto(ben.url.split("#")[0])
    ready(asked.ada)
    expect(asked.ada.get_by_role("article").filter(has_text=KEPT)).to_have_count(2)


def test_what_was_begun_about_words_is_not_sent_with_a_press(ben: Page) -> None:
    select_words(ben, NIGHT)
    ben.get_by_role("button", name="Comment", exact=True).click()
    ben.get_by_label("Your comment").fill("Half a")
    ben.get_by_role("link", name="Cancel").click()

    select_words(ben, NIGHT)
    ben.locator(".selection-buttons").get_by_role("button", name="Keep this").click()

    expect(ben.get_by_label("Your comment")).to_have_value("Half a")
    expect(ben.get_by_role("article")).to_have_count(0)


def test_a_press_without_a_connection_is_sent_once_it_is_back(ben: Page, people: Windows) -> None:
    line(ben, PROFILE).click()
    ben.context.set_offline(True)
    ben.get_by_role("button", name="Keep this").click()
    expect(ben.get_by_text("there is no connection")).to_be_visible()
    expect(ben.get_by_role("radio", name="Keep this")).to_be_checked()

    ben.context.set_offline(False)

    expect(ben.get_by_role("article").filter(has_text=KEPT)).to_have_count(1)
    but_for(people, "ERR_INTERNET_DISCONNECTED")
