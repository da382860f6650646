"""From a posting over what it asks for to a comment, to the next version, and to what that shows more."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import INVITED, fill_people, send_letters
from tests.journeys.steps.files import pdf, pdf_with
from tests.journeys.steps.letters import letter_link
from tests.journeys.steps.people import sign_up_by_forms, unique
from tests.journeys.steps.reading import ready, thread
from tests.journeys.steps.uploading import next_version, upload
from tests.make import POSTING

pytestmark = pytest.mark.journey

SAID = "Name a report that you wrote with it."
WITH_PYTHON = {"Hiring and coaching": "Hiring and coaching \\\n    Reports in Python"}


def term(page: Page, name: str) -> Locator:
    """What the list says of one thing that the posting asks for."""
    return page.get_by_role("listitem").filter(has=page.get_by_text(name, exact=True))


def test_what_a_posting_asks_for_is_missed_said_and_shown_in_the_next_version(
    page: Page, people: Windows, service: Service, axe: Axe
) -> None:
    name = unique("ben")
    sign_up_by_forms(page, service, unique("ada"))
    upload(page, pdf())
    ready(page)
    document = page.url
    page.goto("/pursuits/new/")
    page.get_by_label("What is the job called?").fill("Data analyst")
    page.get_by_label(re.compile("^The posting")).fill(POSTING)
    page.get_by_role("button", name="Add it").click()
    job = page.url
    page.get_by_role("link", name="See what it asks for").click()
    expect(term(page, "SQL")).to_contain_text("There")
    expect(term(page, "Python")).to_contain_text("Not there yet")
    axe(page)
    assert_fits(page)
    page.goto(job)
    page.get_by_role("link", name="Ask for critique for this job").click()
    fill_people(page, {"Ben Okri": name})
    send_letters(page)

    ben = people.open(viewport={"width": 390, "height": 844})
    ben.goto(letter_link(service, name, INVITED))
    ben.get_by_role("button", name="Continue as Ben Okri").click()
    ready(ben)
    ben.get_by_role("link", name="The posting").click()
    ben.get_by_role("link", name="What it asks for, held against this text").click()
    term(ben, "Python").get_by_role("button", name="I don’t").click()
    expect(term(ben, "Python").get_by_role("button", name="I don’t", pressed=True)).to_be_visible()
    axe(ben)
    assert_fits(ben)
    term(ben, "Python").get_by_role("link", name="Say it here").click()
    ben.get_by_label("Your comment").fill(SAID)
    ben.get_by_role("button", name="Save", exact=True).click()
    expect(thread(ben, SAID)).to_be_visible()
    ben.get_by_role("link", name=re.compile("^Finish and send")).click()
    ben.get_by_label("Small fixes").check()
    ben.get_by_role("button", name=re.compile("^Send 1 comment")).click()
    expect(ben.get_by_role("heading", name=re.compile("^Sent to"))).to_be_visible()

    next_version(page, document, pdf_with(WITH_PYTHON))
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(job)
    page.get_by_role("link", name="See what it asks for").click()
    expect(page.get_by_text("1 more than in version 1")).to_be_visible()
    expect(term(page, "Python")).to_contain_text("There")
    expect(term(page, "Python")).to_contain_text("Ben Okri didn’t see it in version 1.")
    axe(page)
    assert_fits(page)
