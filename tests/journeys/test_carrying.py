"""What becomes of Ben's points when Ada uploads the next version: found again, changed, gone, put back."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.pages import Windows, assert_accessible
from tests.infrastructure.service import Service
from tests.journeys.steps.asking import Asked, ask_ben, open_letter
from tests.journeys.steps.commenting import comment, finish
from tests.journeys.steps.files import pdf_with
from tests.journeys.steps.keyboard import focus_shows, press
from tests.journeys.steps.reading import NIGHT, line, read, ready, thread
from tests.journeys.steps.uploading import next_version

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
SYSTEM = "Helped with the introduction of a new warehouse system."
BELT = "Swapped shouting across the belt"
# As Ada rewrites it: one line is made better, one goes, and the last paragraph stays.
REWRITTEN = {
    "Responsible for 84 people on three shifts": "Lead 84 people on three shifts",
    f"    - {SYSTEM}\n": "",
}
# The same line, written anew in its place: nobody can be sure that it says the same.
ANEW = "One place for every pallet since March: counting takes an hour less."


@pytest.fixture
def carried(page: Page, service: Service, people: Windows) -> tuple[Asked, Page]:
    """Three points were sent; then the next version came. Ada and Ben read it."""
    asked = ask_ben(page, service)
    ben = open_letter(asked, people)
    comment(ben, NIGHT, "Say that you lead them.")
    comment(ben, "Helped with the introduction", "What did you do?")
    comment(ben, BELT, "Keep this one.")
    finish(ben)
    next_version(asked.ada, ben.url, pdf_with(REWRITTEN))
    for window in (asked.ada, ben):
        window.goto(ben.url.replace("/versions/1/", "/versions/2/"))
        ready(window)
        expect(window.locator("article.thread")).to_have_count(3)
    return asked, ben


def tray(page: Page) -> Locator:
    """Where points without a place stand."""
    return page.locator("#tray")


def test_points_go_along_and_say_what_became_of_their_words(carried: tuple[Asked, Page]) -> None:
    ada = carried[0].ada
    tray(ada).locator("summary").click()

    kept, changed = thread(ada, "Keep this one."), thread(ada, "Say that you lead them.")
    expect(kept).to_contain_text(BELT)
    expect(kept.locator(".relocation")).to_have_count(0)
    expect(changed).to_contain_text("These words have changed since")
    expect(changed.locator(".was")).to_contain_text("Responsible for 84 people")
    expect(changed.locator(".thread-quote").first).to_contain_text("Lead 84 people")
    expect(tray(ada)).to_contain_text("These words are no longer there")
    expect(tray(ada)).to_contain_text("What did you do?")
    assert_accessible(ada)

    read(changed).get_by_role("button", name="Yes, it does").click()

    expect(changed).to_contain_text("Used")
    expect(changed.get_by_role("button", name="Yes, it does")).to_have_count(0)


def test_a_point_is_put_in_its_place_by_mouse_and_stays_there(carried: tuple[Asked, Page]) -> None:
    ada = carried[0].ada
    tray(ada).locator("summary").click()

    thread(ada, "What did you do?").get_by_role("link", name="Find its place").click()
    line(ada, "Brought agency cover down").click()

    placed = thread(ada, "What did you do?")
    expect(placed).to_contain_text("Placed by hand")
    expect(placed).to_contain_text("Brought agency cover down")
    expect(tray(ada)).to_be_hidden()
    ada.reload()
    ready(ada)
    expect(thread(ada, "What did you do?")).to_contain_text("Placed by hand")


def test_its_author_puts_it_there_by_keyboard(carried: tuple[Asked, Page]) -> None:
    ben = carried[1]
    ben.reload()
    ready(ben)
    press(ben, tray(ben).locator("summary"))
    press(ben, thread(ben, "What did you do?").get_by_role("link", name="Find its place"))
    focus_shows(ben)
    for _line in range(3):
        ben.keyboard.press("ArrowDown")
    ben.keyboard.press("Enter")

    placed = thread(ben, "What did you do?")
    expect(placed).to_contain_text("Placed by hand")
    expect(placed).to_be_focused()
    expect(tray(ben)).to_be_hidden()


def test_escape_leaves_it_where_it_was(carried: tuple[Asked, Page]) -> None:
    ada = carried[0].ada
    tray(ada).locator("summary").click()
    link = thread(ada, "What did you do?").get_by_role("link", name="Find its place")
    link.click()

    ada.keyboard.press("Escape")

    expect(link).to_be_focused()
    expect(ada.locator("placing-bar")).to_be_hidden()
    line(ada, "Brought agency cover down").click()
    expect(tray(ada)).to_contain_text("What did you do?")


def test_it_is_put_there_by_touch_on_a_small_screen(
    carried: tuple[Asked, Page], people: Windows
) -> None:
    phone = people.open(storage_state=carried[0].ada.context.storage_state(), **PHONE)
    phone.goto(carried[0].ada.url)
    ready(phone)
    tray(phone).locator("summary").tap()
    thread(phone, "What did you do?").get_by_role("link", name="Find its place").tap()

    line(phone, "Brought agency cover down").locator(".words").tap()

    expect(thread(phone, "What did you do?")).to_contain_text("Placed by hand")
    expect(tray(phone)).to_be_hidden()
    assert_accessible(phone)


def test_what_may_be_its_place_is_offered_and_taken_by_mouse(
    page: Page, service: Service, people: Windows
) -> None:
    asked = ask_ben(page, service)
    ben = open_letter(asked, people)
    comment(ben, "Helped with the introduction", "What did you do?")
    finish(ben)
    next_version(asked.ada, ben.url, pdf_with({SYSTEM: ANEW}))
    ada = asked.ada
    ada.goto(ben.url.replace("/versions/1/", "/versions/2/"))
    ready(ada)
    tray(ada).locator("summary").click()
    point = thread(ada, "What did you do?")
    expect(point.locator(".guess")).to_contain_text("One place for every pallet")

    point.get_by_role("button", name="Yes, it is here").click()

    expect(tray(ada)).to_be_hidden()
    expect(point.locator(".thread-quote").first).to_contain_text("One place for every pallet")
    undo = point.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    expect(tray(ada)).to_be_visible()
    point.get_by_role("button", name="No, it is gone").click()

    expect(tray(ada)).to_be_visible()
    expect(point).to_contain_text("It is not here:")
    assert_accessible(ada)
