"""Signing out ends what a browser holds of letters, with an account and without one."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from mentorship.circle.models import Invitation, Pass
from mentorship.documents.models import Document
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import at, closed, follow, links, press, reads

pytestmark = pytest.mark.django_db
PAGE, SIGN_OUT = "/browser/", "/account/logout/"


@pytest.fixture
def browser(invitation: Invitation) -> Client:
    """The browser in which the mentor followed the link and went on."""
    opened = follow(links(invitation)[0])
    press(opened, invitation)
    assert reads(opened, invitation)
    return opened


def as_it_was(browser: Client) -> Client:
    """Somebody who kept the cookies of before."""
    thief = Client()
    thief.cookies = browser.cookies.copy()
    return thief


def test_whoever_came_by_a_letter_finds_where_to_sign_out(browser: Client) -> None:
    page = browser.get("/").content.decode()

    assert f'href="{PAGE}"' in page
    assert "no longer open what you were asked to read" in browser.get(PAGE).content.decode()
    assert f'href="{PAGE}"' not in Client().get("/").content.decode()


def test_signed_out_it_opens_nothing_and_neither_do_its_cookies(
    browser: Client, invitation: Invitation
) -> None:
    thief = as_it_was(browser)

    answer = browser.post(PAGE, follow=True)

    assert "You are signed out." in answer.content.decode()
    for window in (browser, thief):
        assert not reads(window, invitation)
        assert closed(window, invitation)
        press(window, invitation)
        assert not reads(window, invitation)
    assert "pass" not in {name for name, one in browser.cookies.items() if one.value}
    assert not [name for name, one in browser.cookies.items() if "link" in name and one.value]
    assert browser.get(PAGE).status_code == 302


def test_what_was_opened_in_another_browser_stays_open(
    browser: Client, invitation: Invitation
) -> None:
    Client().post(at("fresh_link", invitation))
    other = follow(links(invitation)[0])
    press(other, invitation)

    browser.post(PAGE)

    assert reads(other, invitation)
    assert not reads(browser, invitation)


def test_a_fresh_link_lets_her_in_again(browser: Client, invitation: Invitation) -> None:
    browser.post(PAGE)

    browser.post(at("fresh_link", invitation))
    follow(links(invitation)[0], browser)
    press(browser, invitation)

    assert reads(browser, invitation)


def test_signing_out_of_an_account_ends_the_pass_beside_it(resume: Document) -> None:
    eve = make.person("Eve")
    invitation = make.invitation(resume, eve, name="Eve")
    browser = follow(links(invitation)[0])
    press(browser, invitation)
    browser.post(reverse("account_login"), {"login": eve.email, "password": make.PASSWORD})
    thief = as_it_was(browser)

    browser.post(SIGN_OUT)

    for window in (browser, thief):
        assert not reads(window, invitation)
        assert window.get("/settings/").status_code == 302
    assert not Pass.objects.live().exists()


def test_a_link_that_was_only_looked_at_is_out_of_the_browser(resume: Document) -> None:
    eve = make.person("Eve")
    invitation = make.invitation(resume, eve, name="Eve")
    browser = follow(links(invitation)[0], sign_in(eve))

    browser.post(SIGN_OUT)

    assert closed(browser, invitation)
    press(browser, invitation)
    assert not reads(browser, invitation)


def test_nor_is_the_link_of_another_letter_in_it(browser: Client, resume: Document) -> None:
    other = make.invitation(resume, make.invited("Cleo"), name="Cleo")
    follow(links(other)[0], browser)
    assert not closed(browser, other)

    browser.post(PAGE)

    assert closed(browser, other)


def test_signing_out_without_a_pass_ends_nobody_elses(
    browser: Client, invitation: Invitation, ada: User
) -> None:
    sign_in(ada).post(SIGN_OUT)

    assert reads(browser, invitation)
