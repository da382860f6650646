"""Finishing once more: what is known from before, from where she reads, and no text lost on the way."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation
from mentorship.critique import actions
from mentorship.critique.models import Review
from mentorship.documents.models import Version
from mentorship.notifications.models import Letter
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.invitations import letters
from tests.make import saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(version: Version, ben: Reader) -> Client:
    """Ben's."""
    return visit(make.visitor_pass(version.document.grants.get(person=ben.person)))


def address(ben: Reader, version: Version) -> str:
    """Where he finishes."""
    return f"/reviews/{saying.round_of(ben, version).ref}/finish/"


def test_the_lens_stands_beside_the_name(
    version: Version, ada: User, ben: Reader, browser: Client
) -> None:
    said = saying.draft(version, ben)
    typed = {"verdict": "ready", "summary": "Go ahead.", "lens": "recruiter", "revision": 1}

    browser.post(address(ben, version), typed)

    hers = sign_in(ada)
    for page in (version.get_absolute_url(), said.thread.get_absolute_url()):
        shown = hers.get(page).content.decode()
        assert '</b> <span class="lens">Recruiter</span>' in shown
    asked = hers.get(saying.round_of(ben, version).get_absolute_url()).content.decode()
    assert '<span class="lens">Recruiter</span>' in asked
    assert "Go ahead." in asked
    assert "Perspective: Recruiter." in letters(ada.email, "critique.finished")[0]


def test_an_answer_in_a_letter_names_the_lens(version: Version, seeker: Reader) -> None:
    ben, eve = (
        make.visitor(make.grant(version.document, make.invited(name))) for name in ("Ben", "Eve")
    )
    asked = saying.round_of(ben, version)
    Invitation.objects.update(round=asked)  # one table for both
    eve = replace(eve, proved=frozenset([asked.pk]))
    thread = saying.point(version, ben)
    saying.reply(thread, eve, "I think so too.")
    actions.finish(thread.round, by=eve, verdict="ready", summary="", lens="hires")  # type: ignore[arg-type]  # it has one
    assert ben.person

    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        (words,) = letters(ben.person.email, "critique.replies")

    assert "(Hires in this field) writes:" in words


def test_it_is_asked_once(version: Version, ada: User, ben: Reader, browser: Client) -> None:
    page = browser.get(address(ben, version)).content.decode()
    assert 'value="peer"' in page
    assert "checked" not in page
    actions.finish(saying.round_of(ben, version), by=ben, verdict="ready", summary="", lens="peer")
    assert ben.person
    make.invitation(version.document, ben.person)
    newest = Invitation.objects.latest("pk")

    other = visit(make.visitor_pass(version.document.grants.get(source_id=newest.pk)))
    shown = other.get(f"/reviews/{newest.round.ref}/finish/").content.decode()
    assert shown.partition('value="peer"')[2].partition(">")[0].strip().endswith("checked")


def test_finishing_as_they_are_leaves_the_lens(version: Version, ben: Reader) -> None:
    asked = saying.round_of(ben, version)
    actions.finish(asked, by=ben, verdict="ready", summary="", lens="friend")

    actions.send_as_they_are(Review.objects.get(), by=ben)

    assert Review.objects.get().lens == "friend"


def test_comments_sent_as_they_are_stand_without_a_verdict(
    version: Version, ada: User, ben: Reader, browser: Client
) -> None:
    saying.draft(version, ben)
    asked = saying.round_of(ben, version)
    with time_machine.travel("2026-11-24T10:00:00Z", tick=True):
        actions.send_as_they_are(Review.objects.get(), by=ben)

        hers = sign_in(ada).get(asked.get_absolute_url()).content.decode()
        own = browser.get(address(ben, version)).content.decode()
        sent = browser.get(f"/reviews/{asked.ref}/sent/").content.decode()

    assert "On Tuesday, 24 November: 1 comment." in hers
    assert "You finished on Tuesday, 24 November: 1 comment." in own
    assert "Ada sees each comment with your name" in sent
    assert "Add your verdict" in sent


def test_what_she_finished_and_what_is_new_since(
    version: Version, seeker: Reader, ben: Reader, browser: Client
) -> None:
    with time_machine.travel("2026-11-24T10:00:00Z", tick=True):
        thread = saying.point(version, ben)
        saying.reply(thread, seeker)
        saying.draft(version, ben)
        saying.draft(version, ben)

        page = " ".join(browser.get(address(ben, version)).content.decode().split())

    assert "You finished on Tuesday, 24 November: <b>Small fixes</b>, 1 comment." in page
    assert "1 answer since." in page
    assert "Send 2 comments to Ada" in page


def test_without_a_verdict_nothing_is_sent_and_nothing_is_lost(
    version: Version, ben: Reader, browser: Client
) -> None:
    saying.draft(version, ben)

    answer = browser.post(address(ben, version), {"summary": "Nearly there.", "lens": "coach"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nothing was sent, and nothing is lost." in page
    assert "Nearly there." in page
    assert page.partition('value="coach"')[2].partition(">")[0].strip().endswith("checked")
    assert Review.objects.get().finished_at is None


def test_the_button_that_enter_presses_sends_nothing(
    version: Version, ben: Reader, browser: Client
) -> None:
    saying.draft(version, ben)
    typed = {"verdict": "rework", "summary": "Nearly there.", "stay": "yes"}

    answer = browser.post(address(ben, version), typed)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Nearly there." in page
    assert page.partition('value="rework"')[2].partition(">")[0].strip().endswith("checked")
    assert Review.objects.get().finished_at is None


def test_no_verdict_is_chosen_for_the_mentor(
    version: Version, ben: Reader, browser: Client
) -> None:
    saying.draft(version, ben)

    page = browser.get(address(ben, version)).content.decode()

    assert 'name="verdict"' in page
    assert "checked" not in page
    assert "Send 1 comment to Ada" in page


def test_what_was_sent_stays_before_the_mentor(
    version: Version, ben: Reader, browser: Client
) -> None:
    path = address(ben, version).replace("/finish/", "/sent/")
    saying.draft(version, ben)
    assert browser.get(path).headers["Location"] == address(ben, version)
    typed = {"verdict": "ready", "summary": "Go ahead.", "lens": "peer", "revision": 1}

    sent = browser.post(address(ben, version), typed)

    assert sent.headers["Location"] == path
    page = " ".join(browser.get(path).content.decode().split())
    for words in ("Sent to Ada", "Ready for the employer", "1 comment", "Go ahead.", "Peer"):
        assert words in page
    assert "Thank you. Ada has it now." in page
    assert "You get an email when Ada replies to you or tells you of a new version" in page
    assert f'href="{path}"' in browser.get(version.get_absolute_url()).content.decode()


def test_two_windows_lose_no_summary(version: Version, ben: Reader, browser: Client) -> None:
    path = address(ben, version)
    typed = {"verdict": "ready", "revision": 1}
    browser.post(path, {**typed, "summary": "From the first window."})

    stale = browser.post(path, {**typed, "summary": "From the second window."})

    page = stale.content.decode()
    assert stale.status_code == 409
    assert "Both are here" in page
    assert "From the first window." in page
    assert "From the second window." in page
    assert Review.objects.get().summary == "From the first window."
    kept = {**typed, "summary": "From the second window.", "revision": 2}
    assert browser.post(path, kept).status_code == 302
    assert Review.objects.get().summary == "From the second window."


def test_the_same_press_many_times_is_one_letter(
    version: Version, ada: User, ben: Reader, browser: Client
) -> None:
    typed = {"verdict": "ready", "summary": "Go.\r\nNow.", "revision": 1, "lens": "peer"}

    answers = [browser.post(address(ben, version), typed) for _press in range(5)]

    assert {answer.status_code for answer in answers} == {302}
    letters(ada.email)
    assert Letter.objects.filter(kind="critique.finished").count() == 1


def test_another_look_is_finished_by_the_same_verdict(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    saying.point(version, ben)
    invitation = Invitation.objects.get()
    circle.ask_again(invitation, by=seeker)
    invitation.refresh_from_db()
    assert invitation.waits_for_another_look

    saying.draft(version, ben)
    invitation.refresh_from_db()
    assert invitation.begun_at
    saying.finish(version, ben)
    circle.ask_again(invitation, by=seeker)
    saying.finish(version, ben)  # with nothing new to say

    invitation.refresh_from_db()
    assert invitation.answered_at
    assert not invitation.waits_for_another_look
