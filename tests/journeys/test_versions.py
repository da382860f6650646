"""Ada uploads the next version, and she and Ben see what changed: by mouse, by keyboard, on a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits, box, settled
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.reading import line, ready, unfold
from tests.journeys.steps.uploading import SAID, tell_everybody, upload_next

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
TOLD = "has a new version"


def marked(page: Page) -> list[str]:
    """The words of the lines that are marked as changed."""
    words = settled(page).locator(".line.is-changed .words").all_text_contents()
    return [" ".join(found.split()) for found in words]


def told(page: Page) -> Locator:
    """The text with its changes."""
    return page.get_by_role("article", name="The text with its changes")


def fits(page: Page) -> None:
    """Nothing runs off the side."""
    assert_fits(page)


def test_a_mentor_comes_back_to_what_is_new(
    asked: Asked, people: Windows, service: Service, tmp_path: Path
) -> None:
    ben = open_letter(asked, people)

    upload_next(asked.ada, tmp_path)
    tell_everybody(asked.ada)

    assert SAID in letter(service, asked.ben, TOLD)
    ben.goto(letter_link(service, asked.ben, TOLD))
    ready(ben)
    expect(unfold(ben).get_by_text(SAID)).to_be_visible()
    new = ben.get_by_text("Version 2 is new since your last look: ")
    expect(new).to_contain_text("2 lines changed.")
    begin = [" ".join(words.split()[:3]) for words in marked(ben)]
    assert begin == ["Two languages on", "• Lead 84"]  # and none beside the line that is gone
    expect(line(ben, "Lead 84 people")).to_contain_text("changed")
    ben.get_by_role("link", name="Compare the two").click()
    expect(told(ben).locator("ins").first).to_contain_text("Two languages on the floor")
    expect(told(ben).locator("del", has_text="Responsible for")).to_be_visible()


def test_two_versions_are_compared_with_the_mouse(asked: Asked, tmp_path: Path) -> None:
    ada = asked.ada
    ada.goto(upload_next(ada, tmp_path))

    ada.get_by_role("link", name="Compare with version 1").click()

    expect(
        ada.get_by_text(re.compile(r"^\d+ lines changed: \d+ words added, \d+ removed$"))
    ).to_be_visible()
    hidden = told(ada).get_by_text("ada@okafor.example")
    expect(hidden).to_be_hidden()
    told(ada).get_by_text(re.compile("^Show .* unchanged lines$")).first.click()
    expect(hidden).to_be_visible()
    told(ada).get_by_text(re.compile("^Hide .* unchanged lines$")).first.click()
    expect(hidden).to_be_hidden()
    ada.get_by_role("link", name="Pages", exact=True).click()
    old, new = (ada.get_by_alt_text(f"Page 1 of version {number}") for number in (1, 2))
    before = [box(picture) for picture in (old, new)]
    ada.mouse.move(300, 500)
    ada.mouse.wheel(0, 400)
    ada.wait_for_function("() => scrollY > 300")
    after = [box(picture) for picture in (old, new)]
    assert after[0]["y"] == after[1]["y"] < before[0]["y"] == before[1]["y"]
    assert before[0]["x"] + before[0]["width"] < before[1]["x"]
    ada.get_by_role("link", name="Words", exact=True).click()
    ada.get_by_label("From").select_option("2")
    ada.get_by_label("To", exact=True).select_option("1")
    ada.get_by_role("button", name="Compare").click()
    expect(ada.get_by_text("Version 2 and version 1")).to_be_visible()


def test_two_versions_are_compared_by_keyboard_alone(asked: Asked, tmp_path: Path) -> None:
    ada = asked.ada
    document = upload_next(ada, tmp_path)
    ada.goto(f"{document}comparison/1/2/")

    press_until(ada, told(ada).locator("summary").first)
    ada.keyboard.press("Enter")
    expect(told(ada).get_by_text("ada@okafor.example")).to_be_visible()
    ada.goto(f"{document}comparison/1/2/pages/")
    press_until(ada, ada.get_by_label("Both"))
    ada.keyboard.press("ArrowRight")
    expect(ada.get_by_alt_text("Page 1 of version 1")).to_be_visible()
    expect(ada.get_by_alt_text("Page 1 of version 2")).to_be_hidden()
    ada.keyboard.press("ArrowRight")
    expect(ada.get_by_alt_text("Page 1 of version 1")).to_be_hidden()
    expect(ada.get_by_alt_text("Page 1 of version 2")).to_be_visible()
    ada.keyboard.press("End")
    ada.keyboard.press("PageDown")
    ada.wait_for_function("() => scrollY > 100")


def press_until(page: Page, target: Locator) -> None:
    """Tab until it has the focus."""
    settled(page)
    for _ in range(40):
        if target.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("it cannot be reached")


def test_versions_are_compared_on_a_phone(asked: Asked, people: Windows, tmp_path: Path) -> None:
    document = upload_next(asked.ada, tmp_path)
    ada = people.open(**PHONE, storage_state=asked.ada.context.storage_state())

    ada.goto(document)
    fits(ada)
    ada.get_by_role("link", name="Compare with version 1").tap()
    expect(told(ada).locator("ins").first).to_be_visible()
    fits(ada)
    ada.get_by_role("link", name="Pages", exact=True).tap()
    old, new = (ada.get_by_alt_text(f"Page 1 of version {number}") for number in (1, 2))
    above, below = box(old), box(new)
    assert above["y"] + above["height"] < below["y"]
    ada.get_by_role("radio", name="Version 2").tap()
    expect(old).to_be_hidden()
    expect(new).to_be_visible()
    fits(ada)


def test_a_version_is_sent_and_not_lost_by_accident(
    asked: Asked, people: Windows, tmp_path: Path
) -> None:
    ada = asked.ada
    document = upload_next(ada, tmp_path)
    ada.goto(document)
    ada.get_by_role("link", name=re.compile("^Mark as sent to an employer.*Version 2")).click()
    ada.get_by_label("To which employer?").fill("Harbour Freight")
    ada.get_by_role("button", name="Save").click()
    sent = ada.get_by_text("Sent to Harbour Freight on")
    expect(sent).to_be_visible()

    ada.get_by_role("link", name=re.compile("^It was not sent")).click()
    ada.get_by_role("dialog").get_by_role("link", name="It was sent").click()
    expect(ada.get_by_role("dialog")).to_have_count(0)
    expect(sent).to_be_visible()

    ben = open_letter(asked, people)
    ben.goto(f"{document}versions/2/")
    expect(unfold(ben).get_by_text("Sent to an employer on")).to_be_visible()
    expect(ben.get_by_text("Harbour Freight")).to_have_count(0)
    ada.get_by_role("link", name=re.compile("^It was not sent")).click()
    ada.get_by_role("button", name="It was not sent").click()
    expect(sent).to_have_count(0)
