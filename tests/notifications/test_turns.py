"""In which order letters leave when many are due."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentorship.circle import kinds as circle
from mentorship.notifications import kinds
from mentorship.notifications.delivery import ledger, sweeping
from mentorship.notifications.models import Letter
from tests.infrastructure.smtp import Sink
from tests.make.letters import a_code, a_letter

pytestmark = pytest.mark.django_db

PASSWORD = "notifications.password_changed"


def waiting(address: str, *, kind: str = PASSWORD, minutes: int) -> None:
    """A letter that has been due for so long."""
    due_at = timezone.now() - timedelta(minutes=minutes)
    Letter.objects.filter(pk=a_letter(address).pk).update(kind=kind, due_at=due_at)


def order(mail: Sink) -> list[str]:
    """Who got a letter, by the name in the address."""
    return [received.recipients[0].partition("@")[0] for received in mail.letters]


def test_what_somebody_sits_and_waits_for_leaves_first(mail: Sink) -> None:
    for number in range(3):
        waiting(f"reader{number}@example.org", minutes=9 - number)
    a_code("ada@example.org")

    sweeping.sweep()

    assert order(mail) == ["ada", "reader0", "reader1", "reader2"]


def test_among_many_that_are_due_it_has_the_first_turn(mail: Sink) -> None:
    waiting("ben@example.org", minutes=9)
    code = a_code("ada@example.org")

    assert ledger.in_turns(9)[0] == code.pk


def test_a_ring_for_one_letter_sends_an_urgent_one_before_it(mail: Sink) -> None:
    other = a_letter("ben@example.org")
    a_code("ada@example.org")

    sweeping.deliver(other.pk)

    assert order(mail) == ["ada", "ben"]


def test_everybody_gets_one_before_anybody_gets_two(mail: Sink) -> None:
    for minutes in (9, 8, 7):
        waiting("ada@example.org", minutes=minutes)
    waiting("ben@example.org", minutes=1)

    sweeping.sweep()

    assert order(mail) == ["ada", "ben", "ada", "ada"]


def test_a_crowd_of_one_kind_lets_another_kind_through(mail: Sink) -> None:
    for number in range(3):
        waiting(f"reader{number}@example.org", minutes=9 - number)
    waiting("ben@example.org", kind="notifications.address_changed", minutes=1)

    sweeping.sweep()

    assert order(mail) == ["reader0", "ben", "reader1", "reader2"]


def test_invitations_and_codes_are_what_somebody_waits_for() -> None:
    assert {name for name, kind in kinds.KINDS.items() if kind.is_urgent} == {
        circle.INVITATION,
        circle.FRESH_LINK,
        circle.CODE,
    }
