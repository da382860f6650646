"""The main job from end to end without a mouse: ask, comment, finish, answer."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.journeys.steps.asking import INVITED, LEAVES, QUESTION, SEND
from tests.journeys.steps.files import pdf
from tests.journeys.steps.keyboard import focus_shows, keys, press, tab_to, write
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.people import EMAIL, PASSWORD, code_for, unique
from tests.journeys.steps.reading import ready, selected, thread

pytestmark = pytest.mark.journey


def sign_up(ada: Page, service: Service, address: str) -> None:
    """From the landing page to the desk."""
    ada.goto("/")
    press(ada, ada.get_by_role("main").get_by_role("link", name="Sign up").first)
    tab_to(ada, ada.get_by_label(EMAIL))
    ada.keyboard.type(address)
    write(ada, "What should people call you?", "Ada Okafor")
    tab_to(ada, ada.get_by_label("Password", exact=True))
    ada.keyboard.type(PASSWORD)
    ada.keyboard.press("Enter")
    expect(ada.get_by_label("Code")).to_be_visible()
    tab_to(ada, ada.get_by_label("Code"))
    ada.keyboard.type(code_for(service, address))
    ada.keyboard.press("Enter")
    expect(ada.get_by_role("heading", name="Desk")).to_be_visible()


def ask(ada: Page, mentor: str) -> None:
    """Upload the résumé and ask Ben."""
    ada.goto("/documents/new/")
    files = ada.get_by_label("Files", exact=True)
    tab_to(ada, files)
    files.set_input_files([pdf().payload()])  # type: ignore[arg-type]  # its TypedDict; the dialog is the desktop's
    press(ada, ada.get_by_role("button", name="Upload", exact=True))
    expect(ada.locator("#line-1")).to_be_attached()
    press(ada, ada.get_by_role("link", name="Document", exact=True))
    press(ada, ada.get_by_role("link", name="Ask for critique"))
    write(ada, "Name", "Ben Okri")
    write(ada, "Email address", mentor)
    write(ada, "First question", QUESTION)
    press(ada, ada.get_by_role("button", name="See the email first"))
    press(ada, ada.get_by_role("button", name=LEAVES))
    expect(ada.get_by_text("Your email is on its way.")).to_be_visible()


def comment(ben: Page) -> None:
    """On a line, on words, on a question; from words to thread and back."""
    tab_to(ben, ben.locator("#line-1"))
    keys(ben, "ArrowDown", "ArrowDown", "Enter")
    expect(ben.get_by_label("Your comment")).to_be_focused()
    ben.keyboard.type("A good beginning.")
    ben.keyboard.press("Control+Enter")
    expect(thread(ben, "A good beginning.")).to_be_visible()
    expect(ben.locator("#line-3")).to_be_focused()

    keys(ben, "ArrowDown", "Shift+ArrowRight")
    words = selected(ben)
    ben.keyboard.press("c")
    expect(ben.get_by_label("Your comment")).to_be_focused()
    ben.keyboard.type("These words.")
    ben.keyboard.press("Control+Enter")
    expect(thread(ben, "These words.").locator(".thread-quote")).to_have_text(words)
    expect(ben.locator("#line-4")).to_be_focused()
    keys(ben, "Enter")
    expect(thread(ben, "These words.")).to_be_focused()
    press(ben, thread(ben, "These words.").get_by_role("link", name="Line 4"), within=3)
    expect(ben.locator("#line-4")).to_be_focused()

    press(ben, ben.locator("#preface > summary"), key="Shift+Tab")
    press(ben, ben.get_by_role("link", name="Answer question 1"), within=3)
    expect(ben.get_by_label("Your answer")).to_be_focused()
    ben.keyboard.type("No.")
    ben.keyboard.press("Control+Enter")
    expect(thread(ben, "No.").get_by_text("Question 1")).to_be_visible()
    expect(ben.get_by_role("link", name="read your answer to question 1")).to_be_focused()


def leave_and_come_back(ben: Page) -> None:
    """Escape keeps what was typed, Enter brings it back."""
    tab_to(ben, ben.locator("#line-4"))
    keys(ben, "ArrowDown", "Enter")
    expect(ben.get_by_label("Your comment")).to_be_focused()
    ben.keyboard.type("Not quite")
    keys(ben, "Escape")
    expect(ben.locator("#line-5")).to_be_focused()
    keys(ben, "Enter")
    expect(ben.get_by_label("Your comment")).to_have_value("Not quite")
    keys(ben, "Escape")
    press(ben, ben.get_by_role("button", name="Discard"))
    focus_shows(ben)


def answer(ada: Page) -> None:
    """Reply, change it, resolve, reopen, delete; the focus stays in the thread."""
    said = thread(ada, "A good beginning.")
    tab_to(ada, ada.locator("#line-1"))
    keys(ada, "ArrowDown", "ArrowDown", "Enter")
    expect(said).to_be_focused()
    press(ada, said.get_by_role("link", name="Reply"), within=4)
    expect(ada.get_by_label("Your reply")).to_be_focused()
    ada.keyboard.type("Thank yuo.")
    ada.keyboard.press("Control+Enter")
    expect(said.get_by_text("Thank yuo.")).to_be_visible()
    expect(said).to_be_focused()

    press(ada, said.get_by_role("link", name="Edit"), within=8)
    expect(ada.get_by_label("Your reply")).to_be_focused()
    ada.keyboard.press("Control+a")
    ada.keyboard.type("Thank you.")
    ada.keyboard.press("Control+Enter")
    expect(said.get_by_text("Thank you.")).to_be_visible()
    expect(said).to_be_focused()

    press(ada, said.get_by_role("button", name="Resolve"), within=14)
    expect(said.get_by_role("button", name="Reopen")).to_be_focused()
    expect(ada.get_by_text("2 open")).to_be_visible()
    keys(ada, "Enter")
    expect(said.get_by_role("button", name="Resolve")).to_be_focused()
    expect(ada.get_by_text("3 open")).to_be_visible()
    press(ada, said.get_by_role("link", name="Delete"), key="Shift+Tab", within=4)
    press(ada, ada.get_by_role("button", name="Delete it"))
    ready(ada)
    expect(ada.get_by_text("Thank you.")).to_have_count(0)


def test_a_whole_critique_by_keyboard_alone(page: Page, people: Windows, service: Service) -> None:
    ada, ben, seeker, mentor = page, people.open(), unique("ada"), unique("ben")
    sign_up(ada, service, seeker)
    ask(ada, mentor)

    ben.goto(letter_link(service, mentor, INVITED))
    press(ben, ben.get_by_role("button", name="Continue as Ben Okri"))
    ready(ben)
    comment(ben)
    leave_and_come_back(ben)
    press(ben, ben.get_by_role("link", name=re.compile("^Finish and send to")))
    tab_to(ben, ben.get_by_label("Ready for the employer"))
    keys(ben, "Space")
    write(ben, "What matters most", "Begin with what you lead.")
    press(ben, ben.get_by_role("button", name=SEND))
    expect(ben.get_by_role("heading", name="Sent to Ada Okafor")).to_be_visible()

    assert "Begin with what you lead." in letter(service, seeker, "Ben Okri")
    ada.goto(letter_link(service, seeker, "Ben Okri"))
    ready(ada)
    answer(ada)
