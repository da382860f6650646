"""Other words suggested, accepted and worked in; people named; threads filtered; keys that lead through."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import comment, finish
from tests.journeys.steps.days import five_minutes_pass
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.reading import NIGHT, PROFILE, line, read, ready, thread

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
LED = "Led 84 people on three shifts"
WHY = "It says what you did."


def suggest(page: Page) -> None:
    """In the form that is open: other words, and why; no comment beside them."""
    page.get_by_text("Suggest other words").click()
    wording = page.get_by_label("Instead of these words")
    expect(wording).to_be_focused()
    expect(wording).to_have_value(re.compile("Responsible for 84 people"))
    wording.fill(LED)
    page.get_by_text("Say why").click()
    page.get_by_label(re.compile("^Why")).fill(WHY)
    page.get_by_role("button", name="Save").click()


def test_suggested_wording_from_the_mentor_to_the_seekers_file(
    asked: Asked, people: Windows, service: Service, axe: Axe
) -> None:
    ben = open_letter(asked, people)
    line(ben, NIGHT).click()
    suggest(ben)
    said = thread(ben, WHY)
    expect(said.locator("del").first).to_contain_text("Responsible for")
    expect(said.locator("ins").first).to_contain_text("Led")
    expect(said.get_by_role("button", name="Accept")).to_have_count(0)
    comment(ben, PROFILE, "Keep the first line.")
    finish(ben)

    told = letter(service, asked.seeker, "Ben Okri")
    assert f"Suggested wording: {LED}\nWhy: {WHY}" in told
    ada = asked.ada
    ada.goto(letter_link(service, asked.seeker, "Ben Okri"))
    ready(ada)
    said = thread(ada, WHY)
    read(said).get_by_role("button", name="Accept").click()
    expect(said.get_by_text("Accepted")).to_be_visible()
    expect(said.get_by_role("button", name="Undo")).to_be_focused()
    expect(thread(ben, WHY).get_by_text("Accepted")).to_be_visible()
    axe(ada)

    ada.get_by_role("link", name="Suggestions").click()
    expect(ada.get_by_role("heading", name="Accepted suggestions")).to_be_visible()
    axe(ada)
    ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ada.get_by_role("button", name="Copy the new words").click()
    expect(ada.get_by_role("button", name="Copied")).to_be_visible()
    assert ada.evaluate("() => navigator.clipboard.readText()") == LED
    ada.get_by_role("button", name="Done").click()
    expect(ada.get_by_text("Everything is in your file.")).to_be_visible()
    ada.get_by_role("button", name="Undo").click()
    expect(ada.get_by_text("1 suggestion you accepted is not in your text yet.")).to_be_visible()
    ada.get_by_role("link", name=re.compile("page 1 of version 1")).click()
    expect(thread(ada, WHY)).to_be_focused()


def test_what_is_shown_has_an_address(asked: Asked, people: Windows, axe: Axe) -> None:
    ben = open_letter(asked, people)
    comment(ben, NIGHT, "Lead with the result.")
    comment(ben, PROFILE, "Say what you lead.")
    ben.reload()
    ready(ben)
    line(ben, "Customer service team leader").click()
    ben.get_by_label("Your comment").fill("Keep it.")
    ben.get_by_role("button", name="Keep this").click()
    expect(thread(ben, "Keep it.")).to_be_visible()
    ben.reload()
    ready(ben)
    ben.locator("#filter summary").click()
    axe(ben)
    ben.get_by_label("Kind").select_option(label="Keep this")
    ben.get_by_role("button", name="Show", exact=True).click()
    ready(ben)

    expect(ben.get_by_text("1 of 3 shown")).to_be_visible()
    expect(ben.get_by_role("article")).to_have_count(1)
    ben.get_by_role("link", name="Text", exact=True).click()
    ready(ben)
    expect(ben).to_have_url(re.compile(r"/text/\?kind=praise$"))
    expect(ben.get_by_role("article")).to_have_count(1)
    ben.get_by_role("link", name="Show all").click()
    ready(ben)
    expect(ben.get_by_role("article")).to_have_count(3)

    ben.context.grant_permissions(["clipboard-read", "clipboard-write"])
    read(thread(ben, "Keep it.")).hover()
    thread(ben, "Keep it.").get_by_role("link", name="Link").click()
    expect(thread(ben, "Keep it.").get_by_text("Link copied")).to_be_visible()
    ben.goto(ben.evaluate("() => navigator.clipboard.readText()"))
    ready(ben)
    expect(thread(ben, "Keep it.")).to_be_focused()


def test_keys_lead_through_what_is_said(asked: Asked, people: Windows, axe: Axe) -> None:
    ben = open_letter(asked, people)
    comment(ben, NIGHT, "Lead with the result.")
    line(ben, PROFILE).click()
    ben.get_by_text("Must fix").click()
    ben.get_by_label("Your comment").fill("Say what you lead.")
    ben.get_by_role("button", name="Save").click()
    expect(thread(ben, "Say what you lead.")).to_be_visible()
    finish(ben)

    ben.keyboard.press("?")
    expect(ben.get_by_role("dialog", name="Keys")).to_be_visible()
    axe(ben)
    ben.keyboard.press("Escape")
    expect(ben.get_by_role("dialog", name="Keys")).to_be_hidden()
    ben.keyboard.press("j")
    expect(thread(ben, "Say what you lead.")).to_be_focused()
    ben.keyboard.press("n")
    expect(thread(ben, "Lead with the result.")).to_be_focused()
    ben.keyboard.press("e")
    expect(thread(ben, "Lead with the result.").get_by_text("Used", exact=True)).to_be_visible()
    expect(
        thread(ben, "Lead with the result.").get_by_role("button", name="Reopen")
    ).to_be_focused()
    ben.keyboard.press("e")
    expect(
        thread(ben, "Lead with the result.").get_by_role("button", name="Resolve")
    ).to_be_focused()
    ben.keyboard.press("k")
    expect(thread(ben, "Say what you lead.")).to_be_focused()
    ben.keyboard.press("r")
    expect(ben.get_by_label("Your reply")).to_be_focused()
    ben.keyboard.type("@ada")
    expect(ben.get_by_role("option", name="Ada Okafor")).to_be_visible()
    ben.keyboard.press("Enter")
    ben.keyboard.type("jkref?")
    expect(ben.get_by_label("Your reply")).to_have_value("@Ada Okafor jkref?")
    ben.keyboard.press("Control+Enter")
    expect(thread(ben, "jkref?").locator("strong")).to_have_text("@Ada Okafor")
    expect(thread(ben, "jkref?")).to_be_focused()
    ben.keyboard.press("c")
    expect(ben.get_by_label("Your comment")).to_be_focused()
    ben.keyboard.press("Escape")
    expect(line(ben, PROFILE)).to_be_focused()
    ben.keyboard.press("f")
    expect(ben.get_by_label("Kind")).to_be_focused()

    ben.get_by_role("button", name="Keys").click()
    ben.get_by_label("Use single-key shortcuts in this browser").uncheck()
    ben.get_by_role("button", name="Close").click()
    ben.keyboard.press("?")
    ben.keyboard.press("j")
    expect(ben.get_by_role("dialog", name="Keys")).to_be_hidden()
    expect(ben.locator("article:focus")).to_have_count(0)
    ben.reload()
    ready(ben)
    ben.get_by_role("button", name="Keys").click()
    expect(ben.get_by_label("Use single-key shortcuts in this browser")).not_to_be_checked()


def test_other_words_and_names_on_a_phone(asked: Asked, people: Windows, service: Service) -> None:
    ben = open_letter(asked, people, **PHONE)
    line(ben, NIGHT).tap()
    suggest(ben)
    expect(ben.get_by_text("1 comment", exact=True)).to_be_visible()
    finish(ben)

    ada = people.open(**PHONE, storage_state=asked.ada.context.storage_state())
    ada.goto(letter_link(service, asked.seeker, "Ben Okri"))
    ready(ada)
    line(ada, NIGHT).tap()
    thread(ada, WHY).get_by_role("button", name="Accept").tap()
    expect(thread(ada, WHY).get_by_text("Accepted")).to_be_visible()
    assert_fits(ada)
    thread(ada, WHY).get_by_role("link", name="Reply").tap()
    ada.keyboard.type("Thank you, @")
    ada.get_by_role("option", name="Ben Okri").tap()
    expect(ada.get_by_label("Your reply")).to_have_value("Thank you, @Ben Okri ")
    ada.get_by_role("button", name="Reply", exact=True).tap()
    expect(thread(ada, "Thank you,").locator("strong")).to_have_text("@Ben Okri")
    five_minutes_pass(service)
    assert "Thank you, @Ben Okri" in letter(service, asked.ben, "Ada Okafor mentions you")
