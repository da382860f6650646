"""After a no: the letter to the employer leaves as a file, and what they answer stands in the debrief."""

import re
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.employers import begin_letter
from tests.journeys.steps.people import sign_up_by_forms, unique

pytestmark = pytest.mark.journey


def test_a_letter_leaves_as_a_file_and_its_answer_comes_back(page: Page, service: Service) -> None:
    sign_up_by_forms(page, service, unique("ada"))
    begin_letter(page)

    page.get_by_role("link", name="Send it to the employer").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="Download it as an email").click()
    raw = Path(started.value.path()).read_bytes()

    mail = BytesParser(policy=policy.default).parsebytes(raw)
    assert (mail["Subject"], mail["X-Unsent"]) == ("My application: Operations lead", "1")
    assert "next final round" in mail.get_content()

    page.set_viewport_size({"width": 390, "height": 844})
    assert_fits(page)
    page.get_by_role("button", name="I have sent it").click()
    page.get_by_label("What did they write?").fill("Tell us numbers.\n\nBest, Jo")
    assert_fits(page)
    page.get_by_role("button", name="Put it into my debrief").click()
    expect(page.get_by_role("textbox", name=re.compile("^How it went"))).to_have_value(
        re.compile("## What the employer said\n\n> Tell us numbers.\n>\n> Best, Jo\n")
    )
    assert_fits(page)
