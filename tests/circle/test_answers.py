"""What the person who was asked answers, and what the seeker hears of it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.reader import NOBODY, Reader, as_account
from mentorship.circle import actions
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.later_days import days
from mentorship.circle.models import Invitation, Silence
from mentorship.circle.status import status_of
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents.models import Document, Grant
from mentorship.notifications.models import Notice
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.invitations import at, follow, letters, links, press, reads
from tests.clock import noon

pytestmark = pytest.mark.django_db


def test_not_this_time_is_one_press_and_the_seeker_hears_it(
    invitation: Invitation, ada: User
) -> None:
    browser = follow(links(invitation)[2])

    page = browser.post(at("regrets", invitation), follow=True).content.decode()

    assert "Thank you for saying so." in page
    told = letters(ada.email)
    assert len(told) == 1
    assert told[0].startswith("Ben can’t look at it this time.")


def test_whoever_declined_may_think_again(invitation: Invitation, ada: User) -> None:
    browser = follow(links(invitation)[2])
    browser.post(at("regrets", invitation))

    press(browser, invitation)

    assert reads(browser, invitation)
    assert letters(ada.email) == []  # she had not been told yet, and need not be


def test_whoever_declined_may_put_it_off_to_the_day_she_had_picked(invitation: Invitation) -> None:
    by, day = as_visitor(invitation), timezone.localdate() + timedelta(days=3)
    actions.postpone(invitation, by=by, until=day)
    actions.decline(invitation, by=by)

    actions.postpone(invitation, by=by, until=day)

    invitation.refresh_from_db()
    assert invitation.declined_at is None


def test_declining_twice_is_told_once(invitation: Invitation) -> None:
    for _ in range(2):
        actions.decline(invitation, by=as_visitor(invitation))

    assert Notice.objects.filter(event__kind="circle.declined", channel="letter").count() == 1


def test_later_is_one_press_and_brings_a_reminder_that_morning(invitation: Invitation) -> None:
    browser = follow(links(invitation)[1])
    day = timezone.localdate() + timedelta(days=3)

    page = browser.post(at("postponement", invitation), {"until": day.isoformat()}, follow=True)

    assert "Later it is." in page.content.decode()
    assert letters(invitation.person.email, "circle.reminder") == []
    with time_machine.travel(noon(days=4)):
        reminders = letters(invitation.person.email, "circle.reminder")
    assert len(reminders) == 1
    assert (
        "You picked today to look at what Ada asked you. It takes about 10 minutes."
        in (reminders[0])
    )


def test_the_same_day_twice_is_one_reminder(invitation: Invitation) -> None:
    day = timezone.localdate() + timedelta(days=2)
    for _ in range(2):
        actions.postpone(invitation, by=as_visitor(invitation), until=day)

    with time_machine.travel(noon(days=3)):
        assert len(letters(invitation.person.email, "circle.reminder")) == 1


def test_put_off_again_only_the_last_day_is_reminded_of(invitation: Invitation) -> None:
    by = as_visitor(invitation)
    today = timezone.localdate()
    for later in (2, 5):
        actions.postpone(invitation, by=by, until=today + timedelta(days=later))

    with time_machine.travel(noon(days=3)):
        assert letters(invitation.person.email, "circle.reminder") == []
    with time_machine.travel(noon(days=6)):
        assert len(letters(invitation.person.email, "circle.reminder")) == 1


@pytest.mark.parametrize("done", [actions.answered, actions.decline, actions.revoke])
def test_a_reminder_that_is_no_longer_due_does_not_leave(
    done: object, invitation: Invitation, by_ada: Reader
) -> None:
    by = as_visitor(invitation)
    actions.postpone(invitation, by=by, until=timezone.localdate() + timedelta(days=2))
    if done is actions.answered:
        actions.answered(invitation)
    elif done is actions.decline:
        actions.decline(invitation, by=by)
    else:
        actions.revoke(invitation, by=by_ada)

    with time_machine.travel(noon(days=3)):
        assert letters(invitation.person.email, "circle.reminder") == []


def test_a_day_that_has_passed_is_no_day_for_later(invitation: Invitation) -> None:
    browser = follow(links(invitation)[1])

    answer = browser.post(at("postponement", invitation), {"until": "2020-01-01"})

    assert answer.status_code == 422
    assert "Choose a day from tomorrow on" in answer.content.decode()


@pytest.mark.parametrize(
    ("today", "offered"),
    [
        ("2026-11-24", ["2026-11-25", "2026-11-28", "2026-11-30"]),  # a Tuesday
        ("2026-11-27", ["2026-11-28", "2026-11-30", "2026-12-05"]),  # a Friday
        ("2026-11-28", ["2026-11-29", "2026-11-30", "2026-12-05"]),  # a Saturday
    ],
)
def test_days_that_suit_are_offered(today: str, offered: list[str]) -> None:
    with time_machine.travel(f"{today}T12:00:00Z"):
        assert days() == [date.fromisoformat(day) for day in offered]


def test_i_am_not_ben_tells_the_seeker_and_shuts_everything(
    invitation: Invitation, ada: User
) -> None:
    passes = follow(links(invitation)[0])
    press(passes, invitation)
    passes.post(at("fresh_link", invitation))

    page = follow(links(invitation)[0]).post(at("disowning", invitation)).content.decode()

    assert "We have told Ada" in page
    assert letters(ada.email)[0].startswith("Someone opened your email to Ben")
    assert not reads(passes, invitation)
    passes.post(at("fresh_link", invitation))
    assert len(letters(invitation.person.email, "circle.fresh_link")) == 1


def test_after_not_ben_it_opens_again_once_it_is_sent_again(
    invitation: Invitation, by_ada: Reader
) -> None:
    follow(links(invitation)[0]).post(at("disowning", invitation))

    actions.send_again(invitation, by=by_ada)

    browser = follow(links(invitation)[0])
    press(browser, invitation)
    assert reads(browser, invitation)


def test_a_mentor_leaves_a_document(invitation: Invitation, resume: Document) -> None:
    browser = follow(links(invitation)[0])
    press(browser, invitation)

    browser.post(f"{at('cover', invitation)}departures/{resume.ref}/")

    assert not reads(browser, invitation)
    invitation.refresh_from_db()
    assert invitation.left_at


def test_of_two_documents_one_may_be_left(
    resume: Document, ada: User, by_ada: Reader, ben: User
) -> None:
    letter = make.ready_version(ada, title="Letter").document
    people = [Invitee("Ben", ben.email)]
    asked = actions.ask([resume, letter], by=by_ada, people=people, ask=Ask(), key=uuid4())
    invitation = asked.invitations.get()

    actions.leave(invitation, letter, by=as_visitor(invitation))

    invitation.refresh_from_db()
    assert invitation.left_at is None
    assert set(Document.objects.visible_to(as_visitor(invitation))) == {resume}


def test_leaving_ends_only_what_this_round_opened(
    invitation: Invitation, resume: Document, ben: User
) -> None:
    make.invitation(resume, ben)

    actions.leave(invitation, resume, by=as_visitor(invitation))

    assert Grant.objects.live().filter(person=ben).count() == 1


def test_no_more_letters_from_her(invitation: Invitation, resume: Document, ben: User) -> None:
    browser = follow(links(invitation)[3])

    page = browser.post(at("silence", invitation), {"whom": "seeker"}, follow=True)

    assert "email you about anything that Ada asks or does here" in page.content.decode()
    with pytest.raises(Refused, match="people"):
        make.invitation(resume, ben)
    cleo = make.ready_version(make.person("Cleo")).document
    make.invitation(cleo, ben)


def test_never_write_to_me(invitation: Invitation, ben: User) -> None:
    follow(links(invitation)[3]).post(at("silence", invitation), {"whom": "everybody"})

    cleo = make.ready_version(make.person("Cleo")).document
    with pytest.raises(Refused, match="people"):
        make.invitation(cleo, ben)


def test_never_means_that_nobody_can_have_a_link_or_code_sent_either(
    invitation: Invitation, ben: User
) -> None:
    actions.silence(ben, seeker=None, by=NOBODY)

    for page in ("fresh_link", "code_letters"):
        Client().post(at(page, invitation))

    assert letters(ben.email) == []


def test_silence_can_be_taken_back_where_it_was_made(
    invitation: Invitation, resume: Document, ben: User
) -> None:
    browser = follow(links(invitation)[3])
    for whom in ("seeker", "everybody", "nobody"):
        browser.post(at("silence", invitation), {"whom": whom})

    assert not Silence.objects.exists()


def test_a_letter_that_waits_does_not_leave_once_she_wants_none(
    invitation: Invitation, ben: User, ada: User
) -> None:
    actions.silence(ben, seeker=ada, by=NOBODY)

    assert letters(ben.email) == []
    shown = status_of(Invitation.objects.with_letters().get())
    assert shown.word == "Email not sent"


def test_the_way_to_say_no_more_works_when_all_else_is_over(
    invitation: Invitation, by_ada: Reader, ben: User
) -> None:
    stop = links(invitation)[3]
    actions.revoke(invitation, by=by_ada)

    follow(stop).post(at("silence", invitation), {"whom": "seeker"})

    assert Silence.objects.filter(person=ben).exists()


@pytest.mark.parametrize("who", ["stranger", "owner", "another"])
def test_only_the_invited_person_answers(
    who: str, invitation: Invitation, by_ada: Reader, resume: Document
) -> None:
    others = {
        "stranger": as_account(make.person("Carl")),
        "owner": by_ada,
        "another": as_visitor(make.invitation(resume, make.invited("Eve"))),
    }

    for act in (actions.decline, actions.report_wrong_person):
        with pytest.raises(Refused, match="not-found"):
            act(invitation, by=others[who])
