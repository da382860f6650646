"""Every address that answers with a page: axe finds nothing on it, and nothing runs off the side.

The pages are those that people of the access matrix get, asked for in this process, and shown by a
real browser. No address has to be thought of: one that gives nobody a page has to say why.
"""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.infrastructure.pages import LOOKS, Axe, windows
from tests.infrastructure.ringed import assert_ringed, unringed
from tests.infrastructure.tidy import assert_tidy, untidy
from tests.pages.addresses import addresses
from tests.pages.personas import world
from tests.pages.showing import FRAMES, HOST, NO_PAGE, SHOWN_TO, answering, everything, read, shown

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

UNSEEN = """<style>:focus-visible { outline: 3px solid; } .bare { outline: none; }</style>
<a href="#seen">Seen</a> <a href="#bare" class="bare">Bare</a>
<p>Turned to glass <button style="outline-color: #0000">Press</button></p>
<div style="overflow: hidden; inline-size: 9rem"><input style="inline-size: 100%"></div>"""
GLUED = """<p style="display: flex; gap: %s">Work through<span> them</span></p>"""


def test_an_address_gives_a_page_or_says_why_not() -> None:
    here = world()
    paths = {address.name: address.in_(here) for address in addresses()}

    assert [name for name in (*NO_PAGE, *FRAMES) if name not in read()] == []
    assert all("<html" in page for _path, _who, page in shown(here))
    for name in NO_PAGE:
        gets = [who for who in SHOWN_TO if read()[name][who] == 200]
        assert not any("<html" in here.ask(who, paths[name]).body for who in gets), name


@pytest.mark.walk
def test_every_page_is_accessible_and_fits(browser: Browser, axe: Axe) -> None:
    here = world()
    pages = [one for one in everything(here) if "<html" in one[2]]
    found = {}
    with windows(browser, HOST) as people:
        window = people.open()
        for path, whose, page in pages:
            window.route("**/*", answering(whose, path, page))
            window.goto(path)
            for width, scheme in LOOKS:
                try:
                    look(window, axe, width, scheme)
                except (AssertionError, Error) as wrong:
                    found[path, width, scheme] = str(wrong)
            window.unroute_all(behavior="wait")
        people.complaints.clear()  # what the console says of a real service, journeys listen to

    assert found == {}
    assert len(pages) > 100


def test_a_focus_that_is_not_seen_is_found(browser: Browser) -> None:
    with windows(browser, HOST) as people:
        window = people.open()
        window.set_content(UNSEEN)

        found = [one.partition(":")[0] for one in unringed(window)]

    assert found == ["no ring", "no ring", "a ring that is cut off"]


@pytest.mark.parametrize("gap", ["0", "0.25em"])
def test_words_that_run_together_are_found(browser: Browser, gap: str) -> None:
    with windows(browser, HOST) as people:
        window = people.open()
        window.set_content(GLUED % gap)

        found = [one.partition(":")[0] for one in untidy(window)]

    assert found == ["words run together"] * (gap == "0")


def look(window: Page, axe: Axe, width: int, scheme: Literal["light", "dark"]) -> None:
    """Raises AssertionError when it is not in order so wide, in these colours."""
    window.set_viewport_size({"width": width, "height": 800})
    window.emulate_media(color_scheme=scheme, forced_colors="none")
    axe(window)
    assert_tidy(window)
    assert_ringed(window)
    if scheme == "dark":
        window.emulate_media(forced_colors="active")
        assert_ringed(window)
