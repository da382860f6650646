"""A worker of gunicorn whose threads wait for nobody: a request is handed on once it is whole.

gunicorn's own threads read a body while the view runs, so that as many half-sent requests as there are
threads make it deaf. Here what has arrived is taken without waiting, and the connection goes back to
the poller until there is more. Proxies do the same; this is for whoever runs without one.
"""

import contextlib
import re
import threading
import time
from typing import Any

from gunicorn.workers.gthread import _DEFER, ThreadWorker

MAX_HEAD = 64 << 10
MAX_BODY = 16 << 20  # a larger one is handed on as it is: it is refused before anybody reads it
MAX_HELD = 256 << 20  # of all half-sent requests of one worker
SECONDS = 15.0  # for the head; for a body besides as long as it takes at the slowest
SLOWEST = 16 << 10  # bytes a second
AT_ONCE = 64 << 10
LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
EXPECTS = re.compile(rb"^expect:[ \t]*100-continue[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
CHUNKED = re.compile(rb"^transfer-encoding:", re.IGNORECASE | re.MULTILINE)
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class Arrival:
    """What has come of one request."""

    def __init__(self, before: bytes = b"") -> None:
        self.held = bytearray(before)
        self.began = time.monotonic()
        self.has_ended = False
        self.was_told_to_go_on = False

    def take(self, connection: Any) -> None:
        """Take what has arrived, without waiting for more."""
        connection.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while not self.is_whole:
                more = connection.recv(AT_ONCE)
                if not more:
                    self.has_ended = True
                    return
                self.held += more

    def go_on(self, connection: Any) -> None:
        """Tell whoever waits for it before the body is sent."""
        if not self.was_told_to_go_on and EXPECTS.search(self.head):
            self.was_told_to_go_on = True
            with contextlib.suppress(OSError):
                connection.send(CONTINUE)

    @property
    def head(self) -> bytes:
        """The lines before the body; empty until all of them are here."""
        head, end, _body = self.held[: MAX_HEAD + 4].partition(b"\r\n\r\n")
        return bytes(head) if end else b""

    @property
    def length(self) -> int:
        """Of the body, as its head says; 0 for one that is not waited for."""
        found = LENGTH.search(self.head)
        length = int(found[1]) if found and not CHUNKED.search(self.head) else 0
        return length if length <= MAX_BODY else 0

    @property
    def is_whole(self) -> bool:
        """Whether somebody can be handed the request."""
        head = self.head
        if not head:
            return len(self.held) > MAX_HEAD
        return len(self.held) >= len(head) + 4 + self.length

    @property
    def is_late(self) -> bool:
        """Whether it took longer than the slowest sender may."""
        return time.monotonic() - self.began > SECONDS + self.length / SLOWEST


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn is untyped
    """gunicorn's worker with threads, which hands on whole requests."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._arrivals: dict[Any, Arrival] = {}
        self._lock = threading.Lock()

    def handle(self, conn: Any) -> Any:
        """In a thread: the answer, once all of the request is here; else back to the poller."""
        arrival = self._arrivals.get(conn) or Arrival(_read_ahead(conn))
        try:
            arrival.take(conn.sock)
        except OSError:
            arrival.has_ended = True
        if not arrival.is_whole:
            return self._wait(conn, arrival)
        self._let_go(conn)
        conn.sock.setblocking(True)
        conn.init()
        conn.parser.unreader.unread(bytes(arrival.held))
        conn.data_ready = True
        return super().handle(conn)

    def murder_pending(self) -> None:
        """As gunicorn does; and forget what had come of those."""
        super().murder_pending()
        with self._lock:
            gone = [conn for conn in self._arrivals if conn.sock.fileno() < 0]
            for conn in gone:
                del self._arrivals[conn]

    def _wait(self, conn: Any, arrival: Arrival) -> Any:
        """Back to the poller; or an end to it, when nothing more comes, or too slowly, or too much."""
        with self._lock:
            self._arrivals[conn] = arrival
            held = sum(len(one.held) for one in self._arrivals.values())
        if arrival.has_ended or arrival.is_late or held > MAX_HELD:
            self._let_go(conn)
            return False
        arrival.go_on(conn.sock)
        conn.data_ready = True
        return _DEFER

    def _let_go(self, conn: Any) -> None:
        with self._lock:
            self._arrivals.pop(conn, None)


def _read_ahead(conn: Any) -> bytes:
    """What was read of this request with the one before it, on the same connection."""
    return bytes(conn.parser.unreader.take_buffered()) if conn.parser else b""
