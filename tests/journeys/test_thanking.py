"""A job comes to an interview: Ada tells Ben, whose advice was in what she sent, and he finds it."""

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import comment, finish
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.reading import NIGHT

pytestmark = pytest.mark.journey
SAID, THANKS = "Lead with the result.", "They asked about the night shift first."
GOOD_NEWS = "Ada Okafor got an interview"


def sent_for_a_job(page: Page) -> None:
    """She goes for a job with the only text she has, and is invited."""
    page.goto("/pursuits/new/")
    page.get_by_label("What is the job called?").fill("Operations lead")
    page.get_by_label("Employer").fill("Hale Parcels")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="I have sent it").click()
    page.locator("form.stage select").select_option("interview")
    page.get_by_role("button", name="Move", exact=True).click()


def test_whoever_helped_is_told_and_finds_it_among_what_he_reads(
    asked: Asked, people: Windows, service: Service
) -> None:
    ada, ben = asked.ada, open_letter(asked, people)
    comment(ben, NIGHT, SAID)
    finish(ben)
    ada.goto(asked.round)
    ada.get_by_role("link", name="Read it as one letter").click()
    ada.get_by_role("link", name="Work through the points").click()
    ada.get_by_role("button", name="Used", exact=True).click()
    expect(ada.get_by_text("1 of 1 dealt with").first).to_be_visible()

    sent_for_a_job(ada)
    ada.get_by_role("link", name="What helped, and whom to tell").click()
    expect(ada.get_by_text("1 point used before that")).to_be_visible()
    ada.set_viewport_size({"width": 390, "height": 844})
    assert_fits(ada)
    ada.get_by_role("textbox").fill(THANKS)
    ada.get_by_role("button", name="Tell Ben Okri: you got an interview").click()
    expect(ada.get_by_text(THANKS)).to_be_visible()

    words = letter(service, asked.ben, GOOD_NEWS)
    assert THANKS in words
    assert SAID in words
    ben.goto(letter_link(service, asked.ben, GOOD_NEWS))
    expect(ben.get_by_role("heading", name="What you read for others")).to_be_visible()
    expect(ben.get_by_text(GOOD_NEWS)).to_be_visible()
    assert_fits(ben)
