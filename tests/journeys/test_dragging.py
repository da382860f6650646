"""Words are selected by dragging: past the end of a line it is the rest of that line, and nothing else."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.settled import box
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.reading import NIGHT, PROFILE, line, ready, selected

pytestmark = pytest.mark.journey

WIDE = {"viewport": {"width": 1280, "height": 900}}
BESIDE = ("in the sheet's margin", "just beside the sheet", "in the notes")


@pytest.fixture
def ben(asked: Asked, people: Windows) -> Page:
    """Ben reads, wide."""
    page = open_letter(asked, people, **WIDE)
    ready(page)
    return page


def drag(page: Page, words: Locator, beside: str, *, to_the_left: bool = False) -> None:
    """From within these words to beside their line, level with it."""
    words.evaluate("(one) => scrollTo(0, scrollY + one.getBoundingClientRect().top - 400)")
    page.evaluate("getSelection().removeAllRanges()")
    start, sheet = box(words), box(page.locator(".page-paper").first)
    level = start["y"] + start["height"] / 2
    edges = {
        True: (start["x"] - 12, sheet["x"] - 8, sheet["x"] - 60),
        False: (
            start["x"] + start["width"] + 12,
            sheet["x"] + sheet["width"] + 8,
            sheet["x"] + sheet["width"] + 60,
        ),
    }
    page.mouse.move(start["x"] + start["width"] * 0.4, level)
    page.mouse.down()
    page.mouse.move(edges[to_the_left][BESIDE.index(beside)], level, steps=12)
    page.mouse.up()
    page.evaluate("() => new Promise((done) => setTimeout(done, 50))")


@pytest.mark.parametrize("beside", BESIDE)
def test_dragging_past_the_end_takes_the_rest_of_the_line(ben: Page, beside: str) -> None:
    lines = ben.locator(".page").first.locator(".line .words")
    wrong = {}
    for place in range(1, lines.count(), 4):
        words = lines.nth(place)
        text = words.inner_text().strip()
        if len(text) < 6:
            continue
        drag(ben, words, beside)
        taken = selected(ben).strip()
        if not taken or not text.endswith(taken):
            wrong[text] = taken[:60]

    assert wrong == {}


def test_dragging_past_the_beginning_takes_what_stands_before(ben: Page) -> None:
    words = line(ben, NIGHT).locator(".words")

    drag(ben, words, "just beside the sheet", to_the_left=True)

    taken = selected(ben).strip()
    assert taken
    assert words.inner_text().strip().startswith(taken)


def test_what_is_selected_so_is_what_is_commented_on(ben: Page) -> None:
    words = line(ben, PROFILE).locator(".words")
    drag(ben, words, "in the notes")
    taken = selected(ben).strip()

    ben.get_by_role("button", name="Comment", exact=True).click()

    expect(ben.locator("comment-writing blockquote")).to_contain_text(taken)
