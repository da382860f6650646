"""What is found on the reading page: its lines, threads, and what is selected."""

from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.settled import settled

PROFILE = "Operations lead with nine years in"
NIGHT = "Responsible for 84 people on three shifts"


def ready(page: Page) -> None:
    """The text and its margin answer, and lie where they stay."""
    expect(page.locator("html[data-whole] margin-notes[data-ready]")).to_be_attached()
    settled(page)


def unfold(page: Page) -> Locator:
    """What stands folded before the text: the note, the questions, what is new, what was said."""
    before = page.locator("#preface")
    if before.get_attribute("open") is None:
        before.locator("summary").click()
    return before


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


def selected(page: Page) -> str:
    """The words that are selected, on one line."""
    return " ".join(page.evaluate("() => getSelection().toString()").split())
