"""A press counts where it began: nothing moves or goes away between the button down and up."""

import re

import pytest
from playwright.sync_api import Response, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import box_now
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import comment, finish
from tests.journeys.steps.letters import letter_link
from tests.journeys.steps.pressing import frames_pass, hold, stop_clock
from tests.journeys.steps.reading import NIGHT, line, read, ready, thread

pytestmark = pytest.mark.journey

WIDE = {"viewport": {"width": 1280, "height": 800}}
TALL = {"viewport": {"width": 1280, "height": 1200}}
# As when fonts or a picture arrive late.
LOWER = """() => {
  const late = document.createElement("div");
  late.style.height = "4rem";
  document.querySelector("reading-lines").prepend(late);
}"""
LEVEL = """(number) => {
  const line = document.querySelector(`#line-${number}`).getBoundingClientRect();
  const note = document.querySelector("#threads > .is-active")?.getBoundingClientRect();
  return note && Math.abs(note.top - line.top) <= 2;
}"""


def test_save_is_pressed_while_the_lines_move(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **TALL)
    number = line(ben, NIGHT).get_attribute("data-number")
    ben.clock.install()
    stop_clock(ben)
    line(ben, NIGHT).click()
    ben.get_by_label("Your comment").fill("Lead with the result.")

    hold(ben.get_by_role("button", name="Save"))
    ben.evaluate(LOWER)
    ben.clock.run_for(1000)
    ben.mouse.up()
    ben.clock.resume()

    expect(thread(ben, "Lead with the result.")).to_be_visible()
    read(thread(ben, "Lead with the result."))
    ben.wait_for_function(LEVEL, arg=number)


def test_what_moved_meanwhile_is_followed_afterwards(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **WIDE)
    number = line(ben, NIGHT).get_attribute("data-number")
    area = ben.get_by_label("Your comment")
    ben.clock.install()
    stop_clock(ben)
    line(ben, NIGHT).click()
    hold(area)
    before = box_now(area)
    ben.evaluate(LOWER)
    ben.clock.run_for(1000)  # a form that was just opened is brought into sight
    during = box_now(area)
    ben.mouse.up()
    ben.clock.resume()

    assert during == before
    ben.wait_for_function(LEVEL, arg=number)


def test_a_thread_is_answered_while_news_of_it_arrives(
    asked: Asked, people: Windows, service: Service
) -> None:
    ben = open_letter(asked, people, **WIDE)
    comment(ben, NIGHT, "Lead with the result.")
    finish(ben)
    ada = asked.ada
    ada.set_viewport_size({"width": 1280, "height": 800})
    ada.goto(letter_link(service, asked.seeker, "Ben Okri"))
    ready(ada)
    there = read(thread(ben, "Lead with the result."))

    hold(there.get_by_role("link", name="Reply"))
    with ben.expect_response(lambda answer: has(answer, "And the year?")):
        read(thread(ada, "Lead with the result.")).get_by_role("link", name="Reply").click()
        ada.get_by_label("Your reply").fill("And the year?")
        ada.get_by_role("button", name="Reply", exact=True).click()
    frames_pass(ben)
    ben.mouse.up()

    expect(ben.get_by_label("Your reply")).to_be_visible()
    expect(there.get_by_text("And the year?")).to_be_visible()


def has(answer: Response, words: str) -> bool:
    """Whether this is news, with these words in it."""
    return bool(re.search(r"/news/", answer.url)) and answer.ok and words in answer.text()
