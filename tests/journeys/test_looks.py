"""Ten-second looks: three readers over two versions, one of them by a link, and one without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.settled import box
from tests.journeys.steps.asking import Asked
from tests.journeys.steps.files import docx
from tests.journeys.steps.uploading import next_version

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
QUESTIONS = re.compile("/questions/$")


def prepare(ada: Page, target: str) -> None:
    """On the page of looks: what is proposed is covered, and one box more is drawn."""
    ada.get_by_role("link", name="Choose what is covered").click()
    ada.get_by_label("Which job is it for?").fill(target)
    ada.get_by_role("button", name="Draw a box").click()
    page = ada.locator(".sheet-paper svg")
    page.scroll_into_view_if_needed()
    place = box(page)
    ada.mouse.move(place["x"] + 200, place["y"] + 20)
    ada.mouse.down()
    ada.mouse.move(place["x"] + 300, place["y"] + 60)
    ada.mouse.up()
    expect(ada.get_by_label("A box you drew")).to_be_checked()
    ada.get_by_role("button", name="Save", exact=True).click()
    expect(ada.get_by_text("This is what readers will see.")).to_be_visible()


def look(reader: Page, job: str) -> None:
    """From what will happen to thanks. The service of these tests has shorter seconds."""
    reader.get_by_role("button", name="Start").click()
    reader.wait_for_url(QUESTIONS)
    reader.get_by_label("Which job is this person going for?").fill(job)
    reader.get_by_label("What was the strongest point?").fill("Nine years in logistics")
    reader.get_by_role("button", name="Send").click()
    expect(reader.get_by_role("heading", name="Thank you")).to_be_visible()


def test_three_readers_look_at_two_versions(asked: Asked, people: Windows) -> None:
    ada, guest = asked.ada, people.open(**PHONE)
    plain = people.open(**PHONE, java_script_enabled=False)
    ada.goto("/documents/")
    ada.get_by_role("link", name="Ada resume", exact=True).click()
    document = ada.url
    ada.get_by_role("link", name="Ten-second looks").click()
    prepare(ada, "Operations lead")
    ada.get_by_label("Who is it for?").fill("Sam")
    ada.get_by_role("button", name="Make a link").click()
    link = ada.get_by_label("Link for Sam").input_value()

    ben = people.open()
    ben.goto(asked.link)
    ben.get_by_role("button", name="Ten seconds and four questions").click()
    look(ben, "Operations manager")
    for reader, job in ((guest, "Teacher"), (plain, "Lead of operations")):
        reader.goto(link)
        look(reader, job)
    next_version(ada, document, docx())
    ada.goto(f"{document}looks/")
    prepare(ada, "Operations lead")
    guest.goto(link)
    look(guest, "Operations lead")

    ada.goto(f"{document}looks/")
    expect(ada.get_by_text("2 of 3 readers named the target job")).to_be_visible()
    expect(ada.get_by_text("1 of 1 reader named the target job")).to_be_visible()
    guest.goto(link)
    expect(guest.get_by_role("heading", name="Thank you")).to_be_visible()
