"""Ben sends his review: choosing is not sending, Enter sends nothing, and what he sent stays in sight."""

import pytest
from playwright.sync_api import expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.service import Service
from tests.journeys.steps.asking import SEND, Asked, but_for, open_letter
from tests.journeys.steps.commenting import comment
from tests.journeys.steps.keyboard import keys, tab_to
from tests.journeys.steps.letters import letter
from tests.journeys.steps.reading import NIGHT

pytestmark = pytest.mark.journey

SUMMARY = "Begin with what you lead."


def test_a_review_is_sent_by_its_button_alone(
    asked: Asked, people: Windows, service: Service, axe: Axe
) -> None:
    ben = open_letter(asked, people)
    comment(ben, NIGHT, "Lead with the result.")
    ben.get_by_role("link", name="Finish and send to Ada Okafor").click()
    ben.get_by_label("What matters most").fill(SUMMARY)
    send = ben.get_by_role("button", name="Send 1 comment to Ada Okafor")
    axe(ben)

    tab_to(ben, ben.get_by_label("Hires in this field"))
    keys(ben, "Space")
    ben.keyboard.press("Enter")
    expect(ben.get_by_text("Nothing was sent, and nothing is lost.").first).to_be_visible()
    expect(ben.get_by_label("What matters most")).to_have_value(SUMMARY)
    expect(ben.get_by_label("Hires in this field")).to_be_checked()
    axe(ben)
    ben.get_by_role("button", name=SEND).click()
    expect(ben.get_by_text("Nothing was sent, and nothing is lost.").first).to_be_visible()
    tab_to(ben, ben.get_by_label("Ready for the employer"))
    keys(ben, "ArrowDown")
    ben.keyboard.press("Enter")
    expect(ben.get_by_role("alert")).to_have_count(0)
    expect(ben.get_by_label("Small fixes")).to_be_checked()
    expect(ben.get_by_label("What matters most")).to_have_value(SUMMARY)
    expect(send).to_be_visible()
    ben.get_by_role("button", name=SEND).click()

    expect(ben.get_by_role("heading", name="Sent to Ada Okafor")).to_be_visible()
    for words in ("Small fixes", "1 comment", SUMMARY):
        expect(ben.get_by_text(words).first).to_be_visible()
    axe(ben)
    told = letter(service, asked.seeker, "Ben Okri")
    assert "small fixes" in told
    assert SUMMARY in told
    ben.get_by_role("link", name="Back to the text").click()
    ben.get_by_role("link", name="What you sent").click()
    expect(ben.get_by_text(SUMMARY)).to_be_visible()
    but_for(people, "422")  # the answers without a verdict
