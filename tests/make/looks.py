"""Looks: what covers page one, links to it, and readers who take one."""

from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from accounts.reader import as_account
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents.models import Document, Version
from mentorship.looks import actions
from mentorship.looks.models import Look, LookLink, Showing
from mentorship.looks.visitors import Held, held_by_invitation, held_by_link

CONTACT = "Ada Lovelace\nada@example.org · +44 20 7946 0018\n\nData analyst for machines\n\nWrote the first program.\n"


def showing(version: Version, **chosen: Any) -> Showing:
    """Page one as its owner prepared it, with nothing covered unless it says so."""
    facts = {"lines": [], "drawn": [], "target": "", "pursuit": None, "is_offered": True}
    return actions.prepare(version, by=as_account(version.document.owner), **{**facts, **chosen})


def look_link(document: Document, *, most: int = 5, for_whom: str = "") -> LookLink:
    """A link that she passes on."""
    by = as_account(document.owner)
    return actions.make_link(document, by=by, for_whom=for_whom, most=most, key=uuid4())


def followed(link: LookLink, browser: Client | None = None) -> Client:
    """A browser in which the link was followed."""
    opened = browser or Client()
    opened.get(link.url.partition("8000")[2], follow=True)
    return opened


def at(page: str, ref: str) -> str:
    """The address of a page of the look under this ref."""
    return reverse(f"looks:{page}", args=[ref])


def answered(browser: Client, ref: str, **said: str) -> Look:
    """The look that this browser starts, and answers with these words."""
    assert browser.post(at("look", ref), {"pace": "1"}).status_code in {200, 302}
    sent = browser.post(at("questions", ref), {"job": "Analyst", **said})
    assert sent.status_code == 302
    return Look.objects.latest("answered_at")


def recalled_by(invitation: Invitation, **said: str) -> Look:
    """The look of whoever was asked, with what she says after it."""
    by = as_visitor(invitation)
    held = held_by_invitation(invitation, by)
    assert held.showing
    look, _is_new = actions.start(held, held.showing, by=by, pace=1, by_text=False)
    actions.answer(look, by=by, said=actions.Recalled(**said))
    return look


def visitor_of(link: LookLink, browser: str) -> Held:
    """What a browser with this mark holds by the link."""
    return held_by_link(link, browser)
