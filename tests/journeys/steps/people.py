"""Who takes part, and how one signs up, by the words one sees."""

import re
import time

from playwright.sync_api import Page, expect

from tests.infrastructure.service import Service
from tests.journeys.steps.forms import sent

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
CODE_SUBJECT = "Your code"


EMAIL = re.compile("^e-?mail", re.IGNORECASE)


PASSWORD = "grow-quiet-lantern-7"


def code_for(service: Service, address: str, *, count: int = 1) -> str:
    """The code in the newest of its letters to `address`, once `count` of them have come.

    Other letters may come first: somebody invited can be signing up meanwhile.
    """
    assert service.sink
    letter = service.sink.wait_for(address, subject=CODE_SUBJECT, count=count).message
    body = letter.get_body(("plain",))
    assert body
    return code_in(body.get_content())


def code_in(words: str) -> str:
    """The code in the words of a letter."""
    found = CODE.search(words)
    assert found, "there is no code in the letter"
    return found[0]


def sign_up(page: Page, service: Service, address: str, *, name: str = "Ada Okafor") -> None:
    """From the landing page to the desk, with nothing but what pages and letters say."""
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Sign up").first.click()
    page.get_by_label(EMAIL).fill(address)
    page.get_by_label("What should people call you?").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign up").click()
    page.get_by_label("Code").fill(code_for(service, address))
    page.get_by_role("button", name="Confirm the address").click()
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()


def sign_up_by_forms(
    page: Page, service: Service, address: str, *, name: str = "Ada Okafor"
) -> None:
    """The same, sent as the pages would send it, where a journey is about what comes after."""
    zone = page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    facts = {"email": address, "display_name": name, "password1": PASSWORD, "time_zone": zone}
    asked = sent(page, page.request.get("/account/signup/"), facts)
    desk = sent(page, asked, {"code": code_for(service, address)})
    assert desk.url.endswith("/desk/"), desk.url


def unique(name: str) -> str:
    """An address of this test alone."""
    return f"{name}-{time.time_ns()}@seekers.example"
