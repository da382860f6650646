"""A version is on its way: its row follows by itself, and nobody who uses the page is disturbed."""

import contextlib
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, Response, expect

from tests.infrastructure.service import Service
from tests.infrastructure.smtp import wait
from tests.journeys.steps.files import docx, pdf
from tests.journeys.steps.people import sign_up, unique
from tests.journeys.steps.pressing import hold, stop_clock
from tests.journeys.steps.standing_still import nothing_is_prepared
from tests.journeys.steps.uploading import upload

pytestmark = pytest.mark.journey

STATE = re.compile(r"/versions/2/state/")
NEXT = "Next we prepare the pages."
PATIENCE = 60  # seconds, for what takes one or two
# Chromium without a window shows every page.
TURN = """(state) => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def prepare(page: Page, service: Service) -> Iterator[Callable[[], None]]:
    """Before a window with the page of Ada's document, whose second version waits until it is called."""
    sign_up(page, service, unique("ada"))
    upload(page, docx())
    expect(page.locator("#line-1")).to_be_attached()
    document = page.url.partition("versions/")[0]
    page.goto(document)
    with contextlib.ExitStack() as stack:
        stack.enter_context(nothing_is_prepared(service))
        page.get_by_label("File", exact=True).set_input_files([pdf().payload()])  # type: ignore[list-item]  # its TypedDict
        page.get_by_role("button", name="Upload", exact=True).click()
        page.wait_for_url("**/versions/2/")
        page.clock.install()
        page.goto(document)
        expect(row(page)).to_contain_text(NEXT)
        yield stack.close


def row(page: Page) -> Locator:
    """How far the latest version is."""
    return page.locator(".state").first


def is_prepared(page: Page) -> bool:
    """Whether both versions can be read, asked beside what the page itself asks."""
    return page.request.get(page.url).text().count("Ready to read") == 2


def is_ready(answer: Response) -> bool:
    """Whether this says that it can be read now."""
    is_news = bool(STATE.search(answer.url)) and answer.status == 200
    return is_news and "Ready to read" in answer.text()


def test_a_link_is_pressed_while_the_row_above_it_changes(
    page: Page, prepare: Callable[[], None]
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})  # the sentence takes several lines
    stop_clock(page)
    hold(page.get_by_role("link", name="Mark as sent to an employer").last)
    prepare()
    wait(lambda: is_prepared(page), PATIENCE)
    with page.expect_response(is_ready):
        page.clock.run_for(2000)
    page.clock.run_for(100)
    page.mouse.up()
    page.clock.resume()

    page.wait_for_url("**/versions/1/sent/")


def test_the_row_says_what_came_of_it(page: Page, prepare: Callable[[], None]) -> None:
    prepare()

    expect(row(page).get_by_role("link", name="Ready to read")).to_be_visible()
    expect(row(page)).not_to_contain_text(NEXT)


def test_the_focus_stays_in_a_row_that_changes(page: Page, prepare: Callable[[], None]) -> None:
    row(page).evaluate("""(row) => {
      row.firstElementChild.tabIndex = -1;
      row.firstElementChild.focus();
    }""")

    prepare()

    expect(row(page).get_by_role("link", name="Ready to read")).to_be_focused()


def test_a_page_that_nobody_sees_asks_nothing(page: Page, prepare: Callable[[], None]) -> None:
    asked: list[str] = []
    page.evaluate(TURN, "hidden")
    page.on("request", lambda request: asked.append(request.url))

    prepare()
    wait(lambda: is_prepared(page), PATIENCE)
    asked_behind = list(asked)
    page.evaluate(TURN, "visible")

    assert asked_behind == []
    expect(row(page).get_by_role("link", name="Ready to read")).to_be_visible()
