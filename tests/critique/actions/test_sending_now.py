"""Sending one comment by itself, and what is new since somebody finished."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.critique import actions
from mentorship.critique.models import Comment, Review
from mentorship.documents.models import Version
from mentorship.notifications import bell
from mentorship.notifications.models import Notice
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.invitations import letters
from tests.make import saying

pytestmark = pytest.mark.django_db

QUIET = timedelta(minutes=6)


def test_one_is_sent_and_the_others_wait(version: Version, seeker: Reader, ben: Reader) -> None:
    first, second = (saying.draft(version, ben, text) for text in ("Now.", "Later."))

    for _press in range(2):
        actions.send_now(first, by=ben)

    assert [said.text for said in Comment.objects.visible_to(seeker)] == ["Now."]
    assert list(Comment.objects.drafts()) == [second]
    review = Review.objects.get()
    assert (review.finished_at, review.verdict) == (None, "")
    assert review.due_at
    invitation = Invitation.objects.get()
    assert invitation.heard_at
    assert invitation.answered_at is None


def test_after_the_last_draft_there_is_nothing_to_be_reminded_of(
    version: Version, ben: Reader
) -> None:
    saying.ahead(version, ben)

    assert Review.objects.get().due_at is None


def test_several_within_minutes_are_one_letter(version: Version, ada: User, ben: Reader) -> None:
    for text in ("Lead with it.", "Say the year."):
        saying.ahead(version, ben, text)

    assert letters(ada.email, "critique.sent_now") == []
    with time_machine.travel(timezone.now() + QUIET):
        (words,) = letters(ada.email, "critique.sent_now")

    assert "is still reading, and has sent you this already" in words
    assert "Lead with it." in words
    assert "Say the year." in words
    hers = Notice.objects.filter(person=ada, channel=Notice.Channel.PAGE).order_by("-pk")[:2]
    assert {line.told.sentence.partition(" ")[2] for line in bell.shown_notices(hers)} == {
        f"has sent you a comment on “{version.document.title}”"
    }


def test_what_was_taken_back_meanwhile_is_told_to_nobody(
    version: Version, ada: User, ben: Reader
) -> None:
    actions.delete(saying.ahead(version, ben).comments.get(), by=ben)

    with time_machine.travel(timezone.now() + QUIET):
        assert letters(ada.email, "critique.sent_now") == []
    hers = Notice.objects.filter(person=ada, event__kind="critique.sent_now", channel="page")
    assert bell.shown_notices(hers) == []


def test_an_answer_sent_by_itself_is_heard_by_whoever_spoke_there(
    version: Version, ada: User, seeker: Reader, ben: Reader
) -> None:
    thread = saying.point(version, ben)
    saying.reply(thread, seeker)
    answer = saying.reply(thread, ben, "Better.")

    actions.send_now(answer, by=ben)

    with time_machine.travel(timezone.now() + QUIET):
        (words,) = letters(ada.email, "critique.sent_now")
    assert "Better." in words


def test_only_its_author_sends_it(version: Version, seeker: Reader, ben: Reader) -> None:
    sent = saying.point(version, ben).comments.get()
    own = saying.reply(sent.thread, seeker)

    with pytest.raises(Refused, match="may-not"):
        actions.send_now(sent, by=seeker)
    actions.send_now(own, by=seeker)  # the seeker's are sent as they are said

    assert not Notice.objects.filter(event__kind="critique.sent_now").exists()


def test_at_the_draft_it_is_one_press(version: Version, ben: Reader) -> None:
    given = make.visitor_pass(version.document.grants.get())
    said = saying.draft(version, ben)
    browser, path = visit(given), f"/comments/{said.ref}/sending/"
    assert f'formaction="{path}"' in browser.get(version.get_absolute_url()).content.decode()

    answer = browser.post(path, headers={"Fragment-For": "http://testserver/"}).content.decode()

    assert path not in answer
    assert "Lead with it." in answer
    assert browser.post(path).url == f"{version.get_absolute_url()}#thread-{said.thread.ref}"


def page_of(round_owner: User) -> str:
    """The seeker's page about her only round."""
    invitation = Invitation.objects.get()
    browser: Client = sign_in(round_owner)
    return browser.get(invitation.round.get_absolute_url()).content.decode()


def test_the_seeker_sees_what_came_ahead_what_came_then_and_what_is_new_since(
    version: Version, ada: User, ben: Reader
) -> None:
    with time_machine.travel("2026-11-24T10:00:00Z", tick=True):
        saying.ahead(version, ben)
        assert "1 comment sent already." in page_of(ada)
        saying.draft(version, ben)
        saying.finish(version, ben)
        page = page_of(ada)
        assert "On Tuesday, 24 November: <b>Small fixes</b>, 2 comments." in page
        assert "new since" not in page

    with time_machine.travel("2026-11-26T10:00:00Z", tick=True):
        for _count in range(3):
            saying.ahead(version, ben)

        name = Invitation.objects.get().name
        assert f"3 new since {name} finished on Tuesday." in page_of(ada)
