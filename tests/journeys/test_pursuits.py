"""A job from its posting to the mentor who reads it beside the résumé."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import INVITED, fill_people, send_letters
from tests.journeys.steps.files import pdf
from tests.journeys.steps.keyboard import press
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.people import sign_up_by_forms, unique
from tests.journeys.steps.reading import ready
from tests.journeys.steps.uploading import upload
from tests.make import POSTING

pytestmark = pytest.mark.journey


def test_a_posting_is_kept_moved_and_read_beside_the_text(
    page: Page, people: Windows, service: Service
) -> None:
    ben = unique("ben")
    sign_up_by_forms(page, service, unique("ada"))
    upload(page, pdf())
    ready(page)

    page.goto("/desk/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Jobs").click()
    page.get_by_role("link", name="Add a job").click()
    page.get_by_label("What is the job called?").fill("Operations lead")
    page.get_by_label("Employer").fill("Hale Parcels")
    page.get_by_label(re.compile("^The posting")).fill(POSTING)
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("Acme makes tea.")).to_be_visible()

    page.goto("/pursuits/")
    press(page, page.locator("summary", has_text="Move"), key="Tab")
    press(page, page.get_by_role("button", name="Applied"))
    applied = page.locator("section", has=page.get_by_role("heading", name="Applied"))
    expect(applied.get_by_role("link", name="Operations lead")).to_be_visible()
    assert_fits(page)

    page.get_by_role("link", name="Operations lead").click()
    page.get_by_role("link", name="Ask for critique for this job").click()
    fill_people(page, {"Ben Okri": ben})
    expect(page.get_by_label("For which job?")).to_have_value(re.compile("[a-z0-9]{12}"))
    send_letters(page)
    told = letter(service, ben, INVITED)
    assert "It is for this job: Operations lead at Hale Parcels." in told
    link = letter_link(service, ben, INVITED)

    wide = people.open()
    wide.goto(link)
    wide.get_by_role("button", name="Continue as Ben Okri").click()
    ready(wide)
    wide.get_by_role("link", name="The posting").click()
    expect(wide.get_by_role("region", name="Operations lead at Hale Parcels")).to_be_visible()
    expect(wide.get_by_text("Acme makes tea.")).to_be_visible()
    expect(wide.locator(".line").first).to_be_visible()
    wide.get_by_role("link", name="The posting").click()
    expect(wide.get_by_text("Acme makes tea.")).to_have_count(0)

    wide.set_viewport_size({"width": 390, "height": 844})
    wide.get_by_role("link", name="The posting").click()
    expect(wide.get_by_role("heading", name="Operations lead at Hale Parcels")).to_be_visible()
    assert_fits(wide)
