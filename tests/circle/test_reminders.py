"""Who has not answered is reminded: at most twice, by day where she lives, and not once she has."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from accounts.models import User
from accounts.reader import NOBODY, as_account
from mentorship.circle import actions, tasks
from mentorship.circle.models import Invitation
from mentorship.circle.reminders.mornings import next_reminder
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents.models import Document
from mentorship.notifications.models import Letter, Preference
from mentorship.toolbox.clock.mornings import humane
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import letters

pytestmark = pytest.mark.django_db

BERLIN, NEW_YORK, AUCKLAND = (
    ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Pacific/Auckland")
)
TUESDAY = datetime(2026, 11, 24, 12, tzinfo=BERLIN)
NEXT_FRIDAY = date(2026, 12, 4)


@pytest.fixture
def _tuesday() -> Iterator[None]:
    """The day on which everybody is asked."""
    with time_machine.travel(TUESDAY, tick=False):
        yield


@pytest.fixture
def asked(_tuesday: None, resume: Document, ben: User) -> Callable[..., Invitation]:
    """Asks Ben, who lives in Berlin."""

    def ask(**facts: object) -> Invitation:
        User.objects.filter(pk=ben.pk).update(time_zone="Europe/Berlin")
        ben.refresh_from_db()
        return make.invitation(resume, ben, name="Ben", **facts)

    return ask


def reminded(until: datetime) -> list[datetime]:
    """When reminders left, with a sweep every hour until then."""
    told = []
    moment = timezone.now()
    while moment < until:
        with time_machine.travel(moment, tick=False):
            before = Letter.objects.filter(kind="circle.due").count()
            tasks.sweep()
            letters("nobody@example.org")
            if Letter.objects.filter(kind="circle.due").count() > before:
                told.append(moment.astimezone(BERLIN))
        moment += timedelta(hours=1)
    return told


IN_MAY = datetime(2027, 5, 1, tzinfo=BERLIN)
AT_EIGHT = [datetime(2026, 12, day, 8, tzinfo=BERLIN) for day in (2, 5)]


@pytest.mark.parametrize(
    ("wanted_by", "asked_at", "days"),
    [
        (date(2026, 12, 4), "2026-11-24 12:00", ["2026-12-02 08:00", "2026-12-05 08:00"]),
        (date(2026, 11, 27), "2026-11-24 12:00", ["2026-11-28 08:00"]),  # the 25th is too soon
        (date(2026, 11, 24), "2026-11-24 12:00", []),
        (None, "2026-11-24 12:00", ["2026-12-01 08:00"]),
        (date(2027, 3, 30), "2027-03-20 12:00", ["2027-03-28 08:00", "2027-03-31 08:00"]),
        (date(2026, 10, 24), "2026-10-10 12:00", ["2026-10-22 08:00", "2026-10-25 08:00"]),
    ],
    ids=["a date", "soon", "today", "no date", "clocks go forward", "clocks go back"],
)
@pytest.mark.parametrize("zone", [BERLIN, NEW_YORK, AUCKLAND], ids=str)
def test_the_days_and_hours_of_reminders(
    wanted_by: date | None, asked_at: str, days: list[str], zone: ZoneInfo
) -> None:
    begun = now = datetime.fromisoformat(asked_at).replace(tzinfo=zone)
    found = []
    while moment := next_reminder(wanted_by, asked_at=begun, now=now, zone=zone, sent=len(found)):
        found.append(moment.astimezone(zone).strftime("%Y-%m-%d %H:%M"))
        now = moment

    assert found == days


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-24 03:10", "2026-11-24 08:00"),
        ("2026-11-24 08:00", "2026-11-24 08:00"),
        ("2026-11-24 19:59", "2026-11-24 19:59"),
        ("2026-11-24 20:00", "2026-11-25 08:00"),
        ("2027-03-27 23:30", "2027-03-28 08:00"),  # an hour is lost that night
    ],
)
def test_nobody_is_woken(now: str, then: str) -> None:
    moment, expected = (datetime.fromisoformat(one).replace(tzinfo=BERLIN) for one in (now, then))

    assert humane(moment, BERLIN) == expected


def test_twice_two_days_before_and_on_the_morning_after(
    asked: Callable[..., Invitation], ada: User
) -> None:
    invitation = asked(wanted_by=NEXT_FRIDAY)

    with time_machine.travel(datetime(2026, 12, 1, 20, tzinfo=BERLIN)):
        assert reminded(datetime(2026, 12, 7, tzinfo=BERLIN)) == AT_EIGHT

    first, second = letters(invitation.person.email, "circle.due")
    assert "A reminder: Ada would like to hear from you by Friday, 4 December about this" in first
    assert "We won’t remind you again." not in first
    assert "The day Ada had hoped for has passed" in second
    assert "We won’t remind you again." in second
    page = sign_in(ada).get(invitation.round.get_absolute_url()).content.decode()
    assert "Reminded on Saturday, 5 December." in page


def test_the_letter_in_full(asked: Callable[..., Invitation]) -> None:
    invitation = asked(minutes=5)
    with time_machine.travel(datetime(2026, 12, 1, 9, tzinfo=BERLIN), tick=False):
        (words,) = letters(invitation.person.email, "circle.due")

    letter = Letter.objects.get(kind="circle.due")
    assert letter.subject == "Ada would still like your opinion on a résumé"
    shown = [line for line in letter.text.replace(f":{letter.nonce}", "").splitlines() if line]
    assert shown == [
        "Hello Ben,",
        "A reminder: Ada would still like to hear what you think of this:",
        "    Operations lead (Résumé)",
        "It takes about 5 minutes. We won’t remind you again.",
        "Have a look (no account, no password):",
        "{{look}}",
        "“Later” and “Not this time” are on that page, too.",
        "-- ",
        "You get this because Ada gave your address at http://localhost:8000 to ask for your opinion. "
        "Replies to this email go to Ada.",
        "No more emails from Ada:",
        "{{stop}}",
    ]
    assert "/i/" in words


def leave(invitation: Invitation) -> None:
    actions.leave(invitation, invitation.round.documents.get(), by=as_visitor(invitation))


def stop(invitation: Invitation) -> None:
    Preference.objects.create(person=invitation.person, topic="invitations", pace="never")


ENDS: dict[str, Callable[[Invitation], object]] = {
    "finished": actions.answered,
    "begun": actions.begun,
    "not this time": lambda one: actions.decline(one, by=as_visitor(one)),
    "not the one": lambda one: actions.report_wrong_person(one, by=as_visitor(one)),
    "taken back": lambda one: actions.revoke(one, by=as_account(one.round.owner)),
    "left": leave,
    "silence": lambda one: actions.silence(one.person, seeker=one.seeker, by=NOBODY),
    "stopped": stop,
    "closed": lambda one: actions.close(one.round, by=as_account(one.round.owner)),
}


@pytest.mark.parametrize("end", ENDS)
def test_there_is_none_after(end: str, asked: Callable[..., Invitation]) -> None:
    invitation = asked(wanted_by=NEXT_FRIDAY)
    ENDS[end](invitation)

    with time_machine.travel(AT_EIGHT[0], tick=False):
        assert letters(invitation.person.email, "circle.due") == []
    invitation.refresh_from_db()
    assert (invitation.reminders, invitation.remind_at) == (0, None)


@pytest.mark.parametrize("end", ["finished", "not this time", "taken back", "silence"])
def test_one_that_is_on_its_way_turns_back(end: str, asked: Callable[..., Invitation]) -> None:
    invitation = asked(wanted_by=NEXT_FRIDAY)
    with time_machine.travel(AT_EIGHT[0], tick=False):
        tasks.sweep()
        ENDS[end](invitation)

        assert letters(invitation.person.email, "circle.due") == []


def test_the_seeker_may_want_none(asked: Callable[..., Invitation]) -> None:
    invitation = asked(wanted_by=NEXT_FRIDAY, sends_reminders=False)

    assert invitation.remind_at is None
    with time_machine.travel(IN_MAY, tick=False):
        assert letters(invitation.person.email, "circle.due") == []


def test_a_day_she_picks_counts_as_one(asked: Callable[..., Invitation]) -> None:
    invitation = asked(wanted_by=NEXT_FRIDAY)
    actions.postpone(invitation, by=as_visitor(invitation), until=date(2026, 12, 3))

    for day in (2, 3, 5, 9):
        with time_machine.travel(datetime(2026, 12, day, 8, tzinfo=BERLIN), tick=False):
            tasks.sweep()
            letters(invitation.person.email)

    sent = Letter.objects.filter(kind__in=["circle.due", "circle.reminder"]).order_by("pk")
    assert [letter.kind for letter in sent] == ["circle.reminder", "circle.due"]


def test_a_service_that_was_down_at_eight_reminds_by_day(asked: Callable[..., Invitation]) -> None:
    invitation = asked(wanted_by=NEXT_FRIDAY)

    with time_machine.travel(datetime(2026, 12, 2, 23, tzinfo=BERLIN), tick=False):
        tasks.sweep()
    invitation.refresh_from_db()

    assert (invitation.reminders, invitation.reminded_at) == (0, None)
    assert invitation.remind_at == datetime(2026, 12, 3, 8, tzinfo=BERLIN)


def test_two_sweeps_at_once_remind_once(asked: Callable[..., Invitation]) -> None:
    invitation = asked(wanted_by=NEXT_FRIDAY)
    with time_machine.travel(AT_EIGHT[0], tick=False):
        tasks.sweep()
        tasks.sweep()

        assert len(letters(invitation.person.email, "circle.due")) == 1


def test_one_who_cannot_be_reminded_keeps_nobody_else_from_it(
    asked: Callable[..., Invitation], resume: Document
) -> None:
    ben = asked(wanted_by=NEXT_FRIDAY).person
    eve = make.invited("Eve")
    make.invitation(resume, eve, name="Eve", wanted_by=NEXT_FRIDAY)
    User.objects.filter(pk=ben.pk).update(time_zone="Mars/Olympus")

    with time_machine.travel(AT_EIGHT[0] + timedelta(hours=2), tick=False):
        tasks.sweep()

        assert len(letters(eve.email, "circle.due")) == 1
