"""Words that are too many: pasted, they are all there; nothing is sent; it is said by how much."""

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import ask_ben, open_letter
from tests.journeys.steps.commenting import save
from tests.journeys.steps.reading import PROFILE, line

pytestmark = pytest.mark.journey

PASTED = ("word " * 640).strip()  # 3,199 characters


def test_pasted_words_are_all_there_counted_and_not_sent(
    page: Page, service: Service, people: Windows, axe: Axe
) -> None:
    asked = ask_ben(page, service)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))

    page.goto("/rounds/new/")
    words = page.get_by_label("Your own words to them")
    words.focus()
    page.keyboard.insert_text(PASTED[:559])
    expect(words.locator("+ .limit")).to_have_text("41 characters left")
    page.keyboard.insert_text(PASTED[559:])
    page.get_by_label("First question").focus()
    page.keyboard.insert_text("q" * 201)
    sent.clear()
    page.get_by_role("button", name="See the email first").click()

    expect(words).to_be_focused()
    expect(words).to_have_value(PASTED)
    expect(words).to_have_attribute("aria-invalid", "true")
    expect(words.locator("+ .limit")).to_have_text("2599 characters too many.")
    summary = page.get_by_role("alert")
    expect(summary.get_by_role("link", name="2599 characters too many.")).to_be_visible()
    summary.get_by_role("link", name="First question – 1 character too many.").click()
    expect(page.get_by_label("First question")).to_be_focused()
    assert "POST" not in sent
    axe(page)
    page.set_viewport_size({"width": 390, "height": 800})
    assert_fits(page)

    words.fill("Please.")
    expect(words.locator("+ .limit")).to_have_text("")
    expect(words).not_to_have_attribute("aria-invalid", "true")

    ben = open_letter(asked, people)
    line(ben, PROFILE).click()
    text = ben.get_by_label("Your comment")
    text.focus()
    ben.keyboard.insert_text("a" * 10_001)
    text.press("Control+Enter")
    expect(text.locator("+ .limit")).to_have_text("1 character too many.")
    expect(text).to_have_value("a" * 10_001)
    text.press("Backspace")
    expect(text.locator("+ .limit")).to_have_text("0 characters left")
    text.fill("Say what you lead.")
    save(ben, "Say what you lead.")
