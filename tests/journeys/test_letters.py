"""Letters as mail programs show them: narrow and wide, with one thing to do."""

import re

import pytest
from playwright.sync_api import Browser, Page

from mentorship.notifications import codes
from mentorship.notifications.models import Letter
from tests.infrastructure.pages import Axe, windows
from tests.infrastructure.settled import assert_fits
from tests.notifications import every_letter

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

HOST = "http://testserver"
WIDTHS = (320, 360, 390, 480, 600)
LONG = "Betriebsleitungsbewerbungsunterlagenzusammenstellung" + "x" * 28  # as long as one may be
BUTTONS = """() => [...document.querySelectorAll("a")]
  .filter((one) => getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)")
  .map((one) => one.getBoundingClientRect().height)"""
# What only tells, or holds a code to type: there is nothing to press in it.
TELLS = re.compile(r"circle\.(closed|code|gone|revoked)|notifications\.(\w+_code|address_changed)")


def page_of(letter: Letter, window: Page) -> Page:
    """The letter, shown in this window."""
    window.set_content(codes.reveal(letter.html, letter))
    return window


def test_every_letter_fits_a_phone_and_has_one_thing_to_do(browser: Browser, axe: Axe) -> None:
    letters = {one.kind: one for one in every_letter.written(seeker=LONG[:80], title=LONG)}
    found: dict[str, object] = {}

    with windows(browser, HOST) as people:
        for width in WIDTHS:
            window = people.open(viewport={"width": width, "height": 800})
            for kind, letter in letters.items():
                try:
                    assert_fits(page_of(letter, window))
                except AssertionError as wrong:
                    found[f"{kind} at {width}"] = str(wrong)
        for kind, letter in letters.items():
            heights = page_of(letter, window).evaluate(BUTTONS)
            if len(heights) != (0 if TELLS.fullmatch(kind) else 1) or min(heights, default=44) < 44:
                found[kind] = heights
        axe(page_of(letters["circle.invitation"], window), within="main")
        axe(page_of(letters["critique.finished"], window), within="main")

    assert found == {}
    assert set(letters) == every_letter.names()


def test_the_text_letter_has_few_addresses() -> None:
    letters = every_letter.written()
    most = {one.kind: codes.reveal(one.text, one).count("http") for one in letters}

    assert {kind: count for kind, count in most.items() if count > 3} == {}
