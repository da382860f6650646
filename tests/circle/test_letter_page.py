"""The cover page once it was opened: what it leads to, and what it no longer asks."""

import pytest

from accounts.models import User
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from tests import make
from tests.browsing.invitations import at, follow, links, press
from tests.make import saying

pytestmark = pytest.mark.django_db


def test_after_an_answer_the_page_thanks_and_asks_nothing_more(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0])
    press(browser, invitation)
    saying.finish(invitation.round.documents.get().versions.get(), as_visitor(invitation))

    page = browser.get(at("cover", invitation) + "?choice=no").content.decode()

    assert "You have sent what you think" in page
    assert "Not this time" not in page
    assert "Continue as Ben" in page


def test_once_opened_the_letter_leads_to_each_text(invitation: Invitation, ada: User) -> None:
    more = make.ready_version(ada, title="Cover letter")
    invitation.round.documents.add(more.document)
    browser = follow(links(invitation)[0])
    before = browser.get(at("cover", invitation)).content.decode()
    press(browser, invitation)

    after = browser.get(at("cover", invitation)).content.decode()

    version = invitation.round.documents.order_by("pk")[0].versions.get()
    assert version.get_absolute_url() not in before
    assert version.get_absolute_url() in after
    assert more.get_absolute_url() not in after  # its round does not open it to her
