"""A mail server for letters, letters to send, and a kind of notice to tell."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings

from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind
from mentorship.notifications.letters import write_letter
from mentorship.notifications.marks import Secret
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.refs import new_ref
from tests.infrastructure.processes import free_port
from tests.infrastructure.smtp import Sink

SMTP_BACKEND = "django.core.mail.backends.smtp.EmailBackend"


def goes_to(settings: Settings, port: int) -> None:
    """Letters leave, through a mail server on this machine."""
    settings.MAIL_LEAVES = True
    settings.EMAIL_BACKEND = SMTP_BACKEND
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    settings.DEFAULT_FROM_EMAIL = "Mentorship <letters@mentorship.example>"


@pytest.fixture
def mail(settings: Settings, sink: Sink) -> Sink:
    """The mail server that letters leave through."""
    goes_to(settings, sink.port)
    return sink


def hang_up(server: SMTP) -> None:
    """End the connection without a word."""
    if server.transport:
        server.transport.close()


class Flaky(Sink):
    """A mail server that hangs up: at RCPT, or after it took the letter, so many times."""

    hangs_up_at_rcpt = 0
    hangs_up_after_data = 0

    async def handle_RCPT(  # noqa: N802 - the name aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Hang up, or go on."""
        if self.hangs_up_at_rcpt:
            self.hangs_up_at_rcpt -= 1
            hang_up(server)
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep the letter, and hang up before saying so."""
        answer = await super().handle_DATA(server, session, envelope)
        if self.hangs_up_after_data:
            self.hangs_up_after_data -= 1
            hang_up(server)
        return answer


@pytest.fixture
def flaky(settings: Settings) -> Iterator[Flaky]:
    """A mail server that letters leave through, and that hangs up when told to."""
    server = Flaky(port=free_port())
    controller = Controller(server, hostname=server.host, port=server.port)
    controller.start()
    goes_to(settings, server.port)
    yield server
    controller.stop()


def a_letter(address: str = "ada@example.org") -> Letter:
    """A letter without a code, written just now."""
    return write_letter("notifications.password_changed", address=address, person=None, context={})


def a_code(address: str = "ada@example.org") -> Letter:
    """A letter with a code, written just now."""
    return write_letter(
        "notifications.sign_in_code",
        address=address,
        person=None,
        context={"code": Secret("code")},
        is_about_signing_in=True,
        ref=new_ref(),
    )


@pytest.fixture
def untold(settings: Settings) -> Iterator[set[str]]:
    """A kind "tests.reply" is known; things put into this set may no longer be told."""
    things: set[str] = set()

    def may_still_be_told(notice: Notice) -> bool:
        return notice.event.thing not in things

    def context(notices: list[Notice]) -> dict[str, object]:
        return {"who": "Ben", "things": [notice.event.thing for notice in notices]}

    here = Path(__file__).parent / "templates"
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], here]}]
    kinds.register(Kind("tests.reply", may_still_be_told=may_still_be_told, context=context))
    yield things
    del kinds.KINDS["tests.reply"]
