"""Nobody's letter stands behind a slow mail server, nor behind what is still to be written."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings

from mentorship.notifications import kinds
from mentorship.notifications.delivery import flow, sweeping
from mentorship.notifications.models import Letter
from mentorship.notifications.notices import tell
from tests import make
from tests.infrastructure.processes import free_port
from tests.infrastructure.smtp import Sink
from tests.make.letters import a_letter
from tests.notifications.mail_servers import taking_letters

PASSWORD = "notifications.password_changed"
SLOW = "slow@example.org"
OTHERS = 3 * sweeping.AT_A_TIME


@dataclass
class Slow(Sink):
    """A mail server that takes a letter to one address only when it has all the others."""

    has_others: asyncio.Event = field(default_factory=asyncio.Event)
    when_taken: Callable[[], None] | None = None

    async def handle_RCPT(  # noqa: N802 - the name aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Wait, or go on."""
        if address == SLOW:
            await self.has_others.wait()
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Take it, and let it be known before the answer."""
        if self.when_taken:
            self.when_taken()
        answer = await super().handle_DATA(server, session, envelope)
        if len(self.letters) == OTHERS:
            self.has_others.set()
        return answer


@pytest.fixture
def slow(settings: Settings) -> Iterator[Slow]:
    """That server; letters leave through it over two connections."""
    with taking_letters(Slow(port=free_port()), settings) as server:
        settings.SMTP_SECONDS = dict.fromkeys(settings.SMTP_SECONDS, 60.0)
        settings.MAIL_CONNECTIONS = 2
        yield server


@pytest.mark.django_db(transaction=True)
def test_a_slow_recipient_holds_up_nobody(slow: Slow) -> None:
    a_letter(SLOW)
    for number in range(OTHERS):
        a_letter(f"reader{number}@example.org")

    sweeping.sweep()

    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}
    assert [one.recipients[0] for one in slow.letters].index(SLOW) == OTHERS


@pytest.mark.django_db
def test_what_is_urgent_is_written_and_sent_while_others_leave(
    mail: Sink, untold: set[str]
) -> None:
    ada = make.person("Ada")
    usual = kinds.of(PASSWORD)
    kinds.register(replace(kinds.of("tests.reply"), is_urgent=True))
    for number in range(OTHERS):
        a_letter(f"reader{number}@example.org")

    def told(_letter: Letter) -> dict[str, str]:
        tell("tests.reply", thing="thread:1", actor=None, people=[ada])
        kinds.register(usual)
        return {}

    kinds.register(replace(usual, secrets=told))
    sweeping.sweep()

    order = [one.recipients[0] for one in mail.letters]
    assert len(order) == OTHERS + 1
    assert order.index(ada.email) == sweeping.AT_A_TIME


@pytest.fixture
def ending() -> Iterator[None]:
    """A worker that is asked to end as soon as the slow server thinks; it begins anew afterwards."""
    yield
    flow.ENDING[0] = 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("ending")
def test_a_worker_that_ends_waits_for_an_answer_and_begins_no_other_letter(
    slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flow, "LEAVE_AFTER", 0.0)
    for number in range(OTHERS):
        a_letter(f"reader{number}@example.org")
    slow.when_taken = flow.begin_no_other

    sweeping.sweep()
    flow.wait_for_answers()

    states = Letter.objects.values_list("state", flat=True)
    assert Counter(states) == {"sent": len(slow.letters), "waiting": OTHERS - len(slow.letters)}
    assert 1 <= len(slow.letters) <= 3  # one for each connection, and one begun meanwhile
