"""A round after it was asked: the page follows the email; closed, whoever was still asked hears of it."""

import pytest
from playwright.sync_api import expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.journeys.steps.asking import Asked, open_letter

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

    ada.get_by_role("button", name="Open it again").click()
    assert service.sink.wait_for(asked.ben, subject="again")
    ben.reload()
    expect(ben.get_by_text("has closed the round")).to_have_count(0)


def test_the_rounds_page_says_by_itself_that_the_email_has_left(
    asked: Asked, people: Windows
) -> None:
    ada = asked.ada
    ada.goto(asked.round)

    ada.get_by_role("button", name="Send again").click()

    expect(ada.get_by_text("Email waiting to be sent")).to_be_visible()
    expect(ada.get_by_text("Email sent")).to_be_visible(timeout=60_000)
