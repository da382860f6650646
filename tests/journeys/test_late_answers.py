"""What somebody does while an answer is on its way stays as it is, and so does the focus."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.pages import Windows
from tests.journeys.steps.answers import Late
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import comment, finish
from tests.journeys.steps.reading import NIGHT, PROFILE, line, read, ready, thread

pytestmark = pytest.mark.journey

LEAD, RESULT = "Say what you lead.", "Lead with the result."
UNSAVED = "Unsaved"
USES = "**/threads/*/use/**"


@pytest.fixture
def ben(asked: Asked, people: Windows) -> Page:
    """Ben's window on the text."""
    return open_letter(asked, people)


@pytest.fixture
def ada(asked: Asked, ben: Page) -> Page:
    """Ada's window on the text, about which Ben has sent two points."""
    comment(ben, PROFILE, LEAD)
    comment(ben, NIGHT, RESULT)
    finish(ben)
    asked.ada.goto(ben.url.split("#")[0])
    ready(asked.ada)
    return asked.ada


def resolve(found: Locator) -> Locator:
    """Its button."""
    return read(found).get_by_role("button", name="Resolve")


def point(page: Page, text: str) -> Locator:
    """In the list of all that is to do."""
    return page.get_by_role("article").filter(has_text=text)


def saving_is_said(page: Page, addresses: str) -> None:
    """From the press on Save until it is answered, on the button."""
    late = Late(page, addresses)
    late.press(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("button", name="Saving…")).to_be_visible()
    late.let_go()
    expect(page.get_by_role("button", name="Saving…")).to_have_count(0)


def test_what_leaves_says_that_it_is_saving(ben: Page) -> None:
    line(ben, PROFILE).click()
    ben.get_by_label("Your comment").fill(LEAD)
    saving_is_said(ben, "**/threads/")

    read(thread(ben, LEAD)).get_by_role("link", name="Edit").click()
    ben.get_by_label("Your comment").fill(RESULT)
    saving_is_said(ben, "**/comments/*/")

    expect(thread(ben, RESULT)).to_be_visible()


def test_a_press_under_way_is_busy(ada: Page) -> None:
    late = Late(ada, "**/resolution/")
    late.press(resolve(thread(ada, LEAD)))

    busy = thread(ada, LEAD).locator("button[aria-busy=true]")
    expect(busy).to_have_count(1)
    late.let_go()
    expect(busy).to_have_count(0)


def test_a_comment_is_saved_while_the_next_one_is_written(ben: Page) -> None:
    saving = Late(ben, "**/threads/")
    line(ben, PROFILE).click()
    ben.get_by_label("Your comment").fill(LEAD)
    saving.press(ben.get_by_role("button", name="Save"))
    line(ben, NIGHT).click()
    ben.keyboard.type("Lead ")
    saving.let_go()

    expect(thread(ben, LEAD)).to_be_visible()
    ben.keyboard.type("with it.")
    expect(ben.get_by_label("Your comment")).to_have_value("Lead with it.")
    expect(ben.get_by_text(UNSAVED)).to_be_hidden()
    ben.reload()
    ready(ben)
    expect(thread(ben, LEAD)).to_have_count(1)


def test_an_answer_is_written_while_its_thread_is_resolved(ada: Page) -> None:
    pressing = Late(ada, "**/resolution/")
    found = thread(ada, LEAD)
    pressing.press(resolve(found))
    found.get_by_role("link", name="Reply").click()
    ada.keyboard.type("Do you ")
    pressing.let_go()

    expect(found.get_by_role("button", name="Reopen")).to_be_visible()
    ada.keyboard.type("see?")
    expect(ada.get_by_label("Your reply")).to_have_value("Do you see?")


def test_the_next_point_is_resolved_while_one_is_on_its_way(ada: Page) -> None:
    pressing = Late(ada, "**/resolution/")
    first, second = thread(ada, LEAD), thread(ada, RESULT)
    pressing.press(resolve(first))
    resolve(second).click()
    pressing.let_go()

    for found in (first, second):
        expect(read(found).get_by_role("button", name="Reopen")).to_be_visible()


def test_of_two_forms_the_one_that_was_wanted_last_opens(ben: Page) -> None:
    edit = read(comment(ben, NIGHT, RESULT)).get_by_role("link", name="Edit")
    editing = Late(ben, "**/comments/*/")
    editing.press(edit)
    edit.click()
    with ben.expect_response("**/comments/*/"):
        editing.let_go()
    expect(ben.locator("comment-writing")).to_have_count(1)
    ben.keyboard.press("Escape")

    editing = Late(ben, "**/comments/*/")
    editing.press(read(thread(ben, RESULT)).get_by_role("link", name="Edit"))
    line(ben, PROFILE).click()
    ben.keyboard.type("Say what ")
    with ben.expect_response("**/comments/*/"):
        editing.let_go()
    ben.keyboard.type("you lead.")

    expect(ben.get_by_label("Your comment")).to_have_value(LEAD)
    expect(ben.locator("comment-writing")).to_have_count(1)


def test_a_reason_is_typed_while_the_press_is_on_its_way(ada: Page) -> None:
    ada.get_by_role("link", name="Work through them").click()
    pressing = Late(ada, USES)
    first, second = point(ada, LEAD), point(ada, RESULT)
    first.get_by_text("Say why").click()
    reason = first.get_by_label("Why, for Ben Okri to read")
    reason.click()
    ada.keyboard.type("I say ")
    pressing.press(first.get_by_role("button", name="Used", exact=True))
    reason.click()
    ada.keyboard.press("End")
    ada.keyboard.type("it in ")
    pressing.let_go()

    expect(ada.get_by_text("1 of 2 dealt with").first).to_be_visible()
    ada.keyboard.type("the letter.")
    expect(reason).to_have_value("I say it in the letter.")
    ada.reload()
    expect(reason).to_have_value("I say it in the letter.")

    pressing = Late(ada, USES)
    pressing.press(first.get_by_role("button", name="Partly", exact=True))
    second.get_by_text("Say why").click()
    second.get_by_label("Why, for Ben Okri to read").click()
    ada.keyboard.type("It ")
    pressing.let_go()
    expect(first.get_by_text("Partly used: I say it in the letter.")).to_be_visible()
    ada.keyboard.type("stays.")
    expect(second.get_by_label("Why, for Ben Okri to read")).to_have_value("It stays.")
