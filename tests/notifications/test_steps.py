"""Each step of a conversation with a mail server has its own time, and its own meaning when it fails."""

import asyncio
import contextlib
from threading import Event

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import OperationalError
from pytest_django import Settings

from mentorship.notifications.delivery import sweeping
from mentorship.notifications.delivery.post import POST, BySmtp
from mentorship.notifications.models import Letter
from tests.infrastructure.processes import free_port
from tests.infrastructure.smtp import Sink
from tests.make.letters import a_letter
from tests.notifications.mail_servers import taking_letters

pytestmark = pytest.mark.django_db

ADA = "ada@example.org"
MEGABYTES = "A long line of words, and another one.\n" * 400_000


class Thoughtful(Sink):
    """A mail server that thinks about what it has for longer than it takes to answer else."""

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Take it, after two seconds."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.Event().wait(), 2)
        return await super().handle_DATA(server, session, envelope)


class HangsUp(SMTP):
    """A mail server that goes away when a letter begins to come."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - the name aiosmtpd looks for
        """Say that it may come, and go."""
        await self.push("354 go on")
        assert self.transport
        self.transport.abort()


class Brief(SMTP):
    """A mail server that closes a connection on which nobody speaks, and notes that it has."""

    has_closed = Event()

    def connection_lost(self, error: Exception | None) -> None:
        """The connection is gone."""
        super().connection_lost(error)
        self.has_closed.set()


def impatiently(sink: Sink) -> SMTP:
    """The conversation of one that waits for nobody."""
    return Brief(sink, timeout=0.3)


def test_a_server_may_think_after_the_last_dot(settings: Settings) -> None:
    with taking_letters(Thoughtful(port=free_port()), settings) as sink:
        settings.SMTP_SECONDS = {**dict.fromkeys(settings.SMTP_SECONDS, 1.0), "end": 30.0}
        letter = a_letter()

        sweeping.deliver(letter.pk)

    letter.refresh_from_db()
    assert (letter.state, letter.attempts, len(sink.to(ADA))) == ("sent", 1, 1)


def test_a_line_cut_before_the_last_dot_leaves_no_doubt(settings: Settings) -> None:
    with taking_letters(Sink(port=free_port()), settings, HangsUp):
        letter = a_letter()
        Letter.objects.filter(pk=letter.pk).update(text=MEGABYTES)

        sweeping.deliver(letter.pk)

    letter.refresh_from_db()
    assert (letter.state, letter.ambiguous) == ("waiting", 0)
    assert letter.reason.startswith("cut off")
    assert (letter.due_at - letter.written_at).total_seconds() < 120


def test_after_an_end_in_doubt_the_other_try_comes_an_hour_later(
    settings: Settings, flaky: Sink
) -> None:
    flaky.hangs_up_after_data = 1  # type: ignore[attr-defined]  # it is a Flaky
    letter = a_letter()

    sweeping.deliver(letter.pk)
    letter.refresh_from_db()

    assert (letter.state, letter.ambiguous) == ("waiting", 1)
    assert 3600 <= (letter.due_at - letter.written_at).total_seconds() < 3700


def test_letters_go_over_one_connection_after_another(mail: Sink) -> None:
    letters = [a_letter(f"reader{number}@example.org") for number in range(4)]
    mail.answer("reader1@example.org", "550 5.1.1 no such person")

    for letter in letters:
        sweeping.deliver(letter.pk)

    states = Letter.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["sent", "failed", "sent", "sent"]
    assert len({received.peer for received in mail.letters}) == 1


def test_connections_that_were_kept_are_closed_when_the_process_ends(mail: Sink) -> None:
    sweeping.deliver(a_letter().pk)
    kept = POST.idle[-1]
    assert kept.is_open

    POST.hang_up()

    assert not kept.is_open
    assert POST.idle == []


def test_a_connection_whose_work_breaks_off_is_closed(mail: Sink) -> None:
    sweeping.deliver(a_letter().pk)

    with pytest.raises(OperationalError), POST.carrier() as carrier:
        raise OperationalError("the database has gone")

    assert isinstance(carrier, BySmtp)
    assert not carrier.is_open
    assert POST.idle == []


def test_a_connection_that_the_server_has_closed_is_made_anew(settings: Settings) -> None:
    with taking_letters(Sink(port=free_port()), settings, impatiently) as sink:
        first, second = a_letter(), a_letter()
        sweeping.deliver(first.pk)
        assert Brief.has_closed.wait(30)

        sweeping.deliver(second.pk)

    second.refresh_from_db()
    assert (second.state, second.attempts, len(sink.letters)) == ("sent", 1, 2)
