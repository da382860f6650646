"""Every field with a limit, on every address that answers with a page: what is pasted is all there.

No field has to be thought of: each is found by what tells its script the limit.
"""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.infrastructure.pages import windows
from tests.pages.personas import world
from tests.pages.showing import HOST, answering, shown

pytestmark = [pytest.mark.journey, pytest.mark.django_db, pytest.mark.walk]

LIMITED = "[data-limit]:not([type=hidden])"
FIELD = re.compile(r"<(?:input|textarea)\b[^>]*\bdata-limit=[^>]*>")
NAME = re.compile(r'\bname="([^"]*)"')
UNFOLD = "() => { for (const one of document.querySelectorAll('details')) one.open = true; }"


def test_what_is_pasted_is_all_there_and_it_is_said_by_how_much(browser: Browser) -> None:
    here = world()
    pasted: set[str] = set()
    with windows(browser, HOST) as people:
        window = people.open()
        for path, who, page in shown(here):
            if names_in(page) <= pasted:
                continue
            window.route("**/*", answering(here.browsers[who], path, page))
            window.goto(path)
            window.evaluate(UNFOLD)
            pasted |= paste_into_all(window, pasted)
            window.unroute_all(behavior="wait")
        people.complaints.clear()  # what the console says of a real service, journeys listen to

    assert len(pasted) > 10


def names_in(page: str) -> set[str]:
    """The fields with a limit that the page holds."""
    return {name[1] for field in FIELD.findall(page) if (name := NAME.search(field))}


def paste_into_all(window: Page, before: set[str]) -> set[str]:
    """Three characters too many into each field that is shown and was not tried before; their names."""
    tried: set[str] = set()
    for field in window.locator(LIMITED).all():
        name = field.get_attribute("name") or ""
        if name in before | tried or not field.is_visible():
            continue
        words = "a" * (int(field.get_attribute("data-limit") or 0) + 3)
        field.fill("")
        field.focus()
        window.keyboard.insert_text(words)

        expect(field).to_have_value(words)
        counted = field.locator("xpath=following-sibling::*[contains(@class, 'limit')][1]")
        expect(counted).to_have_text("3 characters too many.")
        tried.add(name)
    return tried
