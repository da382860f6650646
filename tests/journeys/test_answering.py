"""A question the seeker asked is answered as what it is, and ticked in front of one's eyes."""

import re

import pytest
from playwright.sync_api import expect

from tests.infrastructure.pages import Axe, Windows
from tests.journeys.steps.asking import QUESTION, Asked, open_letter
from tests.journeys.steps.reading import ready, thread, unfold

pytestmark = pytest.mark.journey


def test_a_question_is_answered_and_ticked(asked: Asked, people: Windows, axe: Axe) -> None:
    ben = open_letter(asked, people)
    finish = ben.get_by_role("link", name=re.compile("^Finish and send to"))
    finish.click()
    expect(ben.get_by_text("one thing that you have not answered")).to_be_visible()
    axe(ben)
    ben.get_by_role("link", name="Answer question 1").click()
    ready(ben)
    form = ben.locator("comment-writing")
    expect(form.get_by_text(QUESTION)).to_be_visible()
    expect(form.get_by_text("Must fix")).to_have_count(0)
    expect(form.get_by_role("button", name="Keep this")).to_have_count(0)
    form.get_by_role("link", name="Cancel").click()

    unfold(ben)
    ben.get_by_role("link", name="Answer question 1").click()
    ben.get_by_label("Your answer").fill("By half a page.")
    axe(ben)
    ben.get_by_role("button", name="Save").click()

    ticked = ben.get_by_role("link", name="read your answer to question 1")
    expect(ticked).to_be_visible()
    ticked.click()
    expect(thread(ben, "By half a page.")).to_be_focused()
    finish.click()
    expect(ben.get_by_text("that you have not answered")).to_have_count(0)
