"""A mail server that takes letters, or answers as a test tells it to."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.infrastructure.processes import free_port

TAKEN = "250 OK"


@dataclass(frozen=True)
class Received:
    """One letter as it came over the wire."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    peer: object = None  # whose connection it came by

    @property
    def message(self) -> EmailMessage:
        """The letter, parsed."""
        return message_from_bytes(self.raw, policy=policy.default)


@dataclass
class Sink:
    """The server's address, what it took, and what it was told to answer."""

    port: int
    host: str = "127.0.0.1"
    letters: list[Received] = field(default_factory=list)
    at_rcpt: dict[str, list[str]] = field(default_factory=dict)
    at_data: dict[str, list[str]] = field(default_factory=dict)

    def answer(self, recipient: str, *answers: str, at: str = "RCPT") -> None:
        """Give these answers, one per try, to RCPT or after DATA for `recipient`; then take it.

        sink.answer("ada@example.org", "451 4.3.0 later", "451 4.3.0 later")
        """
        script = {"RCPT": self.at_rcpt, "DATA": self.at_data}[at]
        script.setdefault(recipient.lower(), []).extend(answers)

    def to(self, recipient: str) -> list[Received]:
        """The letters taken for one address, in the order they came."""
        return [letter for letter in self.letters if recipient in letter.recipients]

    def wait_for(
        self, recipient: str, *, count: int = 1, subject: str = "", within: float = 30
    ) -> Received:
        """The newest letter for `recipient` once `count` have come, of those with this subject.

        Raises AssertionError when they do not come `within` seconds.
        """

        def matching() -> list[Received]:
            return [found for found in self.to(recipient) if subject in found.message["Subject"]]

        wait(lambda: len(matching()) >= count, within)
        found = matching()
        assert len(found) >= count, f"{len(found)} of {count} letters came for {recipient}"
        return found[-1]

    async def handle_RCPT(  # noqa: N802 - the name aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """The scripted answer, or yes."""
        answers = self.at_rcpt.get(address.lower())
        if answers:
            return answers.pop(0)
        envelope.rcpt_tos.append(address)
        return TAKEN

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """The scripted answer, or keep the letter."""
        for recipient in envelope.rcpt_tos:
            answers = self.at_data.get(recipient.lower())
            if answers:
                return answers.pop(0)
        content = envelope.original_content or b""
        self.letters.append(
            Received(
                envelope.mail_from or "", tuple(envelope.rcpt_tos), bytes(content), session.peer
            )
        )
        return TAKEN


@contextlib.contextmanager
def smtp_sink() -> Iterator[Sink]:
    """Start the server on a free port of this machine."""
    sink = Sink(port=free_port())
    controller = Controller(sink, hostname=sink.host, port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()


def wait(is_so: Callable[[], bool], within: float) -> None:
    """Until something is so, at most `within` seconds."""
    deadline = time.monotonic() + within
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.05)
