"""Ada asks Ben what he thinks, and Ben opens her letter: where journeys of critique begin."""

import re
from dataclasses import dataclass

import psycopg
from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import settled
from tests.journeys.steps import pdf, sign_up, unique, upload

SEND = re.compile("^Send .* to ")
LINK = re.compile(r"https?://\S+")
INVITED = "asks for your opinion"
PROFILE = "Operations lead with nine years in"
NIGHT = "Responsible for 84 people on three shifts"
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
    """Sign up, upload, ask: with nothing but what pages and letters say."""
    seeker = unique("ada")
    sign_up(page, service, seeker)
    upload(page, pdf())
    expect(page.locator("#line-1")).to_be_attached()
    page.get_by_role("link", name="Document", exact=True).click()
    ben = unique("ben")
    ask(page, ben)
    return Asked(page, seeker, ben, letter_link(service, ben, INVITED), page.url)


def ask(page: Page, address: str) -> None:
    """From the document's page: ask Ben."""
    page.get_by_role("link", name="Ask for critique").click()
    page.get_by_label("Name").first.fill("Ben Okri")
    page.get_by_label("E-mail address").first.fill(address)
    page.get_by_label("First question").fill(QUESTION)
    page.get_by_role("button", name="Send the letters").click()
    expect(page.get_by_text("Your letters are on their way.")).to_be_visible()


def letter(service: Service, address: str, subject: str, *, count: int = 1) -> str:
    """The words of the newest letter with this subject, once `count` have come."""
    assert service.sink
    found = service.sink.wait_for(address, subject=subject, count=count)
    body = found.message.get_body(("plain",))
    assert body
    return str(body.get_content()).replace("\r\n", "\n")


def letter_link(service: Service, address: str, subject: str, *, count: int = 1) -> str:
    """Where that letter leads first."""
    found = LINK.search(letter(service, address, subject, count=count))
    assert found, "there is no link in the letter"
    return found[0]


def five_minutes_pass(service: Service) -> None:
    """What was said long enough ago for its letters to leave: rows are set back in time."""
    with psycopg.connect(service.database, autocommit=True) as connection:
        connection.execute(
            "UPDATE notifications_event SET happened_at = happened_at - interval '6 minutes'"
            " WHERE id IN (SELECT event_id FROM notifications_notice WHERE gathering <> '')"
        )
        connection.execute(
            "UPDATE notifications_notice SET due_at = due_at - interval '6 minutes'"
            " WHERE gathering <> ''"
        )


def open_letter(asked: Asked, people: Windows, **options: object) -> Page:
    """Ben's window, after he pressed the one button: the text is before him, ready to point at."""
    page = people.open(**options)
    page.goto(asked.link)
    page.get_by_role("button", name="Continue as Ben Okri").click()
    ready(page)
    return page


def ready(page: Page) -> None:
    """The text and its margin answer, and lie where they stay."""
    expect(page.locator("margin-notes[data-ready]")).to_be_attached()
    settled(page)


def line(page: Page, words: str) -> Locator:
    """The line with these words."""
    return page.locator(".line", has_text=words).first


def thread(page: Page, text: str) -> Locator:
    """The thread in which this was said."""
    return page.get_by_role("article").filter(has_text=text)


def read(found: Locator) -> Locator:
    """Press a thread in the margin, which shows all of it; the thread."""
    found.click(position={"x": 6, "y": 4})
    return found


def comment(page: Page, words: str, text: str) -> Locator:
    """Press a line, type, press Save; the thread."""
    line(page, words).click()
    page.get_by_label("Your comment").fill(text)
    return save(page, text)


def save(page: Page, text: str) -> Locator:
    """Press Save; the thread in which the text stands then."""
    page.get_by_role("button", name="Save").click()
    found = thread(page, text)
    expect(found.locator(".comment-text", has_text=text)).to_be_visible()
    return found


def finish(page: Page, verdict: str = "Small fixes", *, summary: str = "") -> None:
    """Send everything with this verdict."""
    page.get_by_role("link", name=re.compile("^Finish and send to")).click()
    page.get_by_text(verdict, exact=True).click()
    page.get_by_label("What matters most").fill(summary)
    page.get_by_role("button", name=SEND).click()
    page.get_by_role("link", name="Back to the text").click()
    ready(page)


def but_for(people: Windows, *expected: str) -> None:
    """The browser notes every answer that is no success; here it may note just these."""

    def is_expected(complaint: str) -> bool:
        return any(words in complaint for words in expected)

    assert [complaint for complaint in people.complaints if not is_expected(complaint)] == []
    people.complaints.clear()
