"""Cards stand level with the words they are about, in the first version and in the next, few or many."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.settled import box, settled
from tests.journeys.steps.arriving import LETTERED, held
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import finish, post
from tests.journeys.steps.files import pdf_with
from tests.journeys.steps.pointing import above_sheet
from tests.journeys.steps.reading import NIGHT, line, read, ready, thread
from tests.journeys.steps.uploading import next_version

pytestmark = pytest.mark.journey

WIDE = {"viewport": {"width": 1280, "height": 800}}
SAID = "Say what came of it: a number, a name, a date. Then the reader need not guess how well it went."
NARROWEST = {"width": 1024, "height": 768}  # with a margin
HEADS = {".topbar": 60, ".margin-row": 66}  # a row, and two of them
MANY_AT_ONCE = """async ([address, text, last, count]) => {
  const csrfmiddlewaretoken = document.querySelector("#acts [name=csrfmiddlewaretoken]").value;
  const say = async (place) => {
    const fields = { key: crypto.randomUUID(), line: 1 + (place % last), text: `${place}: ${text}` };
    const body = new URLSearchParams({ ...fields, csrfmiddlewaretoken });
    return (await fetch(address, { method: "POST", body, redirect: "manual" })).type === "opaqueredirect";
  };
  let saved = 0;
  for (let first = 0; first < count; first += 10) {
    const places = Array.from({ length: 10 }, (_, next) => first + next);
    saved += (await Promise.all(places.map(say))).filter(Boolean).length;
  }
  return saved;
}"""
LEVEL = """(number) => {
  const line = document.querySelector(`#line-${number}`).getBoundingClientRect();
  const card = document.querySelector(".thread.is-active")?.getBoundingClientRect();
  return card && Math.abs(card.top - line.top) <= 2;
}"""
IN_SIGHT = """(number) => {
  const line = document.querySelector(`#line-${number}`).getBoundingClientRect();
  return line.top >= 0 && line.bottom <= innerHeight;
}"""
LINES = "(cards) => cards.map((one) => one.dataset.line)"
NEEDED = """() => [...document.querySelectorAll("#threads > .thread")]
  .reduce((sum, one) => sum + one.offsetHeight + 12, 0)"""
# Of each card, whether a quote, and what can be done with a comment, are seen on it.
SEEN = """() => [...document.querySelectorAll("#threads > .thread")].map((card) =>
  [".thread-quote", ".comment-acts"].map((part) =>
    [...card.querySelectorAll(part)].some((one) => one.offsetHeight > 1)))"""
NEAR = """(number) => {
  const words = document.querySelector(`#line-${number} .words`).getClientRects()[0];
  const card = document.querySelector(".thread.is-active")?.getBoundingClientRect();
  return card && Math.abs(card.top - words.top) <= 40;
}"""
BEGINNING = """(number) => {
  const words = document.querySelector(`#line-${number} .words`);
  words.scrollIntoView({ block: "nearest" });
  const { left, top, height } = words.getClientRects()[0];
  return [left + 4, top + height / 2];
}"""
# A window of 1280 x 800 at a half, at 6/5, and at double the size: there the note comes from below.
HALF, LARGER, DOUBLE = (2560, 1600), (1067, 667), (640, 400)
GONE = "Helped with the introduction"
WITHOUT = {"    - Helped with the introduction of a new warehouse system.\n": ""}
FEW, MANY = 8, 30
PRESSED_AT_MOST = 6


def say(page: Page, numbers: list[int]) -> None:
    """A comment on each of these lines, as the page's own form sends it."""
    for number in numbers:
        post(page, line=str(number), text=f"{number}: {SAID}")
    page.reload()
    ready(page)


def spread(page: Page, count: int) -> list[int]:
    """So many lines from the first to the last, as evenly as may be."""
    last = page.locator(".line").count()
    return [1 + place * (last - 1) // max(1, count - 1) for place in range(count)]


def some(numbers: list[int]) -> list[int]:
    """The first and the last of them, and a few between."""
    step = max(1, len(numbers) // PRESSED_AT_MOST)
    return sorted({*numbers[::step], numbers[-1]})


def assert_level(page: Page, number: int) -> None:
    """What is read is level with this line, and the line is where it can be read."""
    page.wait_for_function(LEVEL, arg=number)
    assert page.evaluate(IN_SIGHT, number), f"line {number} has left the window"


def press_line(page: Page, number: int) -> None:
    page.locator(f"#line-{number}").click(position={"x": 5, "y": 5})
    assert_level(page, number)


def press_card(page: Page, number: int) -> None:
    page.keyboard.press("Escape")
    read(page.locator(f'article[data-line="{number}"]').first)
    assert_level(page, number)


@pytest.mark.parametrize("count", [FEW, MANY])
def test_a_card_is_level_with_its_line(count: int, asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **WIDE)
    numbers = spread(ben, count)
    gone = int(line(ben, GONE).get_attribute("data-number") or 0)
    say(ben, sorted({*numbers, gone}))

    for number in some(numbers):
        press_line(ben, number)
        press_card(ben, number)

    finish(ben)
    next_version(asked.ada, ben.url, pdf_with(WITHOUT))
    ada = asked.ada
    ada.set_viewport_size(WIDE["viewport"])
    ready(ada)
    expect(ada.locator("article.thread")).to_have_count(len({*numbers, gone}))
    ada.reload()
    ready(ada)
    expect(ada.locator("#tray")).to_be_visible()
    numbers = [int(one) for one in ada.locator("#threads > article").evaluate_all(LINES)]
    for number in some(numbers):
        press_line(ada, number)
        press_card(ada, number)
    assert_near_at_every_size(ada, some(numbers))
    ada.set_viewport_size(NARROWEST)
    assert all(box(ada.locator(part))["height"] <= most for part, most in HEADS.items())


def press_words(page: Page, number: int) -> None:
    """Where they begin, as far as the window shows them."""
    page.mouse.click(*page.evaluate(BEGINNING, number))


def assert_near(page: Page, numbers: list[int]) -> None:
    """Each of these lines, pressed, has its note beside it and stays where it can be read."""
    for number in numbers:
        press_words(page, number)
        page.wait_for_function(NEAR, arg=number)
        assert page.evaluate(IN_SIGHT, number), f"line {number} has left the window"


def assert_near_at_every_size(page: Page, numbers: list[int]) -> None:
    """The same in windows of other sizes; in the smallest the words stay above the sheet."""
    for width, height in (HALF, LARGER):
        page.set_viewport_size({"width": width, "height": height})
        settled(page)
        assert_near(page, numbers)
    page.set_viewport_size({"width": DOUBLE[0], "height": DOUBLE[1]})
    settled(page)
    for number in numbers:
        page.keyboard.press("Escape")
        press_words(page, number)
        above_sheet(page, page.locator(f"#line-{number} .words"))


@pytest.mark.parametrize("count", [1, 30])
def test_a_note_stands_by_its_words_at_every_size_and_in_both_views(
    count: int, asked: Asked, people: Windows
) -> None:
    ben = open_letter(asked, people, **WIDE)
    start, numbers = ben.url, spread(ben, count)
    say(ben, numbers)

    assert_near(ben, numbers if count == MANY else some(numbers))
    assert_near_at_every_size(ben, some(numbers))

    ben.set_viewport_size(WIDE["viewport"])
    ben.goto(f"{start}text/")
    ready(ben)
    assert_near(ben, some(numbers))


def test_fifteen_cards_fit_beside_a_page(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **WIDE)
    numbers = spread(ben, 15)
    say(ben, numbers)

    assert ben.evaluate(NEEDED) <= 1500
    assert ben.evaluate(SEEN) == [[False, False]] * 15
    press_line(ben, numbers[7])
    assert sorted(ben.evaluate(SEEN)) == [[False, False]] * 14 + [[False, True]]


def test_among_five_hundred_a_note_stands_by_its_words(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **WIDE)
    address = ben.locator("#margin").get_attribute("data-threads")
    last = ben.locator(".line").count()
    assert ben.evaluate(MANY_AT_ONCE, [address, SAID, last, 500]) == 500
    ben.reload()
    ready(ben)

    expect(ben.locator("#threads > .thread")).to_have_count(500)
    numbers = some(spread(ben, FEW))
    assert_near(ben, numbers)
    assert_near_at_every_size(ben, numbers[1::2])


def test_what_arrives_late_leaves_a_note_by_its_words(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **WIDE)
    numbers = spread(ben, FEW)
    say(ben, numbers)
    release = held(ben, re.compile(r"/static/fonts/|/pages/[2-9]"))
    ben.reload(wait_until="domcontentloaded")
    expect(ben.locator("html[data-whole]")).to_be_attached()
    assert not ben.evaluate(LETTERED)
    press_words(ben, numbers[-1])
    ben.wait_for_function(NEAR, arg=numbers[-1])

    release()

    ben.wait_for_function(LETTERED)
    settled(ben)
    ben.wait_for_function(NEAR, arg=numbers[-1])
    assert ben.evaluate(IN_SIGHT, numbers[-1])


ROW = """() => [".margin-count", ".margin-list", ".margin-wording", ".filter summary"].map((part) => {
  const { top, height } = document.querySelector(`.margin-row ${part}`).getBoundingClientRect();
  return height && Math.round(top);
})"""


def test_filter_list_and_suggestions_stand_in_one_row(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **WIDE)
    words = " ".join(line(ben, NIGHT).inner_text().split())
    number = line(ben, NIGHT).get_attribute("data-number") or ""
    post(ben, line=number, wording="Led 84 people.", instead_of=words)
    say(ben, spread(ben, 12))
    finish(ben)
    ada = asked.ada
    ada.goto(ben.url.split("#")[0])
    read(thread(ada, "Led 84 people.")).get_by_role("button", name="Accept").click()
    expect(ada.get_by_role("link", name="Suggestions")).to_be_visible()

    for width in (1280, 1024):
        ada.set_viewport_size({"width": width, "height": 800})
        settled(ada)
        first, *others = ada.evaluate(ROW)
        assert first > 0
        assert others == [first] * 3, f"at {width} pixels"
        assert box(ada.locator(".margin-row"))["height"] <= HEADS[".margin-row"]
