"""A blind first pass of two mentors, opened up, another look; and what is typed without a network."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.infrastructure.pages import LOOKS, Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import (
    INVITED,
    SEND,
    but_for,
    fill_people,
    open_options,
    send_letters,
)
from tests.journeys.steps.commenting import comment, finish, save
from tests.journeys.steps.files import pdf
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.people import sign_up_by_forms, unique
from tests.journeys.steps.reading import NIGHT, PROFILE, line, read, ready, thread
from tests.journeys.steps.uploading import upload

pytestmark = pytest.mark.journey

PEOPLE = {"Ben Okri": "ben", "Eve Adjei": "eve"}


@pytest.fixture
def addresses(page: Page, service: Service) -> dict[str, str]:
    """Ada asks Ben and Eve, who are to see each other's comments only after finishing."""
    sign_up_by_forms(page, service, unique("ada"))
    upload(page, pdf())
    expect(page.locator("#line-1")).to_be_attached()
    page.get_by_role("link", name="Document", exact=True).click()
    page.get_by_role("link", name="Ask for critique").click()
    asked = {name: unique(short) for name, short in PEOPLE.items()}
    fill_people(page, asked)
    open_options(page)
    page.get_by_label("Blind first pass").check()
    send_letters(page)
    return asked


def come(people: Windows, service: Service, addresses: dict[str, str], name: str) -> Page:
    """Her window, after she opened her letter."""
    window = people.open()
    window.goto(letter_link(service, addresses[name], INVITED))
    window.get_by_role("button", name=f"Continue as {name}").click()
    ready(window)
    return window


@pytest.fixture
def ben(people: Windows, service: Service, addresses: dict[str, str]) -> Page:
    """Ben's window on the text."""
    return come(people, service, addresses, "Ben Okri")


@pytest.fixture
def eve(people: Windows, service: Service, addresses: dict[str, str]) -> Page:
    """Eve's window on the text."""
    return come(people, service, addresses, "Eve Adjei")


def sees_nothing_of(page: Page, *words: str) -> None:
    """After the next news and after a reload there is no trace."""
    with page.expect_response("**/news/**"):
        pass
    for word in words:
        expect(page.get_by_text(word)).to_have_count(0)
    page.reload()
    ready(page)
    for word in words:
        expect(page.get_by_text(word)).to_have_count(0)


def test_a_blind_first_pass_opened_up_and_another_look(
    page: Page, ben: Page, eve: Page, addresses: dict[str, str], service: Service
) -> None:
    comment(ben, NIGHT, "Lead with the result.")
    said = comment(ben, PROFILE, "Say what you lead.")
    read(said).get_by_role("button", name="Send this one now").click()
    expect(said.get_by_role("button", name="Send this one now")).to_have_count(0)
    expect(ben.get_by_text("1 comment", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_text("1 comment sent already.")).to_be_visible()
    comment(eve, "Ran the late shift", "How many nights?")

    ben.get_by_role("link", name=re.compile("^Finish and send to")).click()
    ben.get_by_label("What matters most").fill("Nearly there.")
    ben.get_by_text("Recruiter", exact=True).click()
    ben.get_by_text("Small fixes", exact=True).click()
    ben.get_by_role("button", name=SEND).click()
    ben.get_by_role("link", name="Back to the text").click()
    ready(ben)
    sees_nothing_of(eve, "Ben Okri", "Lead with the result.", "Say what you lead.")
    sees_nothing_of(ben, "Eve Adjei", "How many nights?")

    finish(eve, "Ready for the employer")
    expect(thread(eve, "Say what you lead.").get_by_text("Ben Okri")).to_be_visible()
    expect(thread(eve, "Say what you lead.").get_by_text("Recruiter")).to_be_visible()
    expect(thread(ben, "How many nights?")).to_be_visible()

    page.reload()
    page.get_by_role("link", name="Change").click()
    page.get_by_label("Open table").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("From now on: Open table")).to_be_visible()
    letter(service, addresses["Eve Adjei"], "lets everyone asked see each other")

    page.get_by_role("listitem").filter(has_text="Ben Okri").get_by_role(
        "button", name="Ask for another look"
    ).click()
    expect(page.get_by_text("Ben Okri is asked for another look.")).to_be_visible()
    again = people_window(ben, letter_link(service, addresses["Ben Okri"], "asks for another look"))
    expect(again.get_by_text("would like you to have another look")).to_be_visible()
    again.get_by_role("button", name="Continue as Ben Okri").click()
    ready(again)
    line(again, NIGHT).click()
    again.get_by_role("button", name=re.compile("^Comment on line")).click()
    again.get_by_label("Your comment").fill("Much better now.")
    said = save(again, "Much better now.")
    read(said).get_by_role("button", name="Send this one now").click()
    expect(said.get_by_role("button", name="Send this one now")).to_have_count(0)
    page.reload()
    expect(page.get_by_text("1 new since Ben Okri finished on")).to_be_visible()
    finish(again, "Ready for the employer")
    page.reload()
    expect(page.get_by_text("Ready for the employer")).to_have_count(2)


def people_window(page: Page, link: str) -> Page:
    """One more window of the same person, at this link."""
    window = page.context.new_page()
    window.goto(link)
    return window


def test_what_is_written_without_a_network_is_sent_when_it_is_back(
    page: Page, ben: Page, people: Windows
) -> None:
    comment(ben, NIGHT, "Lead with the result.")
    finish(ben)
    page.goto(ben.url.split("#")[0])
    ready(page)
    hers = thread(page, "Lead with the result.")
    forms = {
        "an answer": (
            page,
            hers,
            "Reply",
            "Your reply",
            "Reply",
            "Like this?",
        ),
        "an edit": (
            ben,
            thread(ben, "Lead with the result."),
            "Edit",
            "Your comment",
            "Save",
            "Lead with the number.",
        ),
    }
    for window, found, way_in, label, button, words in forms.values():
        read(found).get_by_role("link", name=way_in).click()
        area = window.get_by_label(label)
        area.fill("Half of")
        window.context.set_offline(True)
        area.fill(words)
        window.get_by_role("button", name=button, exact=True).click()
        expect(window.get_by_text("there is no connection")).to_be_visible()
        expect(area).to_be_editable()
        window.context.set_offline(False)
        expect(thread(window, words).locator(".comment-text", has_text=words)).to_have_count(1)
        expect(window.locator("comment-writing")).to_have_count(0)
    but_for(people, "ERR_INTERNET_DISCONNECTED")


def test_a_press_without_a_network_says_so_and_can_be_pressed_again(
    ben: Page, people: Windows
) -> None:
    said = comment(ben, NIGHT, "Lead with the result.")
    ben.context.set_offline(True)
    read(said).get_by_role("button", name="Send this one now").click()
    expect(said.get_by_text("Not done: there is no connection.")).to_be_visible()
    ben.context.set_offline(False)
    read(said).get_by_role("button", name="Send this one now").click()
    expect(said.get_by_role("button", name="Send this one now")).to_have_count(0)
    but_for(people, "ERR_INTERNET_DISCONNECTED")


def test_words_about_the_whole_survive_a_late_script_and_a_lost_network(
    ben: Page, people: Windows
) -> None:
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    ben.route("**/kept-words*.js", hold)
    line(ben, NIGHT).click()
    ben.get_by_label("Your comment").fill("Lead with the result.")
    save(ben, "Lead with the result.")
    ben.get_by_role("link", name=re.compile("^Finish and send to")).click()
    page = ben.url
    ben.get_by_label("What matters most").fill("Nearly there.")
    late.pop().continue_()
    ben.unroute("**/kept-words*.js")
    ben.wait_for_function("() => Boolean(customElements.get('kept-words'))")
    ben.get_by_text("Small fixes", exact=True).click()
    ben.context.set_offline(True)
    with ben.expect_event("requestfailed"):
        ben.get_by_role("button", name=SEND).click(no_wait_after=True)
    ben.wait_for_url("chrome-error://**")
    ben.context.set_offline(False)
    ben.goto(page)
    expect(ben.get_by_label("What matters most")).to_have_value("Nearly there.")
    ben.get_by_text("Small fixes", exact=True).click()
    ben.get_by_role("button", name=SEND).click()
    expect(ben.get_by_role("heading", name="Sent to Ada Okafor")).to_be_visible()
    ben.goto(page)
    expect(ben.get_by_label("What matters most")).to_have_value("Nearly there.")
    expect(ben.get_by_text("You finished on")).to_be_visible()
    but_for(people, "ERR_INTERNET_DISCONNECTED")


def test_the_pages_of_a_round_are_accessible_and_fit(
    page: Page, ben: Page, people: Windows, axe: Axe
) -> None:
    read(comment(ben, NIGHT, "Lead with the result.")).get_by_role(
        "button", name="Send this one now"
    ).click()
    comment(ben, PROFILE, "Say what you lead.")
    bar = ben.get_by_role("link", name="Finish and send to Ada Okafor").get_attribute("href") or ""
    finish(ben, summary="Nearly there.")
    comment(ben, "Ran the late shift", "How many nights?")
    page.reload()
    again = page.get_by_role("link", name="Ask with a note").get_attribute("href") or ""
    hers = [page.url, again]
    for width, scheme in LOOKS:
        look = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
        for owner, paths in ((page, hers), (ben, [bar])):
            window = people.open(**look, storage_state=owner.context.storage_state())
            for path in paths:
                window.goto(path)
                axe(window)
                assert_fits(window)
