"""Whose browser it is: signed in or not, one person's or two people's, by a link somebody copied."""

import pytest

from accounts import actions as accounts
from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions
from mentorship.circle.links import opened_by, passed_on
from mentorship.circle.models import Invitation, Pass
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents.models import Document
from mentorship.notifications.models import Event
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import at, closed, code, follow, link_cookie, links, press, reads

pytestmark = pytest.mark.django_db


def test_the_owners_own_browser_cannot_continue_and_says_why(
    invitation: Invitation, ada: User
) -> None:
    browser = follow(links(invitation)[0], sign_in(ada))

    press(browser, invitation)

    page = browser.get(at("cover", invitation)).content.decode()
    assert "You are signed in here as Ada, who asks." in page
    assert "Continue as Ben" not in page
    assert not Pass.objects.exists()


def test_somebody_elses_browser_cannot_continue_and_says_why(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0], sign_in(make.person("Carl")))

    press(browser, invitation)

    assert (
        "You are signed in here as Carl." in browser.get(at("cover", invitation)).content.decode()
    )
    assert not Pass.objects.exists()


def test_whoever_has_an_account_gets_the_same_page_and_pass(resume: Document) -> None:
    eve = make.person("Eve")
    invitation = make.invitation(resume, eve, name="Eve")

    browser = follow(links(invitation)[0])
    press(browser, invitation)

    assert reads(browser, invitation)
    assert browser.get("/settings/").status_code == 404


def test_signed_in_she_needs_no_link(resume: Document) -> None:
    eve = make.person("Eve")
    invitation = make.invitation(resume, eve, name="Eve")
    browser = sign_in(eve)

    page = browser.get(at("cover", invitation)).content.decode()

    assert "Continue as Eve" in page
    assert press(browser, invitation).startswith("/documents/")


def test_signed_in_she_has_opened_it_too_and_her_seeker_sees_it(resume: Document) -> None:
    eve = make.person("Eve")
    invitation = make.invitation(resume, eve, name="Eve")
    browser = sign_in(eve)
    for _ in range(2):
        press(browser, invitation)

    invitation.refresh_from_db()
    assert invitation.pressed_at
    assert Event.objects.filter(kind="circle.opened").count() == 1


def test_one_browser_keeps_the_passes_of_one_person(
    invitation: Invitation, ada: User, ben: User
) -> None:
    other = make.invitation(make.ready_version(ada, title="Letter").document, ben)
    browser = follow(links(invitation)[0])
    press(browser, invitation)

    press(follow(links(other)[0], browser), other)

    assert reads(browser, invitation)
    assert reads(browser, other)


def test_in_a_browser_two_people_used_the_newest_pass_counts(
    invitation: Invitation, resume: Document, ada: User
) -> None:
    letter = make.ready_version(ada, title="Letter").document
    eves = make.invitation(letter, make.invited("Eve"))
    browser = follow(links(invitation)[0])
    press(browser, invitation)

    press(follow(links(eves)[0], browser), eves)

    assert (reads(browser, eves), reads(browser, invitation)) == (True, False)


def test_a_code_makes_a_pass_of_its_own_beside_that_of_a_copied_link(
    invitation: Invitation, by_ada: Reader
) -> None:
    link = copied(invitation, by_ada)
    browser = follow(link)
    press(browser, invitation)
    assert reads(browser, invitation)
    assert Pass.objects.get().is_passed_on

    browser.post(at("code_letters", invitation))
    browser.post(at("code", invitation), {"code": code(invitation)})

    made = Pass.objects.order_by("pk").values_list("is_passed_on", flat=True)
    assert list(made) == [True, False]
    assert reads(browser, invitation)


def test_copying_anew_ends_the_copy_before_but_not_the_letter(
    invitation: Invitation, by_ada: Reader
) -> None:
    first = copied(invitation, by_ada)
    second = copied(invitation, by_ada)

    assert closed(follow(first), invitation)
    assert not closed(follow(second), invitation)
    assert not closed(follow(links(invitation)[0]), invitation)


def test_claiming_the_address_ends_what_copied_links_opened(
    invitation: Invitation, by_ada: Reader, ben: User
) -> None:
    unused = copied(invitation, by_ada)
    by_copy, by_letter = follow(unused), follow(links(invitation)[0])
    press(by_copy, invitation)
    press(by_letter, invitation)

    accounts.claim(ben, sign_up=None)

    assert (reads(by_copy, invitation), reads(by_letter, invitation)) == (False, True)
    assert closed(follow(unused), invitation)


def copied(invitation: Invitation, by: Reader) -> str:
    """The path of the link that the seeker copies now."""
    return passed_on(actions.copy_link(invitation, by=by)).removeprefix("http://localhost:8000")


@pytest.mark.parametrize("what", ["pass", "link"])
def test_a_cookie_somebody_changed_is_no_cookie(what: str, invitation: Invitation) -> None:
    names = {"pass": "pass", "link": link_cookie(invitation)}
    name = names[what]
    browser = follow(links(invitation)[0])
    press(browser, invitation)

    for kept in names.values():
        if kept != name:
            del browser.cookies[kept]
    browser.cookies[name] = browser.cookies[name].value[:-1] + "_"

    assert closed(browser, invitation)


def test_a_link_opens_one_pass_even_when_two_press_at_once(invitation: Invitation) -> None:
    link = opened_by(links(invitation)[0].split("/")[3], invitation)
    assert link
    by = as_visitor(invitation)
    actions.accept_link(invitation, by=by, link=link, browser="one")

    with pytest.raises(Refused, match="spent"):
        actions.accept_link(invitation, by=by, link=link, browser="another")
