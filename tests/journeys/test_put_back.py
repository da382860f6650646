"""What is taken out of a page and put back acts once per press, as it did before."""

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import comment
from tests.journeys.steps.reading import NIGHT, PROFILE, line, read, ready, thread

pytestmark = pytest.mark.journey

WIDE = {"viewport": {"width": 1280, "height": 900}}
# Every element of the page, each alone, the inner ones first.
PUT_BACK = """() => {
  const ours = [...document.querySelectorAll("body *")].filter((one) => one.localName.includes("-"));
  for (const one of ours.reverse()) {
    const { parentNode, nextSibling } = one;
    one.remove();
    parentNode.insertBefore(one, nextSibling);
  }
  return ours.length;
}"""


def put_back(page: Page) -> None:
    """Every element was gone for a moment."""
    assert page.evaluate(PUT_BACK) > 3
    ready(page)


def test_the_reading_page_acts_once_per_press(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **WIDE)
    comment(ben, NIGHT, "Lead with the result.")
    put_back(ben)
    posts: list[str] = []
    ben.on("request", lambda one: posts.append(one.url) if one.method == "POST" else None)

    comment(ben, PROFILE, "Say where.")
    read(thread(ben, "Say where.")).get_by_role("link", name="Edit").click()
    expect(ben.locator("comment-writing")).to_have_count(1)
    ben.keyboard.press("Escape")
    expect(ben.locator("comment-writing")).to_have_count(0)
    line(ben, NIGHT).press("l")
    line(ben, NIGHT).locator(".words").dblclick()

    expect(ben.locator("comment-writing")).to_have_count(1)
    assert len(posts) == 1
    for alone in (".selection-buttons", ".sheet-close", ".unsaved", ".line-note"):
        expect(ben.locator(alone)).to_have_count(1)
    expect(ben.locator(".lead")).to_have_count(2)


def test_a_part_of_a_page_is_marked_once(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **WIDE)
    put_back(ben)

    ben.get_by_role("button", name="Mark a part of page 1").press("Enter")
    expect(ben.locator(".drawing-frame")).to_be_focused()
    before = ben.locator(".drawing-frame").evaluate("(frame) => parseFloat(frame.style.left)")
    ben.keyboard.press("ArrowRight")
    after = ben.locator(".drawing-frame").evaluate("(frame) => parseFloat(frame.style.left)")
    ben.keyboard.press("Enter")

    assert after - before == pytest.approx(2)
    expect(ben.locator("comment-writing")).to_have_count(1)
