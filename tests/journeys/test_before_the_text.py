"""What comes before a text is one line: the text begins at once, and nothing that was asked is lost."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.settled import box
from tests.journeys.steps.asking import QUESTION, Asked, open_letter
from tests.journeys.steps.commenting import comment, finish, save
from tests.journeys.steps.files import pdf_with
from tests.journeys.steps.forms import sent
from tests.journeys.steps.keyboard import press
from tests.journeys.steps.pointing import level
from tests.journeys.steps.reading import PROFILE, line, ready, unfold
from tests.journeys.steps.uploading import next_version

pytestmark = pytest.mark.journey

NOTE = "I have led night shifts, and would like to lead a site. " * 8
CHANGED = {"    - Helped with the introduction of a new warehouse system.\n": ""}
SIZES = ((390, 844), (1280, 800))
TOP = 200
WORDS = 120
# Of the words that are seen before the first of the text: all text that is rendered, and not hidden
# from the eye.
BEFORE = """() => {
  const first = document.querySelector("#line-1 .words");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = [];
  for (let node = walker.nextNode(); node && !first.contains(node); node = walker.nextNode()) {
    const { parentElement: above } = node;
    const isShown = above.checkVisibility({ visibilityProperty: true }) && !above.closest(".visually-hidden, .skip, .line-number");
    if (isShown) seen.push(...node.data.split(/\\s+/u).filter(Boolean));
  }
  return seen;
}"""
FIRST = """() => {
  const words = document.createRange();
  words.selectNodeContents(document.querySelector("#line-1 .words"));
  return words.getClientRects()[0].top + scrollY;
}"""

# How far the letters reach below the title's own box, where they would be cut off.
CUT = """(title) => {
  const letters = document.createRange();
  letters.selectNodeContents(title);
  return letters.getBoundingClientRect().bottom - title.getBoundingClientRect().bottom;
}"""
# Whether what is drawn around the line that has the focus lies around its words.
RINGED = """() => {
  const line = document.activeElement, words = line.querySelector(".words");
  const isRinged = (one) => getComputedStyle(one).outlineStyle !== "none" && getComputedStyle(one).outlineColor !== "rgba(0, 0, 0, 0)";
  const around = [line, words].filter(isRinged).flatMap((one) => [...one.getClientRects()]);
  const near = (a, b) => Math.abs(a.top - b.top) <= 4 && Math.abs(a.bottom - b.bottom) <= 4 && b.left - a.left <= 4;
  return around.length > 0 && around.every((box) => [...words.getClientRects()].some((said) => near(box, said)));
}"""
FINGER = {"width": 44, "height": 24}


def with_note(asked: Asked, people: Windows, **options: object) -> Page:
    """Ben's window, after Ada said in a long note what she would like people to know."""
    ben = open_letter(asked, people, **options)
    description = ben.url.partition("versions/")[0] + "description/"
    sent(asked.ada, asked.ada.request.get(description), {"note": NOTE})
    ben.reload()
    ready(ben)
    return ben


def preface(page: Page) -> Locator:
    """The line that holds it."""
    return page.locator("#preface > summary")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_text_begins_at_once(
    width: int, height: int, asked: Asked, people: Windows, axe: Axe
) -> None:
    ben = with_note(asked, people, viewport={"width": width, "height": height})

    start = ben.url
    for view in ("", "pages/", "text/"):
        ben.goto(start + view)
        ready(ben)
        assert ben.evaluate(FIRST) <= TOP
        assert ben.locator(".topbar-title").evaluate(CUT) <= 0
        assert len(ben.evaluate(BEFORE)) <= WORDS
        expect(preface(ben)).to_have_text("Ada Okafor’s note and 1 question")
        assert not ben.get_by_text(QUESTION).is_visible()

    expect(unfold(ben).get_by_text(QUESTION)).to_be_visible()
    axe(ben)
    ben.get_by_role("link", name="Answer question 1").click()
    expect(ben.locator("comment-writing").get_by_text(QUESTION)).to_be_visible()
    ben.locator("comment-writing textarea").first.fill("No, it breathes.")
    save(ben, "No, it breathes.")


def test_what_unfolds_leaves_comments_level_with_their_words(asked: Asked, people: Windows) -> None:
    ben = with_note(asked, people, viewport={"width": 1280, "height": 800})
    said = comment(ben, PROFILE, "Begin with the shifts.")
    level(ben, "Begin with the shifts.", line(ben, PROFILE))
    link = box(said.get_by_role("link", name="Link", exact=True))
    assert all(link[side] >= least for side, least in FINGER.items())

    unfold(ben)

    level(ben, "Begin with the shifts.", line(ben, PROFILE))
    expect(said).to_be_in_viewport()


def test_it_is_unfolded_by_keyboard_and_tells_the_seeker_what_was_said(
    asked: Asked, people: Windows, axe: Axe
) -> None:
    ben = with_note(asked, people)
    press(ben, preface(ben), key="Shift+Tab", within=12)
    expect(ben.get_by_text(QUESTION)).to_be_visible()
    comment(ben, PROFILE, "Begin with the shifts.")
    finish(ben, summary="Lead with what you lead.")

    ada = asked.ada
    next_version(ada, ben.url, pdf_with(CHANGED))
    ready(ada)
    assert ada.evaluate(FIRST) <= TOP
    expect(preface(ada)).to_have_text("Your note, what is new and what Ben Okri says")
    said = unfold(ada)
    expect(said.get_by_text("Lead with what you lead.")).to_be_visible()
    expect(said.get_by_text("Lines were removed since version 1")).to_be_visible()
    axe(ada)

    ben.reload()
    ready(ben)
    ben.set_viewport_size({"width": 390, "height": 844})
    newer, told = box(ben.get_by_role("link", name="Read version 2")), box(preface(ben))
    assert abs(newer["y"] - told["y"]) <= 8, "a row of its own"
    line(ben, PROFILE).focus()
    ben.keyboard.press("ArrowDown")
    assert ben.evaluate(RINGED), "a box beside the words"
    ben.get_by_role("link", name="Read version 2").click()
    ready(ben)
    expect(preface(ben)).to_have_text("Ada Okafor’s note, 1 question and what is new")
