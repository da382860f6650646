"""Words that are kept once are put in by "/" wherever something is said."""

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.reading import NIGHT, line, ready, thread

pytestmark = pytest.mark.journey

TITLE = "Résumé results"


def save(page: Page, title: str, text: str) -> None:
    """On the page of what one keeps."""
    page.get_by_label("What you look for").fill(title)
    page.get_by_label("What it says").fill(text)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(text)).to_be_visible()


def test_what_is_kept_is_put_in_by_a_slash(asked: Asked, people: Windows, axe: Axe) -> None:
    address = open_letter(asked, people).url.split("#")[0]
    ada = asked.ada
    ada.goto("/saved-comments/")
    save(ada, TITLE, "{name}, lead with the result.")
    save(ada, "Too long", "Could this be one line?")
    axe(ada)
    assert_fits(ada)

    ada.goto(address)
    ready(ada)
    line(ada, NIGHT).click()
    words = ada.get_by_label("Your words")
    words.press_sequentially("7/10 and/or /resu")
    expect(ada.get_by_role("option")).to_have_text([TITLE])
    axe(ada)
    ada.keyboard.press("Enter")
    expect(words).to_have_value("7/10 and/or Ada Okafor, lead with the result.")
    words.press_sequentially(" /")
    expect(ada.get_by_role("option")).to_have_text([TITLE, "Too long"])
    ada.get_by_role("option", name="Too long").click()
    ada.get_by_role("button", name="Save").first.click()
    expect(thread(ada, "Could this be one line?")).to_be_visible()
