"""How one comments on a line, and sends what was drafted."""

import re
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from tests.journeys.steps.asking import SEND
from tests.journeys.steps.reading import line, ready, thread

POST = """async ([address, fields]) => {
  const token = document.querySelector("#acts [name=csrfmiddlewaretoken]").value;
  const body = new URLSearchParams({ ...fields, csrfmiddlewaretoken: token });
  const headers = { "Fragment-For": location.href };
  return (await fetch(address, { method: "POST", body, headers })).status;
}"""


def comment(page: Page, words: str, text: str) -> Locator:
    """Press a line, type, press Save; the thread."""
    line(page, words).click()
    page.get_by_label("Your comment").fill(text)
    return save(page, text)


def post(page: Page, /, **fields: str) -> None:
    """A comment, as the page's own form sends it; the page shows it once it is loaded anew."""
    address = page.locator("#margin").get_attribute("data-threads")
    assert page.evaluate(POST, [address, {"key": str(uuid4()), **fields}]) == 201


def save(page: Page, text: str) -> Locator:
    """Press Save; the thread in which the text stands then."""
    page.get_by_role("button", name="Save").click()
    found = thread(page, text)
    expect(found.locator(".comment-text", has_text=text)).to_be_visible()
    return found


def finish(page: Page, verdict: str = "Small fixes", *, summary: str = "") -> None:
    """Send everything with this verdict."""
    page.get_by_role("link", name=re.compile("^Finish and send to")).click()
    page.get_by_text(verdict, exact=True).click()
    page.get_by_label("What matters most").fill(summary)
    page.get_by_role("button", name=SEND).click()
    page.get_by_role("link", name="Back to the text").click()
    ready(page)
