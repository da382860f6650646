"""Every address that answers with a page: axe finds nothing on it, and nothing runs off the side.

The pages are those that people of the access matrix get, asked for in this process, and shown by a
real browser. No address has to be thought of: one that gives nobody a page has to say why.
"""

import mimetypes
from collections.abc import Callable, Iterator
from contextvars import copy_context
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Error, Route

from tests.browsing.browsers import sign_in
from tests.infrastructure.pages import LOOKS, Axe, windows
from tests.infrastructure.settled import assert_fits
from tests.pages.addresses import addresses
from tests.pages.after_forms import files, steps, versions
from tests.pages.matrix import LINES, said_in
from tests.pages.personas import NEW_PASSWORD, World, world

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

HOST = "http://testserver"
SHOWN_TO = ("owner", "visitor")  # the first of them who gets a page
NO_PAGE = {  # what is read at these addresses, where it is no page of its own
    "account_complete_password_reset": "a step after a code, a form as account_change_password",
    "account_confirm_login_code": "among `steps`",
    "account_confirm_password_reset_code": "among `steps`",
    "account_email_verification_sent": "among `steps`",
    "account_set_password": "on to the form that changes it: nobody is without a password",
    "circle:entry": "on to the letter",
    "critique:comment_people": "part of a form",
    "critique:link": "on to the place in the text",
    "critique:news": "part of the margin",
    "critique:people": "part of a form",
    "critique:sending": "what a mailed link alone opens: journeys about finishing look at it",
    "critique:settlement": "on to the thread",
    "critique:thread_people": "part of a form",
    "critique:threads": "on to the text",
    "documents:comparisons": "on to the comparison that was chosen",
    "documents:original": "a file",
    "documents:page_image": "a picture",
    "documents:state": "part of the page of a document",
    "documents:version_text": "plain text",
    "home:health": "for machines",
    "home:operator_facts": "for machines",
    "home:operator_metrics": "for machines",
    "home:robots": "for machines",
    "home:security": "for machines",
    "notifications:unsubscription": "what a mailed link alone opens: its page is ui/confirm.html",
}


def read() -> dict[str, dict[str, int]]:
    """What each person gets at each address that can be read at all."""
    rows = {name: said for name, method, said in map(said_in, LINES) if method == "GET"}
    return {name: said for name, said in rows.items() if 405 not in said.values()}


def shown(here: World) -> Iterator[tuple[str, str, str]]:
    """The pages at the addresses: the path of each, who gets it, and what is on it."""
    paths = {address.name: address.in_(here) for address in addresses()}
    for name, statuses in read().items():
        if name not in NO_PAGE:
            who = next(one for one in SHOWN_TO if statuses[one] == 200)
            yield paths[name], who, here.ask(who, paths[name]).body


def after_forms(here: World) -> Iterator[tuple[str, str, str]]:
    """The pages that stand at no address of their own: steps, refusals, texts in two versions."""
    for name, page in (*steps(here), *versions(here), *files(here)):
        yield f"/{name.replace(' ', '-')}/", "owner", page
    yield "/nothing/here/", "owner", here.ask("owner", "/nothing/here/").body


def answering(browser: Client, path: str, page: str) -> Callable[[Route], None]:
    """Gives the page at its path, our own files, and whatever else this person's browser gets."""

    here = copy_context()  # Playwright answers in one of its own, in which the database is another

    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url)
        there = unquote(asked.path)
        ours = there.startswith("/static/") and finders.find(there.removeprefix("/static/"))
        if there == path:
            route.fulfill(body=page, content_type="text/html; charset=utf-8")
        elif ours:
            kind = mimetypes.guess_type(there)[0] or "application/octet-stream"
            route.fulfill(body=Path(ours).read_bytes(), content_type=kind)
        else:
            given = here.run(browser.get, f"{there}?{asked.query}")
            kind = given.headers.get("Content-Type", "")
            route.fulfill(status=given.status_code, body=given.getvalue(), content_type=kind)

    return answer


def test_an_address_gives_a_page_or_says_why_not() -> None:
    here = world()
    paths = {address.name: address.in_(here) for address in addresses()}

    assert [name for name in NO_PAGE if name not in read()] == []
    assert all("<html" in page for _path, _who, page in shown(here))
    for name in NO_PAGE:
        gets = [who for who in SHOWN_TO if read()[name][who] == 200]
        assert not any("<html" in here.ask(who, paths[name]).body for who in gets), name


@pytest.mark.walk
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_every_page_is_accessible_and_fits(
    browser: Browser, axe: Axe, width: int, scheme: str
) -> None:
    here = world()
    pages = [one for one in (*shown(here), *after_forms(here)) if "<html" in one[2]]
    owner = sign_in(here.document.owner, NEW_PASSWORD)  # asked for by one of the forms
    signed_in = here.browsers | {"owner": owner}
    found = {}
    with windows(browser, HOST) as people:
        window = people.open(viewport={"width": width, "height": 800}, color_scheme=scheme)
        for path, who, page in pages:
            window.route("**/*", answering(signed_in[who], path, page))
            window.goto(path)
            try:
                axe(window)
                assert_fits(window)
            except (AssertionError, Error) as wrong:
                found[path] = str(wrong)
            window.unroute_all(behavior="wait")
        people.complaints.clear()  # what the console says of a real service, journeys listen to

    assert found == {}
    assert len(pages) > 60
