"""On a phone a version reads as a résumé: a tap means a sentence or an item, the line is a press away."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import save
from tests.journeys.steps.keyboard import keys, tab_to
from tests.journeys.steps.pointing import all_above_sheet, fits
from tests.journeys.steps.reading import NIGHT, PROFILE, line, ready, thread

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 390, "height": 800}, "is_mobile": True, "has_touch": True}
BESIDE_THE_KEYBOARD = {"width": 390, "height": 480}
SENTENCE = "I like queues that get shorter and teams that stay."
ITEM = "Responsible for 84 people on three shifts and about 41,000 parcels a night."
READ = f"""
- region "Page 1":
  - heading "Ada Okafor" [level=3]
  - heading "Profile" [level=4]
  - paragraph: {PROFILE} parcel logistics. {SENTENCE} Looking for a site of my own.
  - heading "Experience" [level=4]
  - heading "Deputy operations manager 2021 – now" [level=5]
  - list:
    - listitem: • {ITEM}
"""
# The numbers that are seen, if all of them stand before their block.
BEFORE = """() => [...document.querySelectorAll(".line-number")].flatMap((number) => {
  const { right, width } = number.getBoundingClientRect();
  const isBefore = right <= number.closest(".block").getBoundingClientRect().left + 1;
  return width > 0 ? [isBefore ? number.textContent.trim() : "within"] : [];
})"""
SIZES = "(one) => parseFloat(getComputedStyle(one).fontSize)"
# Where the words of a line stand that say this, in the window.
AT = """([line, words]) => {
  const text = line.querySelector(".words").firstChild;
  const range = document.createRange();
  const from = text.data.indexOf(words);
  range.setStart(text, from);
  range.setEnd(text, from + words.length);
  const [first] = range.getClientRects();
  return [first.left + first.width / 2, first.top + first.height / 2];
}"""


def at(ben: Page, words: str) -> tuple[float, float]:
    """Where these words of one line are, once they are on the screen."""
    found = line(ben, words)
    found.evaluate("(one) => one.scrollIntoView({ block: 'center' })")
    left, top = ben.evaluate(AT, [found.element_handle(), words])
    return left, top


def test_a_phone_shows_a_resume_and_no_list(asked: Asked, people: Windows, axe: Axe) -> None:
    ben = open_letter(asked, people, **PHONE)

    fits(ben)
    axe(ben)
    ben.locator("#line-9").focus()  # one within a sentence
    assert ben.evaluate(BEFORE) == ["9"]
    name = ben.get_by_role("heading", name="Ada Okafor", level=3)
    section = ben.get_by_role("heading", name="Experience", level=4)
    role = ben.get_by_role("heading", name="Shift manager 2018 – 2021", level=5)
    sizes = [found.evaluate(SIZES) for found in (name, section, role)]
    assert sizes[0] > sizes[1] > sizes[2]
    expect(ben.get_by_role("region", name="Page 1")).to_match_aria_snapshot(READ)


def test_a_tap_takes_the_sentence_and_the_line_is_a_press_away(
    asked: Asked, people: Windows
) -> None:
    ben = open_letter(asked, people, **PHONE)
    ben.touchscreen.tap(*at(ben, "I like queues"))
    expect(ben.get_by_label("Your comment")).to_be_focused()
    form = ben.locator("comment-writing")
    expect(form.locator(".thread-quote")).to_have_text(SENTENCE)
    expect(form.locator(".comment-about b")).to_have_text("Words in lines 9 to 10")
    all_above_sheet(ben)
    ben.get_by_label("Your comment").fill("Say what you did.")
    ben.set_viewport_size(BESIDE_THE_KEYBOARD)
    expect(form.get_by_role("button", name="Save")).to_be_in_viewport(ratio=1)
    all_above_sheet(ben)
    said = save(ben, "Say what you did.")
    expect(said.locator("blockquote")).to_have_text(SENTENCE)

    ben.touchscreen.tap(*at(ben, "teams that stay"))  # of the same sentence, in another line
    expect(said).to_have_class(re.compile("is-active"))
    ben.keyboard.press("Escape")
    ben.touchscreen.tap(*at(ben, "Looking for"))
    expect(form.locator(".thread-quote")).to_have_text("Looking for a site of my own.")
    ben.get_by_label("Your comment").fill("Which one?")
    form.get_by_role("button", name="Only line 10").tap()
    expect(form.locator(".thread-quote")).to_have_text("shorter and teams that stay. Looking for")
    expect(ben.get_by_label("Your comment")).to_have_value("Which one?")


def test_by_keys_enter_takes_the_item_and_c_the_line(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, viewport={"width": 640, "height": 800})
    tab_to(ben, ben.locator("#line-1"))
    keys(ben, *["ArrowDown"] * 32, "Enter")
    quote = ben.locator("comment-writing .thread-quote")
    expect(quote).to_have_text(ITEM)
    keys(ben, "Escape")
    expect(line(ben, NIGHT)).to_be_focused()
    keys(ben, "c")
    expect(quote).to_have_text(f"• {ITEM.removesuffix(' night.')}")


def test_without_scripts_it_reads_the_same(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **PHONE)
    address = ben.url
    plain = people.open(**PHONE, java_script_enabled=False)
    plain.context.add_cookies(ben.context.cookies())  # type: ignore[arg-type]  # what it gave
    plain.goto(address)

    expect(plain.get_by_role("heading", name="Experience", level=4)).to_be_visible()
    expect(plain.get_by_role("region", name="Page 1")).to_match_aria_snapshot(READ)


def test_forced_colours_show_every_word_once(asked: Asked, people: Windows) -> None:
    ben = open_letter(
        asked, people, viewport={"width": 1280, "height": 900}, forced_colors="active"
    )
    line(ben, NIGHT).click()
    ben.get_by_label("Your comment").fill("Lead with the result.")
    save(ben, "Lead with the result.")
    ready(ben)
    thread(ben, "Lead with the result.").hover()
    seen = """() => [...document.querySelectorAll(".words")].filter((words) => {
      const looks = [null, "::selection", "::highlight(thread)", "::highlight(lit)", "::highlight(kind-comment)"];
      return looks.some((part) => !/rgba\\(.*, 0\\)|transparent/.test(getComputedStyle(words, part).color));
    }).length"""

    assert ben.evaluate(seen) == 0
