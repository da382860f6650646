"""A mail server that takes letters, or answers as a test tells it to."""

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

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


def plainly(sink: Sink) -> SMTP:
    """One connection's conversation, as mail servers have it."""
    return SMTP(sink, enable_SMTPUTF8=True)


@contextlib.contextmanager
def smtp_sink(
    sink: Sink | None = None, converse: Callable[[Sink], SMTP] = plainly
) -> Iterator[Sink]:
    """A mail server on this machine while the block runs.

    In the end it closes every connection, those that a client keeps, too. (aiosmtpd's own
    controller leaves them to the garbage collector, which tells a test of it that comes later.)
    """
    sink = sink or Sink(port=free_port())
    serving = Serving(sink, converse)
    thread = threading.Thread(target=asyncio.run, args=[serving.until_ended()], daemon=True)
    thread.start()
    assert serving.is_ready.wait(30), "the mail server did not start"
    try:
        yield sink
    finally:
        serving.end()
        thread.join()


class Serving:
    """A mail server's loop, in a thread of its own."""

    def __init__(self, sink: Sink, converse: Callable[[Sink], SMTP]) -> None:
        self.sink, self.converse = sink, converse
        self.connections: list[SMTP] = []
        self.is_ready = threading.Event()
        self.ended = asyncio.Event()

    async def until_ended(self) -> None:
        """Take connections; then close each, wherever its conversation stands."""
        self.loop = asyncio.get_running_loop()
        server = await self.loop.create_server(self._connect, self.sink.host, self.sink.port)
        self.is_ready.set()
        await self.ended.wait()
        while talking := asyncio.all_tasks() - {asyncio.current_task()}:
            for connection in self.connections:
                if connection.transport:
                    connection.transport.abort()
            await asyncio.wait(talking, timeout=0.05)  # one just taken has no transport yet
        server.close()
        await server.wait_closed()

    def end(self) -> None:
        """Have it end, from any thread."""
        self.loop.call_soon_threadsafe(self.ended.set)

    def _connect(self) -> SMTP:
        self.connections.append(self.converse(self.sink))
        return self.connections[-1]


def wait(is_so: Callable[[], bool], within: float) -> None:
    """Until something is so, at most `within` seconds."""
    deadline = time.monotonic() + within
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.05)
