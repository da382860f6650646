"""A press of the mouse in two halves, and what may happen between them."""

from playwright.sync_api import Locator, Page

from tests.infrastructure.settled import box

# Enough for something to be measured, and to move after it.
FRAMES = """async () => {
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
}"""


def stop_clock(page: Page) -> None:
    """Nothing follows by itself on a page with a clock of its own, until that is run."""
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))


def hold(wanted: Locator) -> None:
    """The button of the mouse goes down on the middle of this, and stays down."""
    wanted.scroll_into_view_if_needed()
    place = box(wanted)
    wanted.page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    wanted.page.mouse.down()


def frames_pass(page: Page) -> None:
    """What would follow by itself has done so."""
    page.evaluate(FRAMES)
