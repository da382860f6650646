"""Pages that have come to rest, however long a busy machine takes for it.

Until then a key is heard by nobody, and where something lies is where it lay a moment ago.
"""

from typing import Any

from playwright.sync_api import FloatRect, Locator, Page

LOOKS = 4  # frames: one in which a place is measured, one in which notes move level with it, twice
# Every element answers, letters and pictures are there, and nothing has moved for some frames.
IS_SETTLED = """(looks) => {
  const isScripted = matchMedia("(scripting: enabled)").matches;
  const isAwake = document.readyState === "complete" && !document.querySelector(":not(:defined)");
  const hasFonts = !document.querySelector("link[rel=fonts]") && document.fonts.status === "loaded";
  const isMoving = document.getAnimations().some((one) => one.playState === "running");
  const pictures = [...document.images].filter((one) => one.loading !== "lazy" && one.currentSrc);
  const here = JSON.stringify([...document.querySelectorAll("body *")].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [x, y, width, height];
  }));
  const isReady = (isAwake && hasFonts || !isScripted) && !isMoving && pictures.every((one) => one.complete);
  const last = document.lookedAt;
  document.lookedAt = { here, count: isReady && last?.here === here ? last.count + 1 : 0 };
  return document.lookedAt.count >= looks;
}"""


def settled(page: Page) -> Page:
    """The page, once it has come to rest."""
    page.wait_for_function(IS_SETTLED, arg=LOOKS)
    page.evaluate("() => { delete document.lookedAt; }")  # the next rest is another
    return page


def box(place: Locator) -> FloatRect:
    """Where this lies on the page at rest, in pixels of the window."""
    place.wait_for(state="attached")
    settled(place.page)
    found = place.bounding_box()
    assert found, f"{place} is not shown"
    return found


def box_now(place: Locator) -> FloatRect:
    """Where this lies in this very moment: for the middle of a press, when nothing may move."""
    found = place.bounding_box()
    assert found, f"{place} is not shown"
    return found


def measure(page: Page, script: str) -> Any:  # whatever the script gives
    """What a script finds on the page at rest."""
    return settled(page).evaluate(script)


def assert_fits(page: Page) -> None:
    """Raises AssertionError when something runs off the side of the window."""
    wider = measure(page, "() => document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than the window"
