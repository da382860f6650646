"""A code from the letter to the invited address opens what a link would."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions
from mentorship.circle.links import opened_by
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents.models import Document
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.invitations import at, code, follow, letters, links, press, reads

pytestmark = pytest.mark.django_db


def test_a_code_opens_it_in_another_browser(invitation: Invitation) -> None:
    browser = Client()
    browser.post(at("code_letters", invitation))

    wrong = browser.post(at("code", invitation), {"code": "2222-2222"})
    typed = code(invitation).lower().replace("-", " ")
    browser.post(at("code", invitation), {"code": typed})

    assert wrong.status_code == 422
    assert reads(browser, invitation)


def test_a_right_code_goes_straight_on_to_the_text(invitation: Invitation) -> None:
    browser = Client()
    browser.post(at("code_letters", invitation))
    here = {"code": code(invitation), "time_zone": "America/Lima"}

    answer = browser.post(at("code", invitation), here)

    (document,) = invitation.round.documents.all()
    assert answer["Location"] == document.versions.get().get_absolute_url()
    assert User.objects.get(pk=invitation.person.pk).time_zone == "America/Lima"


def test_pages_that_ask_for_a_code_look_alike(invitation: Invitation, client: Client) -> None:
    typed = {"email": "ada@example.org", "display_name": "Ada", "password1": "engines-of-1843"}
    pages = [
        client.post("/account/signup/", typed, follow=True).content.decode(),
        Client().get(at("code", invitation)).content.decode(),
    ]

    for page in pages:
        assert 'name="code"' in page.partition('<div class="paper flow">')[2]
        assert re.search('<main[^>]* class="entrance flow"', page)


def test_a_code_takes_back_a_not_this_time(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0])
    press(browser, invitation)
    browser.post(at("regrets", invitation))
    browser.post(at("code_letters", invitation))

    browser.post(at("code", invitation), {"code": code(invitation)})

    invitation.refresh_from_db()
    assert invitation.declined_at is None


def test_signed_in_as_somebody_else_a_code_leads_to_the_letter(invitation: Invitation) -> None:
    browser = Client()
    browser.force_login(make.person("Chidi"))
    browser.post(at("code_letters", invitation))

    answer = browser.post(at("code", invitation), {"code": code(invitation)})

    assert answer["Location"] == at("cover", invitation)


def test_a_code_counts_once_for_ten_minutes_and_for_five_tries(invitation: Invitation) -> None:
    Client().post(at("code_letters", invitation))
    right = code(invitation)

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert Client().post(at("code", invitation), {"code": right}).status_code == 422
    for _ in range(3):
        Client().post(at("code", invitation), {"code": "2222-2222"})
    assert Client().post(at("code", invitation), {"code": right}).status_code == 302
    assert Client().post(at("code", invitation), {"code": right}).status_code == 422


def test_a_stranger_who_knows_the_page_burns_no_code(invitation: Invitation) -> None:
    Client().post(at("code_letters", invitation))
    right, stranger = code(invitation), Client(REMOTE_ADDR="203.0.113.9")

    for _ in range(6):
        stranger.post(at("code", invitation), {"code": "2222-2222"})
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        stranger.post(at("code_letters", invitation))
        answer = Client().post(at("code", invitation), {"code": right})

    assert answer.status_code == 302


def test_a_stranger_who_knows_the_page_ends_no_link(invitation: Invitation) -> None:
    (look, *_others) = links(invitation)
    now = timezone.now()
    for minutes in (2, 4):
        with time_machine.travel(now + timedelta(minutes=minutes)):
            Client(REMOTE_ADDR="203.0.113.9").post(at("fresh_link", invitation))
            fresh = links(invitation)[0]

    browser, other = follow(look), follow(fresh)
    press(browser, invitation)
    press(other, invitation)

    assert look != fresh
    assert reads(browser, invitation)
    assert reads(other, invitation)


def test_a_link_that_was_used_opens_no_other_browser_after_a_fresh_one(
    invitation: Invitation,
) -> None:
    (look, *_others) = links(invitation)
    press(follow(look), invitation)
    Client().post(at("fresh_link", invitation))

    browser = follow(look)
    press(browser, invitation)

    assert not reads(browser, invitation)


def test_another_letter_of_the_seeker_ends_the_links_of_before(
    invitation: Invitation, by_ada: Reader
) -> None:
    (look, *_others) = links(invitation)
    Client().post(at("fresh_link", invitation))
    actions.send_again(invitation, by=by_ada)

    browser = follow(look)
    press(browser, invitation)

    assert not reads(browser, invitation)


def test_a_link_whose_time_was_over_stays_over_after_a_fresh_one(invitation: Invitation) -> None:
    (look, *_others) = links(invitation)
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        Client().post(at("fresh_link", invitation))
        browser = follow(look)
        press(browser, invitation)

        assert not reads(browser, invitation)


def test_after_five_wrong_tries_nothing_is_judged_for_ten_minutes(invitation: Invitation) -> None:
    Client().post(at("code_letters", invitation))
    right = code(invitation)

    for _ in range(5):
        Client().post(at("code", invitation), {"code": "2222-2222"})

    answer = Client().post(at("code", invitation), {"code": right})

    assert answer.status_code == 422
    assert "Too many wrong attempts" in answer.content.decode()


def test_always_by_code_the_link_alone_opens_nothing(resume: Document, ben: User) -> None:
    invitation = make.invitation(resume, ben, always_by_code=True)
    browser = follow(links(invitation)[0])

    there = press(browser, invitation)

    assert there == at("code", invitation)
    assert not reads(browser, invitation)
    browser.post(at("code", invitation), {"code": code(invitation)})
    assert reads(browser, invitation)


def test_the_press_alone_makes_no_pass_where_a_code_is_asked_for(
    resume: Document, ben: User
) -> None:
    invitation = make.invitation(resume, ben, always_by_code=True)
    link = opened_by(links(invitation)[0].split("/")[3], invitation)
    assert link

    with pytest.raises(Refused, match="code"):
        actions.accept_link(invitation, by=as_visitor(invitation), link=link, browser="one")


def test_ten_links_and_codes_a_day_asked_for_from_one_network(invitation: Invitation) -> None:
    now = timezone.now()
    for minutes in range(0, 24, 2):
        with time_machine.travel(now + timedelta(minutes=minutes)):
            Client().post(at("code_letters", invitation))

    assert len(letters(invitation.person.email, "circle.code")) == 10
    with time_machine.travel(now + timedelta(minutes=30)):
        Client().post(at("fresh_link", invitation))
        assert letters(invitation.person.email, "circle.fresh_link") == []


def test_a_code_in_a_browser_that_is_let_in_already_makes_no_second_pass(
    invitation: Invitation,
) -> None:
    browser = follow(links(invitation)[0])
    press(browser, invitation)
    browser.post(at("code_letters", invitation))

    browser.post(at("code", invitation), {"code": code(invitation)})

    assert reads(browser, invitation)
    assert invitation.passes.count() == 1
