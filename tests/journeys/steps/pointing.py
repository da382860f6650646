"""Pointing at pages and parts of them: what journeys do and look at."""

from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.settled import assert_fits, box
from tests.journeys.steps.reading import thread

IN_SIGHT = """() => {
  const words = [...CSS.highlights.get("pointed")].flatMap((range) => [...range.getClientRects()]);
  const sheet = document.querySelector("margin-sheet[open]").getBoundingClientRect();
  const bar = document.querySelector(".topbar").getBoundingClientRect();
  return words.every(({ top, bottom }) => top >= bar.bottom && bottom <= sheet.top);
}"""
ABOVE = """(sheet, place) => new Promise((done, fail) => {
  const until = performance.now() + 10_000;
  const look = () => {
    const { top, bottom } = place.getBoundingClientRect();
    if (top >= 0 && bottom <= sheet.getBoundingClientRect().top) done();
    else if (performance.now() > until) fail("the sheet hides what it is about");
    else requestAnimationFrame(look);
  };
  look();
})"""
Corners = tuple[float, float, float, float]


def paper(page: Page, number: int = 1) -> Locator:
    """The paper of a page."""
    return page.locator(f"#page-{number} .page-paper")


def at(paper: Locator, across: float, down: float) -> tuple[float, float]:
    """A point of the paper, in the window."""
    place = box(paper)
    return place["x"] + place["width"] * across, place["y"] + place["height"] * down


def drag(page: Page, corners: Corners, number: int = 1) -> None:
    """From corner to corner with the mouse; the button over the page was pressed before."""
    left, top, right, bottom = corners
    page.mouse.move(*at(paper(page, number), left, top))
    page.mouse.down()
    page.mouse.move(*at(paper(page, number), right, bottom), steps=4)
    page.mouse.up()


def outline(page: Page, text: str) -> Locator:
    """The outline of the part that the thread with this text is about."""
    return page.locator(f".box[data-thread={thread(page, text).get_attribute('id')}]")


def stands_at(outlined: Locator, corners: Corners, paper: Locator) -> None:
    """The outline lies over this part of the paper, within two pixels."""
    found = box(outlined)
    left, top = at(paper, corners[0], corners[1])
    right, bottom = at(paper, corners[2], corners[3])
    sides = [found["x"], found["y"], found["x"] + found["width"], found["y"] + found["height"]]
    wanted = [left, top, right, bottom]
    assert all(abs(one - other) <= 2 for one, other in zip(sides, wanted, strict=True)), (
        sides,
        wanted,
    )


def level(page: Page, text: str, place: Locator) -> None:
    """The thread begins where its place does."""
    expect(thread(page, text)).to_be_visible()
    shown, wanted = box(thread(page, text)), box(place)
    assert abs(shown["y"] - wanted["y"]) <= 2


def fits(page: Page) -> None:
    """Nothing runs off the side, and no sheet from below lies over what it is about."""
    assert_fits(page)


def all_above_sheet(page: Page) -> None:
    """The sheet from below hides none of the words that something is being written about."""
    page.wait_for_function(IN_SIGHT)


def above_sheet(page: Page, place: Locator) -> None:
    """The sheet from below leaves this in sight, once it is there."""
    sheet = page.locator("margin-sheet[open]")
    expect(sheet).to_be_visible()
    sheet.evaluate(ABOVE, place.element_handle())
    fits(page)
