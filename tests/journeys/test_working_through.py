"""Two mentors contradict each other; Ada works through what they said, decides, prints, uploads anew."""

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import INVITED, fill_people, send_letters
from tests.journeys.steps.commenting import comment, finish, save
from tests.journeys.steps.files import pdf
from tests.journeys.steps.keyboard import focus_shows, press, tab_to
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.people import sign_up_by_forms, unique
from tests.journeys.steps.reading import NIGHT, PROFILE, line, ready, thread
from tests.journeys.steps.uploading import tell_everybody, upload, upload_next

pytestmark = pytest.mark.journey

MENTORS = ("Ben Okri", "Priya Nair")
FIX, KEEP, ADD = "Say what came of it.", "I would not touch this.", "Begin with this line."
REASON = "I say it in the letter."
DECISION = "It stays, with the result behind it."


@pytest.fixture
def mentors(page: Page, people: Windows, service: Service) -> dict[str, tuple[Page, str]]:
    """The window and the address of each, before Ada's résumé."""
    sign_up_by_forms(page, service, unique("ada"))
    upload(page, pdf())
    expect(page.locator("#line-1")).to_be_attached()
    page.get_by_role("link", name="Document", exact=True).click()
    page.get_by_role("link", name="Ask for critique").click()
    addresses = {name: unique(name.partition(" ")[0].lower()) for name in MENTORS}
    fill_people(page, addresses)
    send_letters(page)
    windows = {}
    for name, address in addresses.items():
        window = people.open()
        window.goto(letter_link(service, address, INVITED))
        window.get_by_role("button", name=f"Continue as {name}").click()
        ready(window)
        windows[name] = (window, address)
    return windows


def say(window: Page, words: str, text: str, kind: str) -> None:
    """A comment of this kind on the line with these words."""
    line(window, words).click()
    window.get_by_label("Your comment").fill(text)
    window.get_by_text(kind, exact=True).click()
    save(window, text)


def keep(window: Page, words: str, text: str) -> None:
    """The line with these words is to stay, and why."""
    line(window, words).click()
    window.get_by_label("Your comment").fill(text)
    window.get_by_role("button", name="Keep this").click()
    expect(thread(window, text)).to_be_visible()


def test_from_contradicting_advice_to_the_next_version(
    page: Page,
    people: Windows,
    service: Service,
    axe: Axe,
    mentors: dict[str, tuple[Page, str]],
    tmp_path: Path,
) -> None:
    (ben, address), (priya, _hers) = mentors["Ben Okri"], mentors["Priya Nair"]
    say(ben, NIGHT, FIX, "Must fix")
    comment(ben, PROFILE, ADD)
    keep(priya, NIGHT, KEEP)  # before there is a point of Ben's, which would be shown
    finish(ben, summary="Begin with what you lead.")
    finish(priya, "Ready for the employer")

    works_through(people.open(viewport={"width": 320, "height": 640}, **signed_in(page)), axe)
    reads_and_prints(page, axe)
    expect(ben.get_by_text(REASON)).to_be_visible()
    decided = thread(ben, FIX).get_by_text(DECISION)
    expect(decided).to_be_visible()

    page.goto("/desk/")
    page.get_by_role("link", name="Upload the next version").click()
    upload_next(page, tmp_path)
    tell_everybody(page)
    told = letter(service, address, "has a new version")
    assert "1 of your 2 points is in version 2." in told


def signed_in(page: Page) -> dict[str, object]:
    """Another window of the same person."""
    return {"storage_state": page.context.storage_state()}


def works_through(narrow: Page, axe: Axe) -> None:
    """By keyboard alone, in a window as narrow as a telephone."""
    narrow.goto("/desk/")
    expect(narrow.get_by_text("At one place in")).to_be_visible()
    press(narrow, narrow.get_by_role("link", name="Work through them"))
    expect(narrow.get_by_text("0 of 3 dealt with")).to_be_visible()
    axe(narrow)
    fits(narrow)
    press(narrow, narrow.get_by_role("link", name="Go there and decide"))
    fix, keep, add = (narrow.get_by_role("article").filter(has_text=t) for t in (FIX, KEEP, ADD))
    press(narrow, fix.get_by_role("button", name="Go with this"))
    expect(narrow.get_by_text("You went with")).to_be_visible()
    expect(narrow.get_by_text("2 of 3 dealt with").first).to_be_visible()
    fits(narrow)
    press(narrow, narrow.get_by_role("button", name="Undo"))
    expect(narrow.get_by_text("0 of 3 dealt with")).to_be_visible()
    press(narrow, fix.get_by_role("button", name="Used", exact=True))
    expect(narrow.get_by_text("1 of 3 dealt with").first).to_be_visible()
    focus_shows(narrow)
    press(narrow, keep.get_by_role("button", name="Kept", exact=True))
    expect(narrow.get_by_text("2 of 3 dealt with").first).to_be_visible()
    press(narrow, narrow.get_by_text("Decide in your own words"))
    tab_to(narrow, narrow.get_by_label("What do you decide?"))
    narrow.keyboard.type(DECISION)
    tab_to(narrow, narrow.get_by_label("Share it with everyone"))
    narrow.keyboard.press("Space")
    press(narrow, narrow.get_by_role("button", name="Save this decision"))
    expect(narrow.get_by_text(DECISION)).to_be_visible()
    press(narrow, add.get_by_text("Say why"), key="Shift+Tab")
    tab_to(narrow, add.get_by_label("Why, for Ben Okri to read"))
    narrow.keyboard.type(REASON)
    narrow.goto(narrow.url.partition("#")[0])
    expect(add.get_by_label("Why, for Ben Okri to read")).to_have_value(REASON)
    press(narrow, add.get_by_role("button", name="Not used", exact=True))
    expect(add.get_by_text(f"Not used: {REASON}")).to_be_visible()
    expect(narrow.get_by_text("3 of 3 dealt with").first).to_be_visible()
    fits(narrow)
    axe(narrow)


def reads_and_prints(page: Page, axe: Axe) -> None:
    """The round's letter: on the screen, and as it comes out on one sheet of paper."""
    page.goto("/rounds/")
    page.get_by_role("main").get_by_role("link", name=re.compile("resume")).first.click()
    page.get_by_role("link", name="Read it as one letter").click()
    expect(page.get_by_role("heading", name="Fix this first")).to_be_visible()
    expect(page.get_by_text(DECISION)).to_be_visible()
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page)
    page.emulate_media(media="print", color_scheme="light")
    for interface in ("Print it", "Desk"):
        expect(page.get_by_text(interface, exact=True).first).to_be_hidden()
    expect(page.locator(".letter-next")).to_be_hidden()
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    words = printed[0].get_textpage().get_text_range()
    assert len(printed) == 1
    for said in (
        FIX,
        KEEP,
        ADD,
        "Ready for the employer",
        "Begin with what you lead.",
        "version 1",
    ):
        assert said in " ".join(words.split())
    page.emulate_media(media="screen")


def fits(page: Page) -> None:
    """Nothing runs off the side."""
    assert_fits(page)
