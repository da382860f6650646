"""Small things that are seen on every page: one left edge, and nothing that lies over the words."""

import pytest
from playwright.sync_api import Page

from tests.infrastructure.pages import Windows
from tests.infrastructure.settled import box
from tests.journeys.steps.asking import Asked, open_letter

pytestmark = pytest.mark.journey

PAGES = ("/desk/", "/documents/", "/documents/new/", "/rounds/", "/notices/", "/settings/")
# Where the last words of the page end once it is scrolled to its end, those of the bar left out.
ENDS = """() => {
  scrollTo(0, document.documentElement.scrollHeight);
  const saying = [...document.querySelectorAll("main *")].filter((one) =>
    !one.closest("#review-bar, template") && one.checkVisibility({ visibilityProperty: true })
    && [...one.childNodes].some((part) => part.nodeType === Node.TEXT_NODE && part.data.trim()));
  return Math.max(...saying.map((one) => one.getBoundingClientRect().bottom));
}"""
# How far each sign of how it stands is from the name before it.
GAPS = """() => [...document.querySelectorAll(".round-people .status")].map((status) => {
  const name = document.createRange();
  name.selectNodeContents(status.previousSibling);
  return status.getBoundingClientRect().left - name.getBoundingClientRect().right;
})"""
# What takes the room of a row and shows nothing.
EMPTY = """() => [...document.querySelectorAll("main :is(p, li, ul, dd, div, span)")].filter((row) =>
  row.offsetHeight > 8 && row.offsetWidth > 8 && !row.innerText.trim()
  && !row.querySelector("img, input, select, textarea, button, a")
).map((row) => row.outerHTML)"""
DRAWN = "(image) => image.complete && [image.naturalWidth, image.getBoundingClientRect().width]"


def edge(page: Page, path: str) -> float:
    """From where the title of the page there begins."""
    page.goto(path)
    return round(box(page.get_by_role("main").get_by_role("heading", level=1))["x"])


def test_every_page_begins_at_the_same_edge(asked: Asked) -> None:
    paths = (*PAGES, asked.round, f"{asked.round}people/", f"{asked.round}closure/")

    edges = {path: edge(asked.ada, path) for path in paths}

    assert len(set(edges.values())) == 1, edges


def test_no_dot_touches_a_name_and_no_row_is_empty(asked: Asked) -> None:
    empty = {}
    for path in ("/desk/", "/documents/", "/rounds/", asked.round):
        asked.ada.goto(path)
        empty[path] = asked.ada.evaluate(EMPTY)
        if path == "/rounds/":
            gaps = asked.ada.evaluate(GAPS)

    assert min(gaps) >= 6
    assert not any(empty.values()), empty


def test_what_comes_before_the_text_begins_where_the_paper_does(
    asked: Asked, people: Windows
) -> None:
    ben = open_letter(asked, people, viewport={"width": 1280, "height": 800})

    preface, paper = (box(ben.locator(part).first) for part in (".preface", ".page-paper"))

    assert abs(preface["x"] - paper["x"]) <= 1
    picture = ben.locator("#page-1 img")
    picture.scroll_into_view_if_needed()
    of_itself, drawn = picture.evaluate(DRAWN)
    assert of_itself == drawn


def test_the_review_bar_leaves_the_last_words_free(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, viewport={"width": 390, "height": 844})

    last = ben.evaluate(ENDS)

    assert last <= box(ben.locator("#review-bar"))["y"]
