"""How long ago something was is said anew while the page is open."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.service import Service
from tests.journeys.steps.asking import ask_ben

pytestmark = pytest.mark.journey


def test_how_long_ago_it_was_stays_true_while_the_page_is_open(
    page: Page, service: Service
) -> None:
    ask_ben(page, service)
    page.clock.install()
    page.goto(f"{service.base_url}/documents/")
    said = page.locator("local-time").first
    expect(said).to_have_text("now")

    page.clock.fast_forward(20 * 60 * 1000)

    expect(said).to_have_text(re.compile(r"^2[0-2] minutes ago$"))
