"""The reading page before its scripts are there: it can be read, and what is pressed is not lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.journeys.steps.arriving import LETTERED, held
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import comment
from tests.journeys.steps.reading import NIGHT, PROFILE, line, ready, selected, thread

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 390, "height": 844}}
WIDE = {"viewport": {"width": 1280, "height": 900}}
TOUCHED = {**PHONE, "has_touch": True, "is_mobile": True}
SLOW = {"downloadThroughput": 50_000, "uploadThroughput": 50_000, "latency": 400}  # 400 kbit/s
TOOK = "() => performance.getEntriesByType('navigation')[0].responseEnd"
PRESS, REST = "**/js/joined/press*", "**/js/joined/rest*"


def opened_again(page: Page, what: str) -> Callable[[], None]:
    """The page anew, without what is held back."""
    release = held(page, what)
    page.reload(wait_until="domcontentloaded")
    return release


@pytest.mark.parametrize("look", [PHONE, WIDE], ids=["phone", "wide"])
def test_a_line_pressed_before_the_scripts_are_there_is_answered(
    asked: Asked, people: Windows, look: dict[str, dict[str, int]]
):
    ben = open_letter(asked, people, **look)
    release = opened_again(ben, PRESS)

    line(ben, NIGHT).click()
    expect(ben.get_by_label("Your comment")).not_to_be_visible()
    release()

    expect(ben.get_by_label("Your comment")).to_be_focused()
    expect(ben.locator("comment-writing .comment-about")).to_contain_text(
        str(line(ben, NIGHT).get_attribute("data-number"))
    )
    ready(ben)
    expect(ben.locator("comment-writing")).to_have_count(1)


def slow(page: Page) -> None:
    """From now on its line is a bad one, and nothing of before is at hand."""
    line_of = page.context.new_cdp_session(page)
    line_of.send("Network.enable")
    line_of.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line_of.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})


def test_on_a_slow_line_a_tap_before_the_scripts_is_answered_and_kept(
    asked: Asked, people: Windows
):
    ben = open_letter(asked, people, **TOUCHED)
    slow(ben)
    release = opened_again(ben, PRESS)  # whatever the machine does, they come after the tap
    assert ben.evaluate(TOOK) >= SLOW["latency"]

    line(ben, NIGHT).tap()
    release()
    expect(ben.get_by_label("Your comment")).to_be_focused()
    ben.keyboard.type("Lead with the result.")
    ben.get_by_role("button", name="Save").tap()

    expect(thread(ben, "Lead with the result.")).to_be_visible()
    ready(ben)
    expect(ben.get_by_role("article")).to_have_count(1)


def test_keys_pressed_before_the_scripts_are_there_lead_on(asked: Asked, people: Windows):
    ben = open_letter(asked, people, **WIDE)
    release = opened_again(ben, PRESS)

    line(ben, NIGHT).focus()
    ben.keyboard.press("ArrowDown")
    ben.keyboard.press("ArrowUp")
    ben.keyboard.press("ArrowDown")
    release()

    number = int(line(ben, NIGHT).get_attribute("data-number") or 0)
    expect(ben.locator(f"#line-{number + 1}")).to_be_focused()


def test_a_letter_pressed_while_the_last_script_is_under_way_leads_to_the_comment(
    asked: Asked, people: Windows
):
    ben = open_letter(asked, people, **WIDE)
    comment(ben, NIGHT, "Lead with the result.")
    release = opened_again(ben, REST)
    expect(ben.locator("margin-notes[data-ready]")).to_be_attached()

    ben.keyboard.press("j")
    release()

    expect(thread(ben, "Lead with the result.")).to_be_focused()


def test_the_words_can_be_selected_before_any_script_is_fetched(asked: Asked, people: Windows):
    ben = open_letter(asked, people, **WIDE)
    release = opened_again(ben, "**/static/**")

    line(ben, PROFILE).click(click_count=3)

    words = selected(ben)
    assert words
    release()
    ready(ben)
    expect(ben.locator("comment-writing .thread-quote")).to_have_text(words)


def test_a_picture_that_hangs_holds_up_neither_margin_nor_presses(asked: Asked, people: Windows):
    ben = open_letter(asked, people, **WIDE)
    ready(ben)
    opened_again(ben, "**/pages/1/images/**")

    comment(ben, NIGHT, "How many were they?")

    assert not ben.locator(".page-picture").first.evaluate("(picture) => picture.complete")


def test_the_margin_shows_nothing_without_its_styles(asked: Asked, people: Windows):
    ben = open_letter(asked, people, **WIDE)
    comment(ben, NIGHT, "Lead with the result.")
    release = opened_again(ben, "**/css/joined/margin*")

    expect(line(ben, NIGHT)).to_be_visible()
    expect(thread(ben, "Lead with the result.")).not_to_be_visible()
    release()

    expect(thread(ben, "Lead with the result.")).to_be_visible()


PLACES = """() => [...document.querySelectorAll(".line")].map(line => {
  const box = line.getBoundingClientRect();
  return [box.top + scrollY, box.height];
}).flat()"""


@pytest.mark.parametrize("width", [360, 390, 412, 1280])
def test_no_line_moves_when_styles_scripts_and_fonts_arrive(
    asked: Asked, people: Windows, width: int
):
    ben = open_letter(asked, people, viewport={"width": width, "height": 844})
    release = opened_again(ben, "**/static/**")
    first = ben.evaluate(PLACES)
    release()

    ready(ben)
    ben.wait_for_function(LETTERED)
    assert len(first) > 10
    assert ben.evaluate(PLACES) == pytest.approx(first, abs=0.5)  # pixels
