"""Each letter opens on any device of its reader, at the very place it tells of, after one press."""

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import comment, finish
from tests.journeys.steps.days import five_minutes_pass
from tests.journeys.steps.files import pdf_with
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.minute import counted
from tests.journeys.steps.people import code_in
from tests.journeys.steps.reading import NIGHT, PROFILE, line, read, ready, thread
from tests.journeys.steps.uploading import next_version

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
CODE = "Your code for reading"
ANSWERED, NEW_VERSION = "Ada Okafor replied", "Ada Okafor has a new version"
CHANGED = {"Responsible for 84 people on three shifts": "Led 84 people on three shifts"}


def opened(people: Windows, link: str) -> Page:
    """A phone that has never been here, after the link and the one press."""
    phone = people.open(**PHONE)
    phone.goto(link)
    phone.get_by_role("button", name="Continue as Ben Okri").click()
    return phone


def test_news_open_on_a_phone_that_has_never_been_here(
    asked: Asked, people: Windows, service: Service
) -> None:
    ben = open_letter(asked, people)
    comment(ben, NIGHT, "Lead with the result.")
    finish(ben)
    ada = asked.ada
    ada.goto(ben.url)
    ready(ada)
    point = thread(ada, "Lead with the result.")
    read(point).get_by_role("link", name="Reply").click()
    ada.get_by_label("Your reply").fill("In the next version.")
    ada.get_by_role("button", name="Reply", exact=True).click()
    expect(point.get_by_text("In the next version")).to_be_visible()
    five_minutes_pass(service)

    answer = letter_link(service, asked.ben, ANSWERED)
    phone = opened(people, answer)
    expect(phone.get_by_text("In the next version")).to_be_visible()

    next_version(ada, ben.url, pdf_with(CHANGED))
    ada.get_by_role("link", name="Tell Ben Okri").click()
    ada.get_by_role("button", name="Tell Ben Okri").click()
    phone = opened(people, letter_link(service, asked.ben, NEW_VERSION))
    ready(phone)
    assert "/versions/2/" in phone.url
    expect(line(phone, "Led 84 people on three shifts")).to_be_attached()

    # Where he has been before, the letter's link, a line and "Save" are all he presses.
    pressed = counted(ben)
    ben.goto(letter_link(service, asked.ben, NEW_VERSION))
    ready(ben)
    comment(ben, PROFILE, "Say what you lead.")
    assert 1 + pressed() == 3

    # The link was pressed elsewhere: one press mails a code, and that leads to the same place.
    other = people.open(**PHONE)
    other.goto(answer)
    other.get_by_role("button", name="Send me a code").click()
    other.get_by_label("Code").fill(code_in(letter(service, asked.ben, CODE)))
    other.get_by_role("button", name="Continue", exact=True).click()
    expect(other.get_by_text("In the next version")).to_be_visible()
