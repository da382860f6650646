"""A browser whose pass has ended is led to where a new link is asked for, not to a sign-in."""

import pytest
from django.test import Client

from accounts.reader import Reader
from mentorship.circle import actions
from mentorship.circle.models import Invitation, Pass
from tests.browsing.invitations import at, follow, link_cookie, links, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(invitation: Invitation) -> Client:
    opened = follow(links(invitation)[0])
    press(opened, invitation)
    return opened


def page(browser: Client, invitation: Invitation) -> str:
    version = invitation.round.documents.get().versions.get()
    return browser.get(version.get_absolute_url())["Location"]


def test_after_thirty_days(browser: Client, invitation: Invitation) -> None:
    made = Pass.objects.get()
    Pass.objects.update(ends_at=made.made_at)
    del browser.cookies[link_cookie(invitation)]

    assert page(browser, invitation) == at("cover", invitation)
    assert "Send me a new link" in browser.get(at("cover", invitation)).content.decode()


def test_after_it_was_taken_back(browser: Client, invitation: Invitation, by_ada: Reader) -> None:
    actions.revoke(invitation, by=by_ada)

    assert page(browser, invitation) == at("cover", invitation)


def test_whoever_was_never_let_in_is_asked_to_sign_in(invitation: Invitation) -> None:
    assert page(Client(), invitation).startswith("/account/login/")


def test_the_way_back_leads_to_no_page_of_ones_own(browser: Client, invitation: Invitation) -> None:
    Pass.objects.update(ends_at=invitation.created_at)

    assert browser.get("/desk/")["Location"].startswith("/account/login/")
