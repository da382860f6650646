"""Recovery within two sweeps: what two whole ones left, though it was due, is a fault of the trial."""

import contextlib
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from mentorship.circle.kinds import INVITATION
from mentorship.home.models import Heartbeat
from mentorship.notifications.delivery import ledger
from mentorship.notifications.models import Letter, Notice
from tests import clock
from tests.faults.recovery import MAIL, Sweeps, whole
from tests.faults.story import Story
from tests.make import letters

pytestmark = pytest.mark.django_db

IS_SERVER = connection.vendor == "postgresql"
A_SECOND = timedelta(seconds=1)


def a_letter(story: Story) -> Letter:
    return letters.a_letter(story.world.ada.email)


def after_sweeps(count: int, sweeps: Sweeps, story: Story) -> list[str]:
    """What is said to be wrong when so many have ended, one each second."""
    for _ in range(count):
        clock.later(1)
        Heartbeat.objects.beat(MAIL)
        sweeps.look(story)
    return list(sweeps.wrong())


def test_what_two_whole_sweeps_left_is_wrong(story: Story) -> None:
    letter = a_letter(story)

    wrong = after_sweeps(3, Sweeps(), story)

    assert wrong == [f"{letter.kind} {letter.ref}, waiting, was due, and 2 whole sweeps left it"]


def test_the_first_sweep_to_end_may_have_begun_before(story: Story) -> None:
    a_letter(story)
    sweeps = Sweeps()

    assert after_sweeps(2, sweeps, story) == []
    assert sweeps.most == 1


def test_what_falls_due_again_is_counted_anew(story: Story) -> None:
    letter, sweeps = a_letter(story), Sweeps()
    after_sweeps(2, sweeps, story)

    Letter.objects.filter(pk=letter.pk).update(due_at=timezone.now())

    assert after_sweeps(1, sweeps, story) == []


def test_what_no_letter_was_written_of_was_left_too(story: Story) -> None:
    Notice.objects.update(letter=None)

    wrong = after_sweeps(3, Sweeps(), story)

    assert wrong == [
        f"{INVITATION}, of which no letter is written, was due, and 2 whole sweeps left it"
    ]


def test_what_is_not_due_yet_waits_for_as_many_as_come(story: Story) -> None:
    a_letter(story)
    Letter.objects.update(due_at=timezone.now() + timedelta(hours=1))

    assert after_sweeps(4, Sweeps(), story) == []


def test_a_lease_holds_a_letter_until_it_is_over(story: Story) -> None:
    letter, sweeps = a_letter(story), Sweeps()
    ledger.claim(letter.pk)
    Letter.objects.filter(pk=letter.pk).update(lease_until=timezone.now() + 4 * A_SECOND)

    assert after_sweeps(5, sweeps, story) == []
    assert after_sweeps(1, sweeps, story) == [
        f"{letter.kind} {letter.ref}, claimed, was due, and 2 whole sweeps left it"
    ]


@contextlib.contextmanager
def locked(letter: Letter) -> Iterator[None]:
    """Somebody else is at this letter for as long as the block lasts; SQLite has no such locks."""
    if not IS_SERVER:
        yield
        return
    with connection.get_new_connection(connection.get_connection_params()) as other:
        other.execute("SELECT FROM notifications_letter WHERE id = %s FOR UPDATE", [letter.pk])
        yield


@pytest.mark.django_db(transaction=IS_SERVER)  # another connection sees what is committed
def test_what_somebody_is_at_is_not_left(story: Story) -> None:
    letter, sweeps = a_letter(story), Sweeps()

    with locked(letter):
        after_sweeps(4, sweeps, story)
        assert sweeps.most == (0 if IS_SERVER else 3)

    assert len(after_sweeps(3, sweeps, story)) == 1


def test_while_the_mail_server_answers_too_late_no_sweep_counts(story: Story) -> None:
    a_letter(story)
    other, sweeps = a_letter(story), Sweeps()

    for number in range(3):
        after_sweeps(1, sweeps, story)
        soon = timezone.now() + (number + 1) * timedelta(hours=1)
        ledger.put_back(other, due_at=soon, reason="out of reach: TimeoutError")

    assert (sweeps.most, len(after_sweeps(4, sweeps, story))) == (0, 1)


def test_one_that_ended_before_something_fell_due_did_not_leave_it() -> None:
    noon = timezone.now()
    ends = [noon + number * A_SECOND for number in range(5)]

    assert [whole(ends, since=noon + seconds * A_SECOND) for seconds in (0, 1.5, 3, 4)] == [
        4,
        2,
        1,
        0,
    ]
