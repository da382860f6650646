"""What connections have to write about their letters is written soon, together, and by who holds them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from mentorship.notifications.delivery import ledger, sweeping
from mentorship.notifications.delivery.bookkeeping import Book
from mentorship.notifications.delivery.flow import Flow
from mentorship.notifications.models import Letter
from tests import clock
from tests.infrastructure.smtp import Sink
from tests.make.letters import a_letter
from tests.notifications.workers import lose_workers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail")]

ADA = "ada@example.org"


def claimed(count: int) -> list[Letter]:
    """So many letters, leased to the caller."""
    return ledger.lease([a_letter(f"reader{n}@example.org").pk for n in range(count)], count)


def test_what_was_taken_is_written_down_while_the_next_waits_for_a_slow_server() -> None:
    [letter] = claimed(1)
    flow = Flow()
    flow.book.is_prompt = False  # as with several connections
    flow.book.sent(letter)

    flow.wait()

    letter.refresh_from_db()
    assert letter.state == "sent"


def test_what_connections_have_to_write_is_written_for_all_at_once() -> None:
    *taken, last = claimed(3)
    book = Book(is_prompt=False)
    for letter in taken:
        book.sent(letter)

    with CaptureQueriesContext(connection) as asked:
        book.begin_data(last)

    assert [one["sql"].split()[0] for one in asked.captured_queries] == ["UPDATE", "UPDATE"]
    states = Letter.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["sent", "sent", "in_data"]


def test_a_letter_in_data_is_its_workers_for_as_long_as_a_mail_server_may_think(
    settings: Settings,
) -> None:
    settings.SMTP_SECONDS = {**settings.SMTP_SECONDS, "end": 600.0}
    [letter] = claimed(1)
    ledger.begin_data([letter])
    clock.later(settings.SMTP_SECONDS["end"])
    ledger.bring_back()
    letter.refresh_from_db()
    assert letter.state == "in_data"

    clock.later(settings.LEASE_MARGIN + 1)
    ledger.bring_back()

    letter.refresh_from_db()
    assert (letter.state, letter.ambiguous, letter.reason) == ("waiting", 1, "worker died")
    assert letter.due_at > timezone.now() + timedelta(minutes=59)


def test_a_letter_whose_workers_died_in_data_twice_is_not_sent_a_third_time() -> None:
    [letter] = claimed(1)
    ledger.begin_data([letter])
    Letter.objects.update(ambiguous=1, lease_until=timezone.now() - timedelta(seconds=1))

    ledger.bring_back()

    letter.refresh_from_db()
    assert (letter.state, letter.reason) == ("unconfirmed", "worker died twice")


def test_whoever_lost_the_lease_changes_nothing(mail: Sink) -> None:
    zombie = ledger.claim(a_letter().pk)
    assert zombie
    lose_workers()
    sweeping.sweep()

    book = Book(is_prompt=True)
    with pytest.raises(ledger.LeaseLost):
        book.begin_data(zombie)
    book.sent(zombie)
    with pytest.raises(ledger.LeaseLost):
        ledger.end(zombie, Letter.State.FAILED, "late")

    zombie.refresh_from_db()
    assert zombie.state == "sent"
    assert len(mail.to(ADA)) == 1
