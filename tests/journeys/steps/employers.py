"""What a seeker writes to an employer who said no."""

import re

from playwright.sync_api import Page, expect


def begin_letter(page: Page) -> None:
    """A job that was in its final round says no, and the letter to the employer is begun."""
    page.goto("/pursuits/new/")
    page.get_by_label("What is the job called?").fill("Operations lead")
    page.get_by_label("Employer").fill("Hale Parcels")
    page.get_by_role("button", name="Add it").click()
    page.locator("summary", has_text="It is over").click()
    page.get_by_role("button", name="They said no").click()
    page.get_by_label("How far did you get?").select_option("I was in the final round")
    page.get_by_role("button", name="Write to the employer").click()
    expect(page.get_by_role("textbox", name=re.compile("^To the employer"))).to_have_value(
        re.compile("next final round")
    )
