"""From a "no" over the debrief to a lesson that is ticked in the next document."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Axe
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.people import sign_up_by_forms, unique

pytestmark = pytest.mark.journey

LESSON = "Lead with the result"


def test_what_a_no_taught_is_ticked_in_the_next_document(
    page: Page, service: Service, axe: Axe
) -> None:
    sign_up_by_forms(page, service, unique("ada"))
    page.goto("/pursuits/new/")
    page.get_by_label("What is the job called?").fill("Operations lead")
    page.get_by_role("button", name="Add it").click()
    page.get_by_text("It is over").click()
    page.get_by_role("button", name="They said no").click()
    page.get_by_role("button", name="Write down how it went").click()
    words = page.get_by_role("textbox").first
    words.fill(words.input_value().replace("1. \n", f"1. {LESSON}\n"))
    expect(page.get_by_text(re.compile("Saved at"))).to_be_visible()

    page.get_by_role("link", name="How it went").click()
    page.get_by_role("link", name="Write down your lessons").click()
    expect(page.get_by_label("First lesson")).to_have_value(LESSON)
    page.get_by_label("Show the first to the people I ask").check()
    axe(page)
    assert_fits(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("list").filter(has_text=LESSON)).to_be_visible()

    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/documents/write/")
    page.get_by_label("Title").fill("Letter to Northgate")
    page.get_by_role("button", name="Start writing").click()
    page.get_by_role("link", name="Letter to Northgate").click()
    box = page.get_by_role("checkbox", name=LESSON)
    expect(box).not_to_be_checked()
    box.press("Space")
    expect(page.get_by_role("checkbox", name=LESSON)).to_be_checked()
    axe(page)
    assert_fits(page)
