"""A round after it was asked: the page follows the email; closed, whoever was still asked hears of it."""

from datetime import date

import pytest
from playwright.sync_api import expect

from mentorship.toolbox.clock.dates import full_day
from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.journeys.steps.asking import (
    INVITED,
    QUESTION,
    Asked,
    fill_people,
    open_letter,
    send_letters,
)
from tests.journeys.steps.days import day_in
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.people import unique
from tests.journeys.steps.reading import ready

pytestmark = pytest.mark.journey


def test_a_round_is_closed_and_ben_hears_it_once(
    asked: Asked, people: Windows, service: Service
) -> None:
    ada, ben = asked.ada, open_letter(asked, people)
    ada.goto(asked.round)

    ada.get_by_role("link", name="Close this round").click()
    ada.get_by_role("dialog").get_by_role("button", name="Close the round").click()

    expect(ada.get_by_text("You closed this round on")).to_be_visible()
    assert service.sink
    assert service.sink.wait_for(asked.ben, subject="has closed the round")
    ben.reload()
    expect(ben.get_by_text("has closed the round you were asked in")).to_be_visible()
    expect(ben.get_by_text("You have no comments on this version.")).to_be_visible()

    ada.get_by_role("button", name="Open it again").click()
    assert service.sink.wait_for(asked.ben, subject="again")
    ben.reload()
    expect(ben.get_by_text("has closed the round")).to_have_count(0)


def test_a_round_gets_another_day_and_ben_reads_it(
    asked: Asked, people: Windows, service: Service
) -> None:
    ada, day = asked.ada, day_in("UTC", after=9)
    ada.goto(asked.round)

    ada.get_by_role("link", name="Edit name, day or questions").click()
    ada.get_by_label("By when?").fill(day)
    ada.get_by_role("button", name="Save").click()

    told = f"by {full_day(date.fromisoformat(day))}"
    expect(ada.get_by_role("main")).to_contain_text(told)
    assert told in letter(service, asked.ben, "has changed what you were asked")
    ben = people.open()
    ben.goto(asked.link)
    expect(ben.get_by_role("main")).to_contain_text(f"would like to hear from you {told}")


def test_a_round_gets_one_more_person_who_reads_the_same(
    asked: Asked, people: Windows, service: Service
) -> None:
    ada, eve = asked.ada, unique("eve")
    ada.goto(asked.round)

    ada.get_by_role("link", name="Ask more people").click()
    fill_people(ada, {"Eve Ito": eve})
    send_letters(ada)

    expect(ada.get_by_role("main")).to_contain_text(eve)
    words = letter(service, eve, INVITED)
    assert QUESTION in words
    link = letter_link(service, eve, INVITED)
    page = people.open()
    page.goto(link)
    page.get_by_role("button", name="Continue as Eve Ito").click()
    ready(page)
    assert service.sink
    assert len(service.sink.to(asked.ben)) == 1


def test_the_rounds_page_says_by_itself_that_the_email_has_left(
    asked: Asked, people: Windows
) -> None:
    ada = asked.ada
    ada.goto(asked.round)

    ada.get_by_role("button", name="Send again").click()

    expect(ada.get_by_text("Email waiting to be sent")).to_be_visible()
    expect(ada.get_by_text("Email sent")).to_be_visible(timeout=60_000)
