"""Ways in and out: by password, by mailed code, after forgetting, with another address."""

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import box
from tests.journeys.steps.people import EMAIL, PASSWORD, code_for, sign_up, unique

pytestmark = pytest.mark.journey


@pytest.fixture
def address(page: Page, service: Service) -> str:
    """The address of somebody who has signed up in `page`."""
    address = unique("ada")
    sign_up(page, service, address)
    return address


def on_her_desk(page: Page) -> None:
    """Raises AssertionError unless the page is the desk."""
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()


def test_sign_out_then_in_by_password(page: Page, address: str):
    page.get_by_role("button", name="Sign out").click()
    page.goto("/account/login/")
    page.get_by_label(EMAIL).fill(address)
    page.get_by_label("Password", exact=True).fill(PASSWORD)

    page.get_by_role("main").get_by_role("button", name="Sign in").click()

    on_her_desk(page)


def test_on_a_phone_the_head_takes_two_rows_and_the_settings_sign_out(page: Page, address: str):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/settings/")

    assert box(page.get_by_role("banner"))["height"] < 3 * 44
    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("link", name="Sign up").first).to_be_visible()


def test_sign_in_on_another_machine_by_a_mailed_code(
    people: Windows, service: Service, address: str
):
    page = people.open()
    page.goto("/account/login/")
    page.get_by_role("link", name="Sign in with a code by email").click()
    page.get_by_label(EMAIL).fill(address)
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_label("Code").fill(code_for(service, address, count=2))
    page.get_by_role("main").get_by_role("button").first.click()

    on_her_desk(page)


def test_a_forgotten_password_is_replaced(people: Windows, service: Service, address: str):
    page = people.open()
    page.goto("/account/login/")
    page.get_by_role("link", name="I forgot my password").click()
    page.get_by_label(EMAIL).fill(address)
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_label("Code").fill(code_for(service, address, count=2))
    page.get_by_role("main").get_by_role("button").first.click()
    page.locator("input[name=password1]").fill("walk-slow-harbour-9")
    page.locator("input[name=password2]").fill("walk-slow-harbour-9")
    page.get_by_role("button", name="Save the password").click()
    expect(page.get_by_role("heading", name="Choose a new password")).to_have_count(0)
    page.goto("/account/login/")
    page.get_by_label(EMAIL).fill(address)
    page.get_by_label("Password", exact=True).fill("walk-slow-harbour-9")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()

    on_her_desk(page)


def test_settings_keep_name_and_time_zone(page: Page, address: str):
    page.goto("/settings/")
    page.get_by_label("What should people call you?").fill("Ada O.")
    page.get_by_label("Time zone").select_option("Europe/Berlin")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_label("Time zone")).to_have_value("Europe/Berlin")
    expect(page.get_by_label("What should people call you?")).to_have_value("Ada O.")


def test_the_time_zone_is_the_browsers(people: Windows, service: Service):
    page = people.open(timezone_id="America/New_York")
    sign_up(page, service, unique("ny"))

    page.goto("/settings/")

    expect(page.get_by_label("Time zone")).to_have_value("America/New_York")
