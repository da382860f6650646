"""Requests through Django's WSGI handler, with no socket and no client, and what they cost."""

import cProfile
import io
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mentorship.toolbox.work import forking

LASTS = 0.5  # seconds of processor time of one round


@dataclass
class Press:
    """One request: what is sent, if anything, and what is made ready before it, uncounted."""

    path: str
    form: Callable[[], dict[str, object]] | None = None
    ready: Callable[[], object] = lambda: None
    status: int = 200
    query: str = ""

    @property
    def address(self) -> str:
        """Its path with its query."""
        return f"{self.path}?{self.query}" if self.query else self.path


@dataclass
class Subject:
    """A request of one person, and what it was seen to take; processor seconds, round by round.

    calls  of functions, Python's and C's: what no load changes
    """

    name: str
    press: Press
    server: WSGIHandler
    cookies: SimpleCookie
    queries: int = 0
    calls: int = 0
    size: int = 0
    seconds: list[float] = field(default_factory=list)

    def count(self) -> None:
        """Its questions, calls and bytes, once what is kept in memory is there."""
        self.ask()
        self.press.ready()
        with CaptureQueriesContext(connection) as queries:
            self.size = len(self.ask(is_ready=True))
        self.queries = len(queries)
        self.press.ready()
        profile = cProfile.Profile()
        profile.runcall(self.ask, is_ready=True)
        self.calls = sum(each.callcount for each in profile.getstats())

    def time(self) -> None:
        """Half a second of requests, or three of them."""
        taken, many = 0.0, 0
        while many < 3 or taken < LASTS:
            self.press.ready()
            begins = time.process_time()
            self.ask(is_ready=True)
            taken, many = taken + time.process_time() - begins, many + 1
        self.seconds.append(taken / many)

    def ask(self, *, is_ready: bool = False) -> bytes:
        """One request through every layer but the web server's own; all of its answer.

        Cookies are kept as a browser keeps them: only its first form is given a token of its own.
        """
        if not is_ready:
            self.press.ready()
        told: list[str] = []

        def start(
            status: str, headers: list[tuple[str, str]], _error: object = None
        ) -> Callable[[bytes], Any]:
            told.append(status)
            for name, value in headers:
                if name == "Set-Cookie":
                    self.cookies.load(value)
            return bytes  # nobody writes by hand

        response = self.server(self._environ(), start)
        body = b"".join(response)
        response.close()
        if not told[0].startswith(str(self.press.status)):
            raise RuntimeError(f"{self.press.path} answered {told}: {body[:300]!r}")
        return body

    def _environ(self) -> dict[str, Any]:
        sent = urlencode(self.press.form()).encode() if self.press.form else b""
        token = self.cookies.get(settings.CSRF_COOKIE_NAME)
        return {  # WSGI's own shape
            "REQUEST_METHOD": "POST" if self.press.form else "GET",
            "PATH_INFO": self.press.path,
            "QUERY_STRING": self.press.query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(sent)),
            "HTTP_HOST": "localhost",
            "HTTP_ACCEPT_ENCODING": "gzip, deflate, br, zstd",  # as every browser says
            "HTTP_COOKIE": "; ".join(f"{name}={kept.value}" for name, kept in self.cookies.items()),
            "HTTP_X_CSRFTOKEN": token.value if token else "",
            **({"HTTP_FRAGMENT_FOR": f"http://localhost{self.press.path}"} if sent else {}),
            "wsgi.input": io.BytesIO(sent),
            "wsgi.url_scheme": "http",
        }


def time_in_turn(subjects: Sequence[Subject], rounds: int) -> None:
    """Count what each asks, then time them round by round, each round beginning with another one."""
    for subject in subjects:
        subject.count()
    forking.settle()  # as the door does that a web server opens
    for turn in range(rounds):
        for place in range(len(subjects)):
            subjects[(turn + place) % len(subjects)].time()
