"""A mailed link: harmless to follow, good for one pass in one browser, and over when it is over."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import User
from mentorship.circle.models import Invitation, Pass
from mentorship.documents.models import Document
from tests import make
from tests.browsing.invitations import at, closed, follow, letters, link_cookie, links, press, reads
from tests.pages.matrix import everything

pytestmark = pytest.mark.django_db


def test_one_press_opens_what_the_letter_is_about(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0])

    there = press(browser, invitation)

    assert there == invitation.round.documents.get().versions.get().get_absolute_url()
    assert reads(browser, invitation)
    invitation.refresh_from_db()
    assert invitation.pressed_at


def test_the_link_leaves_the_address_bar_at_once(invitation: Invitation) -> None:
    link = links(invitation)[1]

    answer = Client().get(link)

    assert (answer.status_code, answer["Location"]) == (
        302,
        at("cover", invitation) + "?choice=later",
    )
    assert answer["Referrer-Policy"] == "no-referrer"
    cookie = answer.cookies[link_cookie(invitation)]
    assert (cookie["httponly"], cookie["path"]) == (True, at("cover", invitation))


def test_the_cover_page_says_what_is_asked(resume: Document, ben: User) -> None:
    asked = {"sentence": "You know this trade.", "questions": ["Is it too long?"], "minutes": 5}
    invitation = make.invitation(resume, ben, name="Ben", **asked)

    page = follow(links(invitation)[0]).get(at("cover", invitation)).content.decode()

    said = ["This letter is for Ben", "You know this trade.", "Is it too long?", "5 minutes"]
    assert [words for words in said if words not in page] == []
    assert "Continue as Ben" in page


def test_a_scanner_changes_nothing(invitation: Invitation) -> None:
    followed = links(invitation)
    before = everything()

    for scanner in range(20):
        for link in followed:
            Client().get(link, follow=scanner % 5 == 0)  # one in five goes where it leads
            Client().head(link, follow=scanner % 5 == 0)

    assert everything() == before
    assert press(follow(followed[0]), invitation).startswith("/documents/")


def test_a_forwarded_link_that_was_pressed_opens_in_no_other_browser(
    invitation: Invitation,
) -> None:
    link = links(invitation)[0]
    press(follow(link), invitation)

    other = follow(link)

    assert closed(other, invitation)
    assert press(other, invitation) == at("cover", invitation)
    assert not reads(other, invitation)


def test_pressed_twice_in_one_browser_it_is_one_pass(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0])
    link = browser.cookies[link_cookie(invitation)].value

    press(browser, invitation)
    again = Client()
    again.cookies[link_cookie(invitation)] = link  # the answer to the first press never came
    press(again, invitation)

    assert Pass.objects.count() == 1
    assert reads(again, invitation)


def test_a_link_works_until_thirty_days_after_the_wanted_by_date(
    resume: Document, ben: User
) -> None:
    wanted_by = timezone.localdate() + timedelta(days=10)
    invitation = make.invitation(resume, ben, wanted_by=wanted_by)
    link = links(invitation)[0]

    with time_machine.travel(timezone.now() + timedelta(days=39)):
        assert not closed(follow(link), invitation)
    with time_machine.travel(timezone.now() + timedelta(days=42)):
        assert closed(follow(link), invitation)


def test_without_a_date_it_works_for_thirty_days(invitation: Invitation) -> None:
    link = links(invitation)[0]

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert closed(follow(link), invitation)


def test_a_pass_lasts_for_thirty_days(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0])
    press(browser, invitation)

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert not reads(browser, invitation)


def test_a_fresh_link_goes_to_the_invited_address_beside_the_old_one(
    invitation: Invitation,
) -> None:
    old = links(invitation)[0]

    Client().post(at("fresh_link", invitation))

    fresh = links(invitation)[0]
    assert fresh != old
    assert not closed(follow(old), invitation)  # whoever asked may be a stranger
    assert not closed(follow(fresh), invitation)


def test_a_late_link_is_followed_by_a_fresh_one(invitation: Invitation) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=50)):
        Client().post(at("fresh_link", invitation))

        assert not closed(follow(links(invitation)[0]), invitation)


def test_the_answer_is_the_same_whether_or_not_a_link_was_sent(invitation: Invitation) -> None:
    nowhere = at("fresh_link", invitation).replace(invitation.ref, "zzzzzzzzzzzz")

    answers = [
        Client().post(path, follow=True).content.decode()
        for path in (at("fresh_link", invitation), at("fresh_link", invitation), nowhere)
    ]

    plain = {answer.replace(invitation.ref, "").replace("zzzzzzzzzzzz", "") for answer in answers}
    nonces = {page.partition('nonce="')[0] for page in plain}
    assert len(nonces) == 1
    assert len(letters(invitation.person.email, "circle.fresh_link")) == 1
