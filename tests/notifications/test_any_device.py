"""Whoever has no account opens each kind of letter on a device that has never been here."""

import re
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client

from mentorship.notifications import codes
from mentorship.notifications.models import Letter
from tests import clock
from tests.notifications import every_letter

pytestmark = pytest.mark.django_db

BUTTON = re.compile(r'<a href="([^"]+)"[^>]*background')
CONTINUE = re.compile(r'<form[^>]*action="([^"]*/pass/)"')
# Nothing is left to do, or to open: these end without a button.
ENDS = {"circle.closed", "circle.code", "circle.gone", "circle.revoked"}

# Their links were pressed in another browser before: here each leads to a new one, by one press.
USED = {"circle.copied", "circle.fresh_link", "circle.invitation"}
READING = ('id="line-1"', 'class="comment-text"')  # a text, or the thread it tells of
ASKS = "critique.drafts"  # its button leads to a page with one button, and to nothing else
TOLD = "critique.thanked"  # its button leads to all she reads for others, and what became of it


def opened(letter: Letter) -> str:
    """The page its button leads to in a new browser, after one press where one is asked for."""
    (link,) = BUTTON.findall(codes.reveal(letter.html, letter))
    browser = Client()
    page = browser.get(urlsplit(link).path, follow=True)
    found = CONTINUE.search(page.content.decode())
    if found:
        page = browser.post(found[1], follow=True)
    assert page.status_code == 200, letter.kind
    return page.content.decode()


def test_every_letter_to_a_mentor_opens_on_any_device() -> None:
    letters = every_letter.written()
    to_mentors = [one for one in letters if one.person and not one.person.has_usable_password()]
    with time_machine.travel(clock.noon(days=5), tick=True):
        pages = {one.kind: opened(one) for one in to_mentors if one.kind not in ENDS}

    used = {kind for kind, page in pages.items() if "Send me a new link" in page}
    read = {kind for kind, page in pages.items() if any(one in page for one in READING)}
    assert (used, read) == (USED, set(pages) - USED - {ASKS, TOLD})
    assert "Send them as they are" in pages[ASKS]
    assert "What you read for others" in pages[TOLD]
