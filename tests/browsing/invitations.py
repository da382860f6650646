"""The letters about invitations as they leave, and what one does with them."""

import re

from django.test import Client
from django.urls import reverse

from mentorship.circle.models import Invitation
from mentorship.circle.reminders import sending
from mentorship.notifications import codes
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter

HREF = re.compile(r'href="http://localhost:8000(/i/[^"]+)"')
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")


def letters(address: str, kind: str = "circle.") -> list[str]:
    """The words of the letters to an address, the first first, once all that is due is written."""
    sending.remind()
    gathering.gather()
    found = Letter.objects.filter(address=address, kind__startswith=kind).order_by("pk")
    return [codes.reveal(letter.text, letter) for letter in found]


def links(invitation: Invitation) -> list[str]:
    """Of its newest letter: have a look, later, not this time, no more from her."""
    letters(invitation.person.email)
    found = Letter.objects.filter(person=invitation.person, kind__startswith="circle.")
    pages = [codes.reveal(letter.html, letter) for letter in found.order_by("pk")]
    hers = [page for page in pages if invitation.ref in page]
    return HREF.findall(hers[-1])


def code(invitation: Invitation) -> str:
    """The code of its newest letter."""
    found = CODE.search(letters(invitation.person.email, "circle.code")[-1])
    assert found
    return found[0]


def at(page: str, invitation: Invitation) -> str:
    """The address of a page about it."""
    return reverse(f"circle:{page}", args=[invitation.ref])


def link_cookie(invitation: Invitation) -> str:
    """The name of the cookie in which a browser keeps the link it followed."""
    return f"link-{invitation.ref}"


def follow(link: str, browser: Client | None = None) -> Client:
    """A browser in which the link was followed to the page behind it."""
    opened = browser or Client()
    opened.get(link, follow=True)
    return opened


def press(browser: Client, invitation: Invitation) -> str:
    """Where "Continue" leads."""
    return browser.post(at("pass", invitation))["Location"]


def reads(browser: Client, invitation: Invitation) -> bool:
    """Whether this browser may read the invitation's documents now."""
    versions = [one.versions.get() for one in invitation.round.documents.all()]
    pages = {browser.get(version.get_absolute_url()).status_code for version in versions}
    return pages == {200}


def closed(browser: Client, invitation: Invitation) -> bool:
    """Whether the cover page says no more than how to get a new link."""
    page = browser.get(at("cover", invitation)).content.decode()
    return "Send me a new link" in page and "Ada" not in page
