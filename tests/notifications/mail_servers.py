"""Mail servers that letters leave through, and one that hangs up when told to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings

from tests.infrastructure.smtp import Sink, plainly, smtp_sink

Server = TypeVar("Server", bound=Sink)
SMTP_BACKEND = "django.core.mail.backends.smtp.EmailBackend"


def goes_to(settings: Settings, port: int) -> None:
    """Letters leave, through a mail server on this machine."""
    settings.MAIL_LEAVES = True
    settings.EMAIL_BACKEND = SMTP_BACKEND
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    settings.SMTP_SECONDS = dict.fromkeys(settings.SMTP_SECONDS, 5.0)
    settings.DEFAULT_FROM_EMAIL = "Mentorship <letters@mentorship.example>"


@contextmanager
def taking_letters(
    server: Server, settings: Settings, converse: Callable[[Sink], SMTP] = plainly
) -> Iterator[Server]:
    """This server runs, and letters leave through it."""
    with smtp_sink(server, converse):
        goes_to(settings, server.port)
        yield server


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


class Telling(Sink):
    """A mail server that has something happen when it has a letter, before it says so."""

    when_taken: Callable[[], None] | None = None

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep the letter."""
        answer = await super().handle_DATA(server, session, envelope)
        if self.when_taken:
            self.when_taken()
        return answer
