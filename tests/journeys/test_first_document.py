"""A job seeker's first quarter of an hour: sign up, upload, read, select."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits, box, settled
from tests.journeys.steps.files import damaged, docx, pdf
from tests.journeys.steps.people import sign_up, unique
from tests.journeys.steps.reading import selected, unfold
from tests.journeys.steps.uploading import upload

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}


@pytest.fixture
def ada(page: Page, service: Service) -> Page:
    """A window in which Ada has just signed up."""
    sign_up(page, service, unique("ada"))
    return page


def test_a_two_column_pdf_is_read_and_three_clicks_are_about_a_line_of_it(ada: Page):
    upload(ada, pdf())
    line = ada.get_by_text("Operations lead with nine years in", exact=True)
    expect(line).to_be_visible()

    line.click(click_count=3)

    expect(ada.locator("comment-writing .thread-quote")).to_have_text(
        "Operations lead with nine years in"
    )
    expect(ada.get_by_label("Your words")).to_be_focused()
    ada.wait_for_function("() => document.querySelector('.page-picture').complete")


def test_the_columns_of_a_two_column_pdf_are_read_one_after_the_other(ada: Page):
    upload(ada, pdf())

    _ready(ada)
    lines = [line.strip() for line in ada.locator(".line .words").all_inner_texts()]

    assert lines.index("Interests") < lines.index("Experience")
    assert lines.index("Profile") < lines.index("Skills") < lines.index("Languages")


def test_the_text_lies_where_its_ink_is(ada: Page):
    upload(ada, pdf())
    _ready(ada)

    left = box(ada.get_by_text("Profile", exact=True))
    right = box(ada.get_by_text("Deputy operations manager", exact=True))
    paper = box(ada.locator(".page-paper").first)

    assert 0.07 < (left["x"] - paper["x"]) / paper["width"] < 0.09
    assert 0.40 < (right["x"] - paper["x"]) / paper["width"] < 0.42


def test_lines_are_walked_and_words_selected_by_keyboard_alone(ada: Page):
    upload(ada, pdf())
    _ready(ada)
    ada.locator("#line-1").focus()

    for key in ("ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight"):
        ada.keyboard.press(key)

    expect(ada.locator("#line-2")).to_be_focused()
    assert selected(ada) == "Operations lead"


def test_keyboard_selection_goes_on_across_lines(ada: Page):
    upload(ada, pdf())
    _ready(ada)
    number = ada.get_by_text("Deputy operations manager", exact=True).locator("..")
    number.focus()

    for _ in range(4):
        ada.keyboard.press("Shift+ArrowRight")

    assert selected(ada) == "Deputy operations manager 2021"


def test_that_no_file_was_chosen_is_no_longer_said_once_one_is(ada: Page, people: Windows):
    ada.goto("/documents/new/")
    ada.get_by_role("button", name="Upload", exact=True).click()
    expect(ada.get_by_text("Choose a file first.")).to_have_count(2)  # summary and field
    assert all("422" in complaint for complaint in people.complaints)
    people.complaints.clear()  # the browser notes every answer that is no success

    files = ada.get_by_label("Files", exact=True)
    files.set_input_files([docx().payload()])  # type: ignore[list-item]  # its TypedDict

    expect(ada.get_by_text("Choose a file first.")).to_have_count(0)
    expect(files).to_have_css("color", "rgba(0, 0, 0, 0)")  # the browser's own "No file chosen"
    expect(ada.get_by_label("Title")).to_have_value("Letter harbour")


def test_a_word_file_and_a_damaged_one_together(ada: Page):
    upload(ada, docx(), damaged())

    expect(ada.get_by_role("heading", name="Documents")).to_be_visible()
    expect(ada.get_by_text("Ready to read")).to_be_visible()
    ada.get_by_role("link", name="Cut off", exact=True).click()
    expect(ada.get_by_text("damaged and cannot be opened")).to_be_visible()

    ada.goto("/documents/")
    ada.get_by_role("link", name="Letter harbour", exact=True).click()
    ada.get_by_role("link", name="Read it").first.click()
    expect(ada.get_by_text("nine years making sorting halls quiet").first).to_be_visible()
    expect(unfold(ada).get_by_text("simplified layout")).to_be_visible()


def test_a_file_whose_name_lies_says_so_beside_it_and_loses_nothing(ada: Page, people: Windows):
    ada.goto("/documents/new/")
    lying = {"name": "cv.docx", "mimeType": "text/html", "buffer": b"<!doctype html><p>Hello</p>"}
    chosen = ada.get_by_label("Files", exact=True)
    chosen.set_input_files([lying])
    expect(chosen).to_have_css("color", "rgba(0, 0, 0, 0)")  # says nothing above one
    ada.get_by_label("A note for your readers").fill("It is for a night shift.")
    ada.get_by_role("button", name="Upload", exact=True).click()

    expect(ada.get_by_text(re.compile("named “.docx”.*a web page"))).to_be_visible()
    kept = ada.get_by_label("A note for your readers")
    expect(kept).to_have_value("It is for a night shift.")
    assert [complaint for complaint in people.complaints if "422" not in complaint] == []
    people.complaints.clear()  # the browser notes every answer that is no success


def test_on_a_phone_the_text_comes_first_and_the_picture_is_one_tap_away(
    people: Windows, service: Service
):
    phone = people.open(**PHONE)
    sign_up(phone, service, unique("phone"))
    upload(phone, pdf())
    _ready(phone)

    expect(phone.locator(".page-picture").first).to_be_hidden()
    assert_fits(phone)
    phone.get_by_role("link", name="Pages").tap()

    expect(phone.locator(".page-picture").first).to_be_visible()


def test_a_stranger_is_not_told_that_a_document_exists(ada: Page, people: Windows):
    upload(ada, pdf())
    _ready(ada)
    stranger = people.open()

    there = stranger.request.get(ada.url, max_redirects=0)
    nowhere = stranger.request.get("/documents/zzzzzzzzzzzz/versions/1/", max_redirects=0)

    assert (there.status, nowhere.status) == (302, 302)


def _ready(page: Page) -> None:
    """Wait until the reading page shows lines, and answers."""
    expect(page.locator("#line-1")).to_be_attached()
    settled(page)
