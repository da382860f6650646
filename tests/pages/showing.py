"""The page at each address, as the people of the access matrix get it, for a real browser to show."""

import mimetypes
from collections.abc import Callable, Iterator
from contextvars import copy_context
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Route

from tests.browsing.browsers import sign_in
from tests.pages.addresses import addresses
from tests.pages.after_forms import files, steps, versions
from tests.pages.matrix import LINES, said_in
from tests.pages.moments import moments
from tests.pages.personas import NEW_PASSWORD, World

HOST = "http://testserver"
SHOWN_TO = ("owner", "visitor")  # the first of them who gets a page
NO_PAGE = {  # what is read at these addresses, where it is no page of its own
    "account_complete_password_reset": "a step after a code, a form as account_change_password",
    "account_confirm_login_code": "among `steps`",
    "account_confirm_password_reset_code": "among `steps`",
    "account_email_verification_sent": "among `steps`",
    "account_set_password": "on to the form that changes it: nobody is without a password",
    "circle:entry": "on to the letter",
    "circle:standing": "part of the round's page",
    "critique:comment_people": "part of a form",
    "critique:comment_saved": "part of a form",
    "critique:guess": "on to the thread",
    "critique:evidence_of": "on to the text beside which it is read",
    "critique:link": "on to the place in the text",
    "critique:news": "part of the margin",
    "critique:people": "part of a form",
    "critique:saved": "part of a form",
    "critique:sending": "what a mailed link alone opens: among `moments`",
    "critique:settlement": "on to the thread",
    "critique:sightings": "on to what the posting asks for",
    "critique:terms": "on to what the posting asks for",
    "critique:thread_people": "part of a form",
    "critique:thread_saved": "part of a form",
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
    "jobsearch:employer_letter_file": "a file",
    "jobsearch:posting": "part of the page of a job",
    "looks:entry": "on to the look",
    "looks:page_one": "a picture, for ten seconds",
    "looks:questions": "a step after the look: among `moments`",
    "looks:relevance": "a step after the look: among `moments`",
    "looks:thanks": "a step after the look: among `moments`",
    "notifications:unsubscription": "what a mailed link alone opens: among `moments`",
}
FRAMES = {"notifications:sight": "a letter, in a frame of its page: test_letters looks at it"}


def read() -> dict[str, dict[str, int]]:
    """What each person gets at each address that can be read at all."""
    rows = {name: said for name, method, said in map(said_in, LINES) if method == "GET"}
    return {name: said for name, said in rows.items() if 405 not in said.values()}


def shown(here: World) -> Iterator[tuple[str, str, str]]:
    """The pages at the addresses: the path of each, who gets it, and what is on it."""
    paths = {address.name: address.in_(here) for address in addresses()}
    for name, statuses in read().items():
        if name not in NO_PAGE and name not in FRAMES:
            who = next(one for one in SHOWN_TO if statuses[one] == 200)
            yield paths[name], who, here.ask(who, paths[name]).body


def after_forms(here: World) -> Iterator[tuple[str, str, str]]:
    """The pages that stand at no address of their own: steps, refusals, texts in two versions."""
    for name, page in (*steps(here), *versions(here), *files(here)):
        yield f"/{name.replace(' ', '-')}/", "owner", page
    yield "/nothing/here/", "owner", here.ask("owner", "/nothing/here/").body


def everything(here: World) -> Iterator[tuple[str, Client, str]]:
    """All of these: the path of each, the browser it is read in, and what is on it."""
    paged = (*shown(here), *after_forms(here))
    later = list(moments(here))
    signed_in = {**here.browsers, "owner": sign_in(here.document.owner, NEW_PASSWORD)}
    for path, who, page in paged:
        yield path, signed_in[who], page
    for name, browser, page in later:
        yield f"/{name.replace(' ', '-')}/", browser, page


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
