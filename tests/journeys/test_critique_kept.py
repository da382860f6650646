"""What is typed is kept: through a reload, without a network, after an ended pass, from two windows."""

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import LOOKS, Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import INVITED, Asked, ask, but_for, open_letter
from tests.journeys.steps.commenting import comment, finish, save
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.reading import NIGHT, PROFILE, line, read, ready, thread

pytestmark = pytest.mark.journey


@pytest.fixture
def ben(asked: Asked, people: Windows) -> Page:
    """Ben's window on the text."""
    return open_letter(asked, people)


def test_what_is_typed_survives_a_reload_and_lost_network_and_is_sent_once(
    ben: Page, people: Windows
) -> None:
    line(ben, PROFILE).click()
    ben.get_by_label("Your comment").fill("Say what you lead.")
    ben.reload()
    ready(ben)
    expect(ben.get_by_label("Your comment")).to_have_value("Say what you lead.")

    ben.context.set_offline(True)
    ben.get_by_role("button", name="Save").click()
    expect(ben.get_by_text("there is no connection")).to_be_visible()
    ben.context.set_offline(False)
    expect(thread(ben, "Say what you lead.")).to_have_count(1)
    expect(ben.get_by_text("1 comment", exact=True)).to_be_visible()
    but_for(people, "ERR_INTERNET_DISCONNECTED")

    line(ben, NIGHT).click()
    ben.get_by_label("Your comment").fill("Once.")
    twice = "(button) => { button.click(); button.click(); }"
    ben.get_by_role("button", name="Save").evaluate(twice)
    expect(ben.get_by_text("2 comments", exact=True)).to_be_visible()
    ben.reload()
    ready(ben)
    expect(thread(ben, "Once.")).to_have_count(1)


def test_words_outlive_the_right_to_send_them(
    asked: Asked, ben: Page, people: Windows, service: Service
) -> None:
    line(ben, PROFILE).click()
    ben.get_by_label("Your comment").fill("Too late, perhaps.")
    asked.ada.goto(asked.round)
    asked.ada.get_by_role("link", name="Withdraw").click()
    asked.ada.get_by_role("dialog").get_by_role("button", name="Withdraw it").click()
    expect(asked.ada.get_by_text("Ben Okri can no longer read this.")).to_be_visible()

    ben.get_by_role("button", name="Save").click()

    expect(ben.get_by_text("Your words are safe in this browser").first).to_be_visible()
    expect(ben.get_by_label("Your comment")).to_have_value("Too late, perhaps.")
    but_for(people, "404", "403")
    assert "What you have written is not lost." in letter(service, asked.ben, "no longer needs")
    asked.ada.goto(ben.url.split("versions/")[0])
    ask(asked.ada, asked.ben)
    ben.goto(letter_link(service, asked.ben, INVITED, count=2))
    ben.get_by_role("button", name="Continue as Ben Okri").click()
    ready(ben)
    expect(ben.get_by_label("Your comment")).to_have_value("Too late, perhaps.")
    save(ben, "Too late, perhaps.")


def test_two_windows_show_both_texts(ben: Page, people: Windows) -> None:
    said = comment(ben, NIGHT, "Lead with the result.")
    other = ben.context.new_page()
    other.goto(ben.url)
    ready(other)
    read(thread(other, "Lead with the result.")).get_by_role("link", name="Edit").click()
    other.get_by_label("Your comment").fill("From the other window.")

    read(said).get_by_role("link", name="Edit").click()
    ben.get_by_label("Your comment").fill("From this window.")
    save(ben, "From this window.")
    other.get_by_role("button", name="Save").click()

    expect(other.get_by_text("Both are here")).to_be_visible()
    expect(other.locator(".comment-kept")).to_have_text("From this window.")
    expect(other.get_by_label("Your comment")).to_have_value("From the other window.")
    but_for(people, "409")


def test_two_windows_on_one_line_keep_the_words_of_both(ben: Page) -> None:
    other = ben.context.new_page()
    line(ben, NIGHT).click()
    ben.get_by_label("Your comment").fill("From the first window.")
    other.goto(ben.url.split("#")[0])
    ready(other)
    expect(other.get_by_label("Your comment")).to_have_value("From the first window.")
    other.get_by_label("Your comment").fill("From the second window.")

    save(other, "From the second window.")
    save(ben, "From the first window.")

    ben.reload()
    ready(ben)
    for words in ("From the first window.", "From the second window."):
        expect(thread(ben, words)).to_have_count(1)


def test_threads_come_change_and_go_in_front_of_ones_eyes(asked: Asked, ben: Page) -> None:
    ada = asked.ada
    comment(ben, NIGHT, "Lead with the result.")
    finish(ben)
    with ben.expect_response("**/news/**") as polled:
        pass
    assert polled.value.status == 204
    ada.goto(ben.url.split("#")[0])
    ready(ada)
    hers = ada.get_by_role("article")
    read(hers).get_by_role("link", name="Reply").click()
    ada.get_by_label("Your reply").fill("Like this?")
    ada.get_by_role("button", name="Reply", exact=True).click()
    expect(hers.get_by_text("Like this?")).to_be_visible()

    expect(thread(ben, "Like this?")).to_be_visible()
    read(thread(ben, "Like this?")).get_by_role("link", name="Delete").click()
    ben.get_by_role("button", name="Delete it").click()
    expect(hers.get_by_text("This comment was deleted.")).to_be_visible()
    read(hers).get_by_role("button", name="Resolve").click()
    expect(ada.get_by_text("0 open")).to_be_visible()
    read(hers).get_by_role("button", name="Reopen").click()
    expect(ada.get_by_text("1 open")).to_be_visible()


def test_every_page_of_a_critique_is_accessible_and_fits(
    asked: Asked, ben: Page, people: Windows, axe: Axe
) -> None:
    comment(ben, PROFILE, "Say what you lead.")
    said = comment(ben, NIGHT, "Lead with the result.").get_by_role("link", name="Edit")
    edit = said.get_attribute("href") or ""
    finish(ben)
    comment(ben, "Ran the late shift", "How many nights?")
    reading = ben.url.split("#")[0]
    bar = ben.get_by_role("link", name="Finish and send to Ada Okafor").get_attribute("href") or ""
    reply = ben.get_by_role("link", name="Reply").first.get_attribute("href") or ""
    his = [reading, f"{reading}text/", f"{reading}?line=3", bar, reply, edit, f"{edit}deletion/"]

    for width, scheme in LOOKS:
        look = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
        for owner, paths in ((ben, his), (asked.ada, [reading, reply])):
            window = people.open(**look, storage_state=owner.context.storage_state())
            for path in paths:
                window.goto(path)
                if path == reading:
                    ready(window)
                axe(window)
                assert_fits(window)
