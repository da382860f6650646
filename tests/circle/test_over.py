"""What opens nothing any more says so to whoever it was for, and nothing to anybody else."""

import re

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions
from mentorship.circle.models import Invitation
from mentorship.documents import actions as documents
from mentorship.documents.models import Document
from mentorship.notifications.models import Letter
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import at, follow, letters, links, press

pytestmark = pytest.mark.django_db


def words(browser: Client, invitation: Invitation) -> str:
    """What the letter's page says in this browser."""
    page = browser.get(at("cover", invitation)).content.decode()
    return re.sub(r'(?<=csrfmiddlewaretoken" value=")\w+|(?<=nonce=")[^"]+', "", page)


def test_taken_back_its_own_browser_is_offered_no_link(
    invitation: Invitation, by_ada: Reader
) -> None:
    looked, pressed = follow(links(invitation)[0]), follow(links(invitation)[0])
    press(pressed, invitation)
    actions.revoke(invitation, by=by_ada)
    pressed.cookies.pop(f"link-{invitation.ref}")

    for browser in (looked, pressed):
        page = words(browser, invitation)
        assert "Ada has withdrawn what you were asked to read." in page
        assert "new link</button>" not in page


def test_deleted_it_says_that(invitation: Invitation, resume: Document, by_ada: Reader) -> None:
    browser = follow(links(invitation)[0])
    documents.delete(resume, by=by_ada)

    assert "Ada has deleted what you were asked to read." in words(browser, invitation)


def test_whoever_is_signed_in_reads_it_too(resume: Document, by_ada: Reader) -> None:
    dana = make.person("Dana")
    invitation = make.invitation(resume, dana)
    actions.revoke(invitation, by=by_ada)

    assert "Ada has withdrawn" in words(sign_in(dana), invitation)


@pytest.mark.parametrize("who", ["nobody", "with a wrong link", "signed in", "with another pass"])
def test_a_stranger_learns_nothing_of_it(
    who: str, invitation: Invitation, resume: Document, by_ada: Reader, ben: User
) -> None:
    browsers = {
        "nobody": Client,
        "with a wrong link": lambda: follow(f"/i/{invitation.ref}/wrong/"),
        "signed in": lambda: sign_in(make.person("Carl")),
        "with another pass": lambda: let_in(make.invitation(resume, make.invited("Eve"))),
    }
    browser = browsers[who]()
    never = words(browser, Invitation(ref="zzzzzzzzzzzz"))
    actions.revoke(invitation, by=by_ada)

    assert words(browser, invitation).replace(invitation.ref, "zzzzzzzzzzzz") == never


def let_in(invitation: Invitation) -> Client:
    """A browser with a pass of this invitation."""
    browser = follow(links(invitation)[0])
    press(browser, invitation)
    return browser


def test_of_what_is_open_nothing_is_over(invitation: Invitation) -> None:
    link = links(invitation)[0]
    press(follow(link), invitation)

    assert "Nothing more to do" not in words(follow(link), invitation)


def test_the_rounds_page_follows_the_email_by_itself(invitation: Invitation, ada: User) -> None:
    browser, here = sign_in(ada), at("standing", invitation)
    page = browser.get(f"/rounds/{invitation.round.ref}/").content.decode()
    still = browser.get(here, {"since": ""})

    letters(invitation.person.email)
    Letter.objects.update(state=Letter.State.SENT)
    sent = browser.get(here, {"since": ""}).content.decode()

    assert f'data-from="{here}?since="' in page
    assert still.status_code == 204
    assert "Email sent" in sent
    assert "data-from" not in sent
    assert sent.lstrip().startswith("<live-part")
