"""The database goes while letters leave: none is sent a third time, and mail goes on once it is back."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import OperationalError, connection, connections
from pytest_django import Settings

from mentorship.home.upkeep.sweeper import once
from mentorship.notifications import kinds
from mentorship.notifications.delivery import flow, ledger, sweeping, writing
from mentorship.notifications.models import Letter
from tests.infrastructure.leaving import Leaving, impatient
from tests.infrastructure.processes import free_port
from tests.make.letters import a_code, a_letter
from tests.notifications.mail_servers import Telling, taking_letters
from tests.notifications.workers import lose_workers, make_due

pytestmark = pytest.mark.django_db(transaction=True)

ADA = "ada@example.org"
KIND = "notifications.password_changed"
SWEEP = "notifications.sweep"


@pytest.fixture
def mail(settings: Settings) -> Iterator[Telling]:
    """A mail server that letters leave through."""
    with taking_letters(Telling(port=free_port()), settings) as server:
        yield server


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[Leaving]:
    """It goes when told to, and is waited for by nobody."""
    impatient(monkeypatch)
    monkeypatch.setattr(writing, "AGAIN_AFTER", (0.0,))
    connections.close_all()
    leaving = Leaving()
    yield leaving
    leaving.come_back()
    connections.close_all()


def test_sweeps_that_the_database_left_keep_no_connection_to_the_mail_server(
    mail: Telling, database: Leaving, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAIL_CONNECTIONS = 2
    monkeypatch.setattr(sweeping, "AT_A_TIME", 2)
    mail.when_taken = database.go
    left = []
    for number in range(flow.MAX_LEFT):
        for which in range(3 * sweeping.AT_A_TIME):
            a_letter(f"reader{which}of{number}@example.org")
        once(SWEEP, sweeping.sweep)
        database.come_back()
        left += flow.Flow.running()
    mail.when_taken = None
    a_letter()
    if connection.vendor == "sqlite":  # nobody holds its file any more, and who writes waits again
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 20)
    connections.close_all()

    once(SWEEP, sweeping.sweep)

    assert left == []
    assert len(mail.to(ADA)) == 1
    assert set(Counter(one.recipients for one in mail.letters).values()) == {1}


@pytest.fixture
def told() -> Iterator[list[str]]:
    """Letters of a kind that hears of their end: these were told, by what became of them."""
    usual = kinds.of(KIND)
    ends: list[str] = []
    kinds.register(replace(usual, ended=lambda letter: ends.append(letter.state)))
    yield ends
    kinds.register(usual)


def copies_of(letter: Letter, mail: Telling, database: Leaving) -> int:
    """How many came in the end, when it was tried as often as can be. They are all the same."""
    for _ in range(4):
        lose_workers()
        ledger.bring_back()
        sweeping.deliver(make_due(letter).pk)
        database.come_back()
        connections.close_all()
    received = mail.to(letter.address)
    assert len({one.raw for one in received}) == 1
    return len(received)


def back_at_the_first_error(database: Leaving) -> None:
    """The connection that a letter's end goes over is cut, and the next one is not."""

    def tried(execute: Any, *statement: Any) -> Any:
        try:
            return execute(*statement)
        except OperationalError:
            database.come_back()
            raise

    connection.execute_wrappers.append(tried)


@pytest.mark.parametrize("make", [a_letter, a_code])
def test_a_letter_that_was_taken_while_the_database_was_away_for_a_moment_is_not_sent_again(
    make: Any, mail: Telling, database: Leaving, told: list[str]
) -> None:
    letter = make()
    mail.when_taken = database.go
    back_at_the_first_error(database)

    sweeping.deliver(letter.pk)

    connection.execute_wrappers.clear()
    mail.when_taken = None
    letter.refresh_from_db()
    assert (letter.state, letter.ambiguous, copies_of(letter, mail, database)) == ("sent", 0, 1)
    assert set(told) <= {"sent"}


@pytest.mark.parametrize("make", [a_letter, a_code])
def test_a_letter_that_was_taken_while_the_database_was_away_for_long_is_sent_once_more_at_most(
    make: Any, mail: Telling, database: Leaving, told: list[str]
) -> None:
    letter = make()
    mail.when_taken = database.go

    sweeping.deliver(letter.pk)

    database.come_back()
    connections.close_all()
    letter.refresh_from_db()
    assert letter.state == "in_data"
    assert copies_of(letter, mail, database) == 2
    letter.refresh_from_db()
    assert letter.state == "unconfirmed"
