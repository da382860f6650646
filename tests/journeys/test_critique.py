"""What Ben says to Ada's résumé, and what she answers: by mouse, by touch, without script."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits, box, measure
from tests.journeys.steps.asking import (
    INVITED,
    QUESTION,
    SEND,
    Asked,
    fill_people,
    open_letter,
    send_letters,
)
from tests.journeys.steps.commenting import comment, finish, save
from tests.journeys.steps.days import five_minutes_pass
from tests.journeys.steps.files import docx
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.reading import (
    NIGHT,
    PROFILE,
    line,
    read,
    ready,
    selected,
    thread,
    unfold,
)
from tests.journeys.steps.uploading import upload

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}


def drag_across(page: Page, row: Locator) -> None:
    """Select words of the line with the mouse."""
    words = row.locator(".words")
    words.hover()
    place = box(words)
    middle = place["y"] + place["height"] / 2
    page.mouse.move(place["x"] + 2, middle)
    page.mouse.down()
    page.mouse.move(place["x"] + place["width"] / 2, middle, steps=4)
    page.mouse.up()


def test_from_the_letter_to_a_saved_comment_in_four_presses(asked: Asked, people: Windows) -> None:
    ben = people.open()

    ben.goto(asked.link)  # the first: the link
    ben.get_by_role("button", name="Continue as Ben Okri").click()
    ready(ben)
    line(ben, PROFILE).click()
    ben.keyboard.type("Say what you lead.")
    ben.get_by_role("button", name="Save").click()

    expect(thread(ben, "Say what you lead.")).to_contain_text("Only you see this until you finish")
    expect(ben.get_by_text("1 comment", exact=True)).to_be_visible()


def test_a_critique_from_the_first_comment_to_the_answer(
    asked: Asked, people: Windows, service: Service
) -> None:
    invited = letter(service, asked.ben, INVITED)
    for words in ("Hello Ben Okri,", "Ada Okafor would like to hear", QUESTION, "no password"):
        assert words in invited
    ben = open_letter(asked, people)
    line(ben, PROFILE).get_by_text("Operations").dblclick(position={"x": 12, "y": 6})
    ben.get_by_label("Your comment").fill("The right word.")
    expect(save(ben, "The right word.").locator(".thread-quote")).to_have_text("Operations")
    drag_across(ben, line(ben, PROFILE))
    words = selected(ben)
    assert words
    ben.get_by_role("button", name="Comment", exact=True).click()
    ben.get_by_label("Your comment").fill("Say what you lead.")
    expect(save(ben, "Say what you lead.").locator(".thread-quote")).to_have_text(words)
    comment(ben, NIGHT, "Lead with the result.")
    unfold(ben).get_by_role("link", name="Answer question 1").click()
    ben.get_by_label("Your answer").fill("No, but the margins are thin.")
    save(ben, "No, but the margins are thin.")
    ben.get_by_role("link", name="Comment on the whole document").click()
    ben.get_by_label("Your comment").fill("Two pages are enough.")
    save(ben, "Two pages are enough.")
    finish(ben, summary="Begin with what you lead.")
    expect(ben.get_by_text("Sent to Ada Okafor.").first).to_be_visible()

    told = letter(service, asked.seeker, "Ben Okri")
    said = (NIGHT, "Lead with the result.", QUESTION, "thin.", "Two pages are enough.")
    for words in ("small fixes", "Begin with what you lead.", *said):
        assert words in told
    ada = asked.ada
    ada.goto(letter_link(service, asked.seeker, "Ben Okri"))
    ready(ada)
    expect(ada.get_by_text("5 open")).to_be_visible()
    point = thread(ada, "Lead with the result.")
    read(point).get_by_role("link", name="Reply").click()
    ada.get_by_label("Your reply").fill("Done in the next version.")
    ada.get_by_role("button", name="Reply", exact=True).click()
    expect(point.get_by_text("Done in the next version.")).to_be_visible()
    read(point).get_by_role("button", name="Resolve").click()
    expect(point.get_by_text("Used", exact=True)).to_be_visible()
    expect(ada.get_by_text("4 open")).to_be_visible()

    expect(ben.get_by_text("Done in the next version.")).to_be_visible()
    expect(ben.get_by_text("4 open")).to_be_visible()
    five_minutes_pass(service)
    heard = letter(service, asked.ben, "Ada Okafor replied")
    for words in (NIGHT, "Ada Okafor", "Done in the next version."):
        assert words in heard
    ben.goto(letter_link(service, asked.ben, "Ada Okafor replied"))
    expect(ben.get_by_text("Done in the next version.")).to_be_visible()


END_IS_FREE = """() => {
  scrollTo(0, document.documentElement.scrollHeight);
  const bar = document.querySelector(".review-bar").getBoundingClientRect();
  const last = document.querySelector("#threads").getBoundingClientRect();
  return last.bottom <= bar.top;
}"""


def fits(phone: Page) -> None:
    """Nothing runs off the side, and no sheet lies over the words it is about."""
    assert_fits(phone)
    words, sheet = box(line(phone, NIGHT)), box(phone.locator("margin-sheet[open]"))
    assert words["y"] + words["height"] <= sheet["y"], "the sheet hides the words it is about"
    assert words["y"] >= 0


def test_on_a_phone_by_touch(asked: Asked, people: Windows, service: Service) -> None:
    ben = open_letter(asked, people, **PHONE)
    line(ben, NIGHT).tap()
    expect(ben.get_by_label("Your comment")).to_be_focused()
    fits(ben)
    ben.keyboard.type("Lead with the result.")
    fits(ben)
    ben.get_by_role("button", name="Save").tap()
    expect(ben.get_by_text("1 comment", exact=True)).to_be_visible()
    assert measure(ben, END_IS_FREE), "the bar lies over the end of the page"
    line(ben, NIGHT).tap()
    expect(thread(ben, "Lead with the result.")).to_be_in_viewport()
    fits(ben)
    ben.get_by_role("button", name="Close").tap()
    ben.get_by_role("link", name=re.compile("^Finish and send to")).tap()
    ben.get_by_text("Needs rework", exact=True).tap()
    ben.get_by_role("button", name=SEND).tap()
    expect(ben.get_by_role("heading", name="Sent to Ada Okafor")).to_be_visible()

    assert "needs rework" in letter(service, asked.seeker, "Ben Okri")
    ada = people.open(**PHONE, storage_state=asked.ada.context.storage_state())
    ada.goto(letter_link(service, asked.seeker, "Ben Okri"))
    ready(ada)
    line(ada, NIGHT).tap()
    said = thread(ada, "Lead with the result.")
    said.get_by_role("link", name="Reply").tap()
    ada.get_by_label("Your reply").fill("Like this?")
    fits(ada)
    ada.get_by_role("button", name="Reply", exact=True).tap()
    expect(said.get_by_text("Like this?")).to_be_in_viewport()
    said.get_by_role("button", name="Resolve").tap()
    expect(said.get_by_text("Used", exact=True)).to_be_visible()
    fits(ada)
    ada.get_by_role("button", name="Close").tap()
    expect(ada.get_by_text("0 open")).to_be_visible()


def test_without_script_from_the_letter_to_the_verdict(
    asked: Asked, people: Windows, service: Service
) -> None:
    plain = people.open(java_script_enabled=False)
    plain.goto(asked.link)
    plain.get_by_role("button", name="Continue as Ben Okri").click()

    plain.get_by_label("Comment on line").fill("3")
    plain.get_by_role("button", name="Show the form").click()
    plain.get_by_label("Your comment").fill("A good beginning.")
    plain.get_by_role("button", name="Save").click()
    unfold(plain).get_by_role("link", name="Answer question 1").click()
    plain.get_by_label("Your answer").fill("No.")
    plain.get_by_role("button", name="Save").click()
    plain.get_by_role("link", name=re.compile("^Finish and send to")).click()
    plain.get_by_text("Small fixes", exact=True).click()
    plain.get_by_role("button", name=SEND).click()

    expect(plain.get_by_role("heading", name="Sent to Ada Okafor")).to_be_visible()
    assert "A good beginning." in letter(service, asked.seeker, "Ben Okri")


def test_two_people_are_asked_about_two_documents(
    asked: Asked, people: Windows, service: Service
) -> None:
    ada = asked.ada
    upload(ada, docx())
    expect(ada.locator("#line-1")).to_be_attached()
    ada.goto("/rounds/new/")
    fill_people(ada, {"Ines Roth": f"ines-{asked.ben}", "Tom Adeyemi": f"tom-{asked.ben}"})
    ada.get_by_label("Ada resume").check()
    ada.get_by_label("Letter harbour").check()
    send_letters(ada)

    ines, tom = (people.open(), people.open())
    for window, name in ((ines, "Ines Roth"), (tom, "Tom Adeyemi")):
        window.goto(letter_link(service, f"{name.split()[0].lower()}-{asked.ben}", INVITED))
        window.get_by_role("button", name=f"Continue as {name}").click()
        ready(window)
    comment(ines, NIGHT, "Lead with the result.")
    expect(tom.get_by_text("1 open")).to_have_count(0)
    finish(ines)

    expect(tom.get_by_text("Lead with the result.")).to_be_visible()
    expect(thread(tom, "Lead with the result.").get_by_text("Ines Roth")).to_be_visible()
