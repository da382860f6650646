"""What carries letters: a mail server by SMTP, or the provider's backend that EMAIL_BACKEND names.

A connection is kept for a while: connecting costs more than handing over a letter.
"""

import atexit
import contextlib
import os
import smtplib
import time
from collections.abc import Callable, Iterator
from email.utils import parseaddr
from functools import cache
from threading import Lock
from typing import Any, Protocol

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.message import sanitize_address

from mentorship.notifications.delivery.conversation import MailServer
from mentorship.notifications.delivery.message import FrozenMessage
from mentorship.notifications.models import Letter

SMTP = "django.core.mail.backends.smtp.EmailBackend"
KEPT_SECONDS = 10.0
FRESH_SECONDS = 1.0  # so long a connection is used again without being asked whether it is one


class Carrier(Protocol):
    """Takes one letter after another."""

    def open(self) -> object:
        """Connect, unless it is connected. Raises OSError when the server is out of reach."""

    def carry(
        self, letter: Letter, *, ready: Callable[[], None], may_leave: Callable[[], None]
    ) -> None:
        """Hand one letter over.

        ready      makes the letter ready, at the last moment; afterwards its row says what leaves
        may_leave  called when from here on a copy may exist

        Raises what the server says, and whatever these two raise: then there is no copy.
        """

    def close(self) -> None:
        """Say goodbye."""


class BySmtp(MailServer):
    """One connection to the mail server."""

    used_at = 0.0

    def open(self) -> bool | None:
        """See `Carrier`. A connection that was closed in the middle of a letter is made anew."""
        if not self.is_open:
            self.drop()
        try:
            return super().open()
        except OSError:
            self.drop()
            raise

    def carry(
        self, letter: Letter, *, ready: Callable[[], None], may_leave: Callable[[], None]
    ) -> None:
        """See `Carrier`. The letter is made ready once the server takes its recipient."""
        is_asked = False

        def content() -> bytes:
            nonlocal is_asked
            is_asked = True
            ready()
            made: bytes = FrozenMessage(letter).message().as_bytes(linesep="\r\n")
            return made

        try:
            self._hand_over(letter, content, may_leave)
        except (smtplib.SMTPServerDisconnected, ConnectionError):
            if is_asked or not self.used_at:
                raise
            # It was kept, and the server had closed it by now: no word about this letter.
            self.used_at = 0.0
            self.open()
            self._hand_over(letter, content, may_leave)

    def _hand_over(
        self, letter: Letter, content: Callable[[], bytes], may_leave: Callable[[], None]
    ) -> None:
        assert self.connection is not None  # noqa: S101 - opened before
        self.connection.hand_over(
            _sender(settings.DEFAULT_FROM_EMAIL),
            sanitize_address(letter.address, "utf-8"),
            content=content,
            before_dot=may_leave,
        )

    def close(self) -> None:
        """Say goodbye, to a server that listens."""
        with contextlib.suppress(OSError):
            super().close()
        self.drop()


@cache
def _sender(named: str) -> str:
    """The address alone, as SMTP takes it: the same for every letter."""
    found: str = sanitize_address(parseaddr(named)[1], "utf-8")
    return found


class ByBackend:
    """Whatever backend the settings name, which knows no moment before which there is no copy."""

    def __init__(self) -> None:
        self.backend: Any = get_connection()

    def open(self) -> object:
        """See `Carrier`."""
        return self.backend.open()

    def carry(
        self, letter: Letter, *, ready: Callable[[], None], may_leave: Callable[[], None]
    ) -> None:
        """See `Carrier`."""
        ready()
        may_leave()
        self.backend.send_messages([FrozenMessage(letter)])

    def close(self) -> None:
        """See `Carrier`."""
        self.backend.close()


class Post:
    """The carriers of this process that wait for letters."""

    def __init__(self) -> None:
        self.idle: list[BySmtp] = []
        self.lock = Lock()

    @contextlib.contextmanager
    def carrier(self) -> Iterator[Carrier]:
        """One for the block alone, connected or not; kept for the next one if it is still of use."""
        if settings.EMAIL_BACKEND != SMTP:
            other = ByBackend()
            try:
                yield other
            finally:
                with contextlib.suppress(OSError):
                    other.close()
            return
        found = self._taken() or BySmtp()
        try:
            yield found  # a letter that fails closes the connection that it spoils
        except BaseException:  # such as of the database, in the middle of anything
            found.drop()
            raise
        self._keep(found)

    def _taken(self) -> BySmtp | None:
        while True:
            with self.lock:
                found = self.idle.pop() if self.idle else None
            if found is None or self._is_of_use(found):
                return found
            found.close()

    def _is_of_use(self, one: BySmtp) -> bool:
        waited = time.monotonic() - one.used_at
        is_there = (one.host, one.port) == (settings.EMAIL_HOST, settings.EMAIL_PORT)
        return (
            is_there
            and waited < KEPT_SECONDS
            and one.is_open
            and (waited < FRESH_SECONDS or one.answers())
        )

    def _keep(self, one: BySmtp) -> None:
        if not one.is_open:
            one.drop()
            return
        one.used_at = time.monotonic()
        with self.lock:
            self.idle.append(one)

    def hang_up(self) -> None:
        """Close those that wait, without a goodbye: a server that hangs must not hold up an end."""
        with self.lock:
            while self.idle:
                self.idle.pop().drop()


POST = Post()


def _begin_anew() -> None:
    """A forked process must not speak on its parent's connections."""
    POST.idle, POST.lock = [], Lock()


atexit.register(POST.hang_up)
os.register_at_fork(after_in_child=_begin_anew)
