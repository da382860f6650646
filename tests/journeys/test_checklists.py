"""A mentor with an account answers her own checklist, beside a comment of her own bank."""

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.asking import Asked
from tests.journeys.steps.people import sign_up_by_forms
from tests.journeys.steps.reading import NIGHT, line, ready, thread

pytestmark = pytest.mark.journey

QUESTIONS = ("Does each job begin with a result?", "Could every number be checked?")


def mentor_with_a_bank(page: Page) -> None:
    """What she keeps: a comment to use again, and a checklist."""
    page.goto("/saved-comments/")
    page.get_by_label("What you look for").fill("Results")
    page.get_by_label("What it says").fill("{name}, lead with the result.")
    page.get_by_role("button", name="Save").click()
    page.goto("/mentoring/")
    page.get_by_role("link", name="Checklists").click()
    page.get_by_label("What it is called").fill("Ten-minute read")
    page.get_by_label("Its questions").fill("\n".join(QUESTIONS))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(QUESTIONS[1]).first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_what_she_asks_of_every_text_is_answered_beside_her_verdict(
    asked: Asked, people: Windows, service: Service, axe: Axe, width: int
) -> None:
    ben = people.open(viewport={"width": width, "height": 844})
    sign_up_by_forms(ben, service, asked.ben, name="Ben Okri")
    mentor_with_a_bank(ben)
    axe(ben)
    assert_fits(ben)

    ben.goto("/mentoring/")
    ben.get_by_role("link", name="Have a look").click()
    ben.locator(".letter strong a").click()
    ready(ben)
    line(ben, NIGHT).click()
    ben.get_by_label("Your comment").press_sequentially("/resu")
    ben.get_by_role("option", name="Results").click()
    ben.get_by_role("button", name="Save").first.click()
    expect(thread(ben, "Ada Okafor, lead with the result.")).to_be_visible()
    ben.get_by_role("link", name="Finish and send to Ada Okafor").click()
    ben.get_by_role("link", name="Answer it").click()
    for question, answer in zip(QUESTIONS, ("No", "Not sure"), strict=True):
        ben.get_by_role("group", name=question).get_by_label(answer, exact=True).check()
    axe(ben)
    assert_fits(ben)
    ben.get_by_role("button", name="Save").click()
    expect(ben.get_by_text("1 no and 1 not sure")).to_be_visible()
    ben.get_by_label("Small fixes").check()
    axe(ben)
    ben.get_by_role("button", name="Send 1 comment to Ada Okafor").click()
    expect(ben.get_by_text(QUESTIONS[0])).to_be_visible()

    ada = asked.ada
    ada.set_viewport_size({"width": width, "height": 844})
    ada.goto(asked.round)
    ada.get_by_text("1 no and 1 not sure").click()
    expect(ada.get_by_text(QUESTIONS[0])).to_be_visible()
    axe(ada)
    assert_fits(ada)
    ada.get_by_role("link", name="Read it as one letter").click()
    expect(ada.get_by_role("listitem").filter(has_text=QUESTIONS[1])).to_contain_text("Not sure")
