"""Ada asks Ben what he thinks, and Ben opens her letter: where journeys of critique begin."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.infrastructure.smtp import wait
from tests.journeys.steps.files import pdf
from tests.journeys.steps.forms import sent
from tests.journeys.steps.letters import letter_link
from tests.journeys.steps.people import sign_up_by_forms, unique
from tests.journeys.steps.reading import ready

SEND = re.compile("^Send .* to ")
LEAVES = re.compile("^Send (the email|[0-9]+ emails)$")
ON_THEIR_WAY = re.compile("^Your (email is on its|emails are on their) way.$")
INVITED = "asks for your opinion"
LINE_1 = 'id="line-1"'
QUESTION = "Is the first page too crowded?"


@dataclass(frozen=True)
class Asked:
    """Ada's window and address, Ben's address, where his letter leads, and the round's page."""

    ada: Page
    seeker: str
    ben: str
    link: str
    round: str


def ask_ben(page: Page, service: Service) -> Asked:
    """Ada has signed up, uploaded and asked; her window is on the page of the round."""
    seeker, ben = unique("ada"), unique("ben")
    sign_up_by_forms(page, service, seeker)
    reading = sent(page, page.request.get("/documents/new/"), {"file": pdf()}).url
    wait(lambda: LINE_1 in page.request.get(reading).text(), within=60)
    document = reading.split("/")[4]
    typed = {"people-0-name": "Ben Okri", "people-0-email": ben, "question_1": QUESTION}
    asked = sent(page, page.request.get(f"/rounds/new/?document={document}"), typed)
    page.goto(asked.url)
    return Asked(page, seeker, ben, letter_link(service, ben, INVITED), page.url)


def ask(page: Page, address: str) -> None:
    """From the document's page: ask Ben."""
    page.get_by_role("link", name="Ask for critique").click()
    fill_people(page, {"Ben Okri": address})
    page.get_by_label("First question").fill(QUESTION)
    send_letters(page)


def fill_people(page: Page, addresses: Mapping[str, str]) -> None:
    """A row for each of these people, by name and address, on the ask page."""
    for row, (name, address) in enumerate(addresses.items()):
        if row:
            page.get_by_role("button", name="Add another person").click()
        page.get_by_label("Name").nth(row).fill(name)
        page.get_by_label("Email address").nth(row).fill(address)


def open_options(page: Page) -> None:
    """Unfold what hardly anybody changes."""
    page.get_by_text("Options: by when").click()


def send_letters(page: Page) -> None:
    """From the filled ask page, over the email as it will be, to the round's."""
    page.get_by_role("button", name="See the email first").click()
    page.get_by_role("button", name=LEAVES).click()
    expect(page.get_by_text(ON_THEIR_WAY)).to_be_visible()


def open_letter(asked: Asked, people: Windows, **options: object) -> Page:
    """Ben's window, after he pressed the one button: the text is before him, ready to point at."""
    page = people.open(**options)
    page.goto(asked.link)
    page.get_by_role("button", name="Continue as Ben Okri").click()
    ready(page)
    return page


def but_for(people: Windows, *expected: str) -> None:
    """The browser notes every answer that is no success; here it may note just these."""

    def is_expected(complaint: str) -> bool:
        return any(words in complaint for words in expected)

    assert [complaint for complaint in people.complaints if not is_expected(complaint)] == []
    people.complaints.clear()
