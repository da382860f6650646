"""A conversation with a mail server (RFC 5321), one letter after another over one connection.

Django's own gives every step the same time. But a server may think for ten minutes about what it has
after the last dot (RFC 5321, 4.5.3.2.6), and whoever hangs up before sends it again: so each step has
its own. And the dot is sent by itself: before it no server can have the letter.
"""

import re
import smtplib
import socket
from collections.abc import Callable
from functools import cached_property

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from mentorship.toolbox.work.killpoints import killpoint

OK = 250
FORWARDED = 251
GO_ON = 354
CLOSING = 421
DOT = b".\r\n"


class Conversation(smtplib.SMTP):
    """An SMTP connection on which every step waits as long as `settings.SMTP_SECONDS` says."""

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        """Send the dot at once: else it waits for word that the content came, mostly 40 ms."""
        found: socket.socket = super()._get_socket(host, port, timeout)  # type: ignore[misc]  # not in typeshed
        found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return found

    def hand_over(
        self,
        sender: str,
        recipient: str,
        *,
        content: Callable[[], bytes],
        before_dot: Callable[[], None],
    ) -> None:
        """Send one letter. The connection is ready for the next one when this returns or raises.

        content     asked once the server takes the recipient: at the last moment
        before_dot  called when all but the last dot has been written

        Raises smtplib's exceptions for what the server says, OSError when the line is cut, and
        whatever `content` and `before_dot` raise: then the server has nothing.
        """
        try:
            self._begin(sender, recipient)
            self._write(content(), before_dot)
            self._end()
        except smtplib.SMTPResponseException as error:
            self._be_ready(error.smtp_code)
            raise
        except smtplib.SMTPRecipientsRefused as error:
            self._be_ready(error.recipients[recipient][0])
            raise
        except BaseException:
            self.close()  # in the middle of a letter there is no other way to say: forget it
            raise

    def _begin(self, sender: str, recipient: str) -> None:
        self._wait("mail")
        self.ehlo_or_helo_if_needed()
        code, said = self.mail(sender)
        if code != OK:
            raise smtplib.SMTPSenderRefused(code, said, sender)
        killpoint("mail-said")
        self._wait("rcpt")
        code, said = self.rcpt(recipient)
        if code not in {OK, FORWARDED}:
            raise smtplib.SMTPRecipientsRefused({recipient: (code, said)})
        killpoint("rcpt-said")

    def _write(self, content: bytes, before_dot: Callable[[], None]) -> None:
        self._wait("data")
        self.putcmd("data")
        code, said = self.getreply()
        if code != GO_ON:
            raise smtplib.SMTPDataError(code, said)
        self._wait("block")
        self.send(_quoted(content))
        before_dot()
        self.send(DOT)
        killpoint("dot-sent")

    def _end(self) -> None:
        self._wait("end")
        code, said = self.getreply()
        if code != OK:
            raise smtplib.SMTPDataError(code, said)

    def _be_ready(self, code: int) -> None:
        """Forget a letter that was refused; a server that closes after saying so has hung up."""
        if code == CLOSING:
            self.close()
            return
        try:
            self._wait("rset")
            self.rset()
        except OSError:
            self.close()

    def _wait(self, step: str) -> None:
        if self.sock and self.sock.gettimeout() != settings.SMTP_SECONDS[step]:
            self.sock.settimeout(settings.SMTP_SECONDS[step])


class SecureConversation(smtplib.SMTP_SSL, Conversation):
    """The same, encrypted from its first byte."""


def _quoted(content: bytes) -> bytes:
    """The content as DATA wants it (RFC 5321, 4.5.2): dots that begin lines doubled, a line's end last."""
    quoted = re.sub(rb"(?m)^\.", b"..", content)
    return quoted if quoted.endswith(b"\r\n") else quoted + b"\r\n"


class MailServer(EmailBackend):
    """Django's SMTP backend with our conversation: it connects, encrypts and signs in as settings say."""

    connection: Conversation | None
    _partial_connection: Conversation | None

    @cached_property
    def connection_class(self) -> type[Conversation]:
        """What connects."""
        return SecureConversation if self.use_ssl else Conversation

    @property
    def is_open(self) -> bool:
        """Whether a letter can be handed over without connecting first."""
        return self.connection is not None and self.connection.sock is not None

    def drop(self) -> None:
        """Close without a goodbye, which a server that hangs would never answer."""
        for one in (self.connection, self._partial_connection):
            if one:
                one.close()
        self.connection = self._partial_connection = None

    def answers(self) -> bool:
        """Whether a connection that was kept is still one; it is dropped when it is not."""
        if self.connection is None:
            return False
        try:
            self.connection._wait("rset")
            if self.connection.noop()[0] == OK:
                return True
        except OSError:
            pass
        self.drop()
        return False
