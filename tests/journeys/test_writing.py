"""Writing a letter here: every word is kept, whatever happens to connection, session or window."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import box_now
from tests.journeys.steps.people import PASSWORD, sign_up_by_forms, unique
from tests.journeys.steps.pressing import frames_pass, hold

pytestmark = pytest.mark.journey


@pytest.fixture
def address() -> str:
    return unique("writer")


@pytest.fixture
def writing(page: Page, service: Service, address: str) -> Page:
    """Ada's window on the page where she writes a letter, nothing written yet."""
    sign_up_by_forms(page, service, address)
    page.goto("/documents/write/")
    page.get_by_label("Title").fill("Letter to Northgate")
    page.get_by_role("button", name="Start writing").click()
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_hidden()  # it keeps by itself
    return page


def write(page: Page, words: str) -> None:
    """Type at the end of the text."""
    area = page.get_by_role("textbox", name="Letter to Northgate")
    area.press("ControlOrMeta+End")
    area.press_sequentially(words)


def note_nothing_but(people: Windows, expected: str) -> None:
    """The browser notes every answer that is no success; here it may note just this one."""
    assert [complaint for complaint in people.complaints if expected not in complaint] == []
    people.complaints.clear()


def test_a_text_is_kept_as_it_is_typed_and_saved_as_a_version(writing: Page) -> None:
    write(writing, "Dear Sam,")
    expect(writing.get_by_text(re.compile(r"Saved at \d\d:\d\d"))).to_be_visible()

    writing.get_by_role("button", name="Save as a version").click()

    expect(writing.get_by_text("Dear Sam,")).to_be_visible()
    expect(writing.get_by_text("Version 1", exact=True)).to_be_visible()


def test_words_typed_without_a_connection_are_kept_once_it_is_back(
    writing: Page, people: Windows
) -> None:
    writing.context.set_offline(True)
    write(writing, "Dear Sam,")
    expect(writing.get_by_text("Not saved: there is no connection.")).to_be_visible()

    writing.context.set_offline(False)

    expect(writing.get_by_text(re.compile(r"Saved at \d\d:\d\d"))).to_be_visible()
    writing.reload()
    expect(writing.get_by_role("textbox", name="Letter to Northgate")).to_have_value("Dear Sam,")
    note_nothing_but(people, "ERR_INTERNET_DISCONNECTED")


def test_trouble_is_told_after_a_press_that_it_would_lead_astray(
    writing: Page, people: Windows
) -> None:
    save = writing.get_by_role("button", name="Save as a version")
    write(writing, "Dear Sam,")
    expect(writing.get_by_text(re.compile(r"Saved at \d\d:\d\d"))).to_be_visible()

    hold(save)
    before = box_now(save)
    writing.context.set_offline(True)
    with writing.expect_event("requestfailed"):
        write(writing, " again")
    frames_pass(writing)
    during = box_now(save)
    writing.mouse.move(0, 0)
    writing.mouse.up()

    assert during == before
    expect(writing.get_by_text("Not saved: there is no connection.")).to_be_visible()
    assert box_now(save) != before
    note_nothing_but(people, "ERR_INTERNET_DISCONNECTED")


def test_words_typed_after_the_session_ended_are_back_after_signing_in(
    writing: Page, address: str
) -> None:
    writing.context.clear_cookies(name="session")
    write(writing, "Dear Sam,")
    expect(writing.get_by_text("Not saved: you are signed out.")).to_be_visible()
    writing.once("dialog", lambda leaving: leaving.accept())
    writing.reload()

    writing.get_by_label(re.compile("^e-?mail", re.IGNORECASE)).fill(address)
    writing.get_by_label("Password").fill(PASSWORD)
    writing.get_by_role("button", name="Sign in").click()

    expect(writing.get_by_role("textbox", name="Letter to Northgate")).to_have_value("Dear Sam,")
    expect(writing.get_by_text(re.compile(r"Saved at \d\d:\d\d"))).to_be_visible()


def test_two_windows_on_one_text_lose_none_of_it(writing: Page, people: Windows) -> None:
    other = writing.context.new_page()
    other.goto(writing.url)
    write(other, "From the other window.")
    expect(other.get_by_text(re.compile(r"Saved at \d\d:\d\d"))).to_be_visible()

    write(writing, "From this one.")

    mine = writing.get_by_role("textbox", name="Letter to Northgate")
    expect(writing.get_by_label("The other text")).to_have_value("From the other window.")
    expect(mine).to_have_value("From this one.")
    writing.get_by_role("button", name="Save mine").click()
    expect(writing.get_by_label("The other text")).to_have_count(0)
    expect(mine).to_have_value("From this one.")
    note_nothing_but(people, "409")
