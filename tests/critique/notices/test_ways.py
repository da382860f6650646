"""Each letter to somebody without an account has a link of its own, which leads to what it tells of."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle import links as circle_links
from mentorship.circle.models import Invitation, Pass, Round
from mentorship.critique import actions
from mentorship.critique.models import Comment
from mentorship.critique.notices.new_version import tell_mentors
from mentorship.documents.models import Version
from mentorship.notifications import codes
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter
from tests import make
from tests.browsing.invitations import at, closed, code, press
from tests.make import saying
from tests.pages.matrix import everything

pytestmark = pytest.mark.django_db

LATER = timedelta(minutes=6)
OWN = re.compile(r'href="http://localhost:8000(/i/[^"?]+)"')


def letter_of(person: User, kind: str) -> Letter:
    """The newest of this kind to a person, once all that is due in six minutes is written."""
    with time_machine.travel(timezone.now() + LATER, tick=True):
        gathering.gather()
    return Letter.objects.filter(person=person, kind=kind).latest("pk")


def link_in(letter: Letter) -> str:
    """What its button leads to."""
    (link, *_others) = OWN.findall(codes.reveal(letter.html, letter))
    return str(link)


def replied(version: Version, seeker: Reader, ben: Reader) -> str:
    """The seeker answers in Ben's thread, which that letter leads to."""
    thread = saying.point(version, ben)
    saying.reply(thread, seeker)
    return thread.get_absolute_url()


def mentioned(version: Version, seeker: Reader, ben: Reader) -> str:
    """The seeker names Ben."""
    assert ben.person
    thread = saying.point(version, ben)
    saying.reply(thread, seeker, f"What do you say, @{ben.person.name}?")
    return thread.get_absolute_url()


def new_version(version: Version, _seeker: Reader, ben: Reader) -> str:
    """Another version, which is told to Ben."""
    assert ben.person
    made = make.ready(make.version(version.document))
    tell_mentors(made, [ben.person])
    return made.get_absolute_url()


def opened_up(version: Version, seeker: Reader, ben: Reader) -> str:
    """They see what the others say from now on."""
    asked = saying.round_of(ben, version)
    Round.objects.filter(pk=asked.pk).update(openness="apart")
    saying.point(version, ben)
    asked.refresh_from_db()
    actions.choose_openness(asked, by=seeker, openness="table")
    return version.get_absolute_url()


KINDS = [replied, mentioned, new_version, opened_up]
Tell = Callable[[Version, Reader, Reader], str]
NAMES = {replied: "replies"}


def told(tell: Tell, version: Version, seeker: Reader, ben: Reader) -> tuple[Letter, str]:
    """The letter about it, and what it leads to."""
    assert ben.person
    there = tell(version, seeker, ben)
    return letter_of(ben.person, f"critique.{NAMES.get(tell, tell.__name__)}"), there


@pytest.mark.parametrize("tell", KINDS)
def test_one_press_in_any_browser_leads_to_the_very_place(
    tell: Tell, version: Version, seeker: Reader, ben: Reader
) -> None:
    letter, there = told(tell, version, seeker, ben)
    invitation = Invitation.objects.get(person=ben.person)
    phone = Client()

    landed = phone.get(link_in(letter))
    pressed = press(phone, invitation)

    assert landed["Location"] == at("cover", invitation)
    assert landed["Referrer-Policy"] == "no-referrer"
    assert pressed == there
    assert phone.get(there).status_code in {200, 302}
    assert "/i/" not in letter.html + letter.text


@pytest.mark.parametrize("tell", KINDS)
def test_a_browser_that_may_read_already_goes_there_at_once(
    tell: Tell, version: Version, seeker: Reader, ben: Reader
) -> None:
    letter, there = told(tell, version, seeker, ben)
    phone = Client()
    phone.get(link_in(letter))
    press(phone, Invitation.objects.get(person=ben.person))

    assert phone.get(link_in(letter))["Location"] == there


def test_a_scanner_changes_nothing(version: Version, seeker: Reader, ben: Reader) -> None:
    letter, _there = told(replied, version, seeker, ben)
    link = link_in(letter)
    before = everything()

    for _scan in range(20):
        Client().get(link, follow=True)
        Client().head(link, follow=True)

    assert everything() == before


def test_each_letters_link_is_pressed_once_and_ends_no_other(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    first, second = (told(tell, version, seeker, ben)[0] for tell in (replied, new_version))
    invitation = Invitation.objects.get(person=ben.person)
    for letter in (first, second):
        browser = Client()
        browser.get(link_in(letter))
        assert press(browser, invitation) != at("cover", invitation)

    elsewhere = Client()
    elsewhere.get(link_in(first))

    assert closed(elsewhere, invitation)
    assert Pass.objects.filter(made_by=f"letter {first.ref}").count() == 1


def test_in_yet_another_browser_one_press_mails_a_code_that_leads_there(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    letter, there = told(replied, version, seeker, ben)
    invitation = Invitation.objects.get(person=ben.person)
    first, second = Client(), Client()
    for browser in (first, second):
        browser.get(link_in(letter))
    press(first, invitation)

    assert closed(second, invitation)
    second.post(at("code_letters", invitation))
    answer = second.post(at("code", invitation), {"code": code(invitation)})

    assert answer["Location"] == there


def test_after_it_was_taken_back_it_opens_nothing(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    letter, _there = told(replied, version, seeker, ben)
    invitation = Invitation.objects.get(person=ben.person)
    link = link_in(letter)
    circle.revoke(invitation, by=seeker)
    browser = Client()
    browser.get(link)

    assert "Nothing more to do" in browser.get(at("cover", invitation)).content.decode()
    assert press(browser, invitation) == at("cover", invitation)


def test_it_ends_when_the_invitation_is_sent_again_and_after_thirty_days(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    letter, _there = told(replied, version, seeker, ben)
    invitation = Invitation.objects.get(person=ben.person)
    link = link_in(letter)

    with time_machine.travel(letter.written_at + timedelta(days=29)):
        browser = Client()
        browser.get(link)
        assert not closed(browser, invitation)
    with time_machine.travel(letter.written_at + timedelta(days=31)):
        browser = Client()
        browser.get(link)
        assert closed(browser, invitation)
    Invitation.objects.update(sent_at=letter.written_at + timedelta(seconds=1))
    browser = Client()
    browser.get(link)
    assert closed(browser, invitation)


def test_no_letter_of_anybody_else_and_no_made_up_link_opens_it(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    letter, _there = told(replied, version, seeker, ben)
    invitation = Invitation.objects.get(person=ben.person)
    hers = Invitation.objects.get(person=eve.person)
    token = link_in(letter).rstrip("/").rpartition("/")[2]
    other = circle_links.of_letter(hers, letter.ref).removeprefix("http://localhost:8000")
    for link, asked in (
        (f"/i/{hers.ref}/{token}/", hers),
        (other, hers),
        (f"/i/{invitation.ref}/{token[:-1]}-/", invitation),
        (f"/i/{invitation.ref}/{letter.ref}-/", invitation),
    ):
        browser = Client()
        browser.get(link)
        assert closed(browser, asked), link


def test_when_what_it_tells_of_is_gone_the_text_opens(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    letter, _there = told(replied, version, seeker, ben)
    invitation = Invitation.objects.get(person=ben.person)
    said = letter.notices.get().event.thing.partition(":")[2]
    link = link_in(letter)
    actions.delete(Comment.objects.get(ref=said), by=seeker)
    browser = Client()
    browser.get(link)

    assert press(browser, invitation) == version.get_absolute_url()


def test_a_kind_of_another_release_leads_to_the_text(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    letter, _there = told(replied, version, seeker, ben)
    invitation = Invitation.objects.get(person=ben.person)
    link = link_in(letter)
    Letter.objects.filter(pk=letter.pk).update(kind="critique.of_a_newer_release")
    browser = Client()
    browser.get(link)

    assert press(browser, invitation) == version.get_absolute_url()


@pytest.mark.parametrize("tell", KINDS)
def test_whoever_has_an_account_gets_a_plain_address(
    tell: Tell, version: Version, seeker: Reader, ben: Reader
) -> None:
    User.objects.filter(pk=ben.person.pk).update(claimed_at=timezone.now())  # type: ignore[union-attr]  # a person's
    letter, there = told(tell, version, seeker, ben)

    page = codes.reveal(letter.html, letter)

    assert f'href="http://localhost:8000{there}"' in page
    assert OWN.findall(page) == []


@pytest.mark.parametrize("tell", KINDS)
def test_replies_to_what_the_seeker_did_reach_the_seeker(
    tell: Tell, version: Version, seeker: Reader, ben: Reader
) -> None:
    letter, _there = told(tell, version, seeker, ben)

    assert letter.headers["From"] == "Ada via Mentorship <mentorship@localhost>"
    assert letter.headers["Reply-To"] == f"Ada <{seeker.account.email}>"


def test_a_reminder_opens_where_the_invitation_is_spent(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    invitation = Invitation.objects.get(person=ben.person)
    laptop, phone = Client(), Client()
    laptop.get(link_in(letter_of(invitation.person, "circle.invitation")))
    press(laptop, invitation)
    circle.copy_link(invitation, by=seeker)
    letter = letter_of(invitation.person, "circle.copied")

    phone.get(link_in(letter))

    assert press(phone, invitation) == version.get_absolute_url()
