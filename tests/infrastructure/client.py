"""Somebody who uses the service as a browser does, over one kept connection."""

import copy
import http.client
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from http.cookies import SimpleCookie

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
IDLE = 1.0  # seconds; gunicorn closes a kept connection after two


@dataclass(frozen=True)
class Answer:
    """What came back, after how many seconds, and at what time of the clock."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes
    seconds: float
    at: float

    @property
    def sentence(self) -> str:
        """The words of a fragment of HTML, without its marks."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.body.decode())).split())


class HttpClient:
    """A browser without a window, which holds these cookies."""

    def __init__(self, port: int, cookies: Mapping[str, str] | None = None) -> None:
        self.connection = http.client.HTTPConnection("localhost", port, timeout=60)
        self.cookies: SimpleCookie = SimpleCookie(dict(cookies or {}))
        self.last = time.perf_counter()  # when it was used

    def again(self) -> "HttpClient":
        """The same person over another connection."""
        twin = copy.copy(self)
        twin.connection = http.client.HTTPConnection("localhost", self.connection.port, timeout=60)
        return twin

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> Answer:
        """One request and its whole answer."""
        cookies = "; ".join(f"{name}={kept.value}" for name, kept in self.cookies.items())
        if time.perf_counter() - self.last > IDLE:
            self.connection.close()  # the server is about to, or has; the next request opens it
        begins = time.perf_counter()
        self.connection.request(method, path, body, {"Cookie": cookies, **(headers or {})})
        response = self.connection.getresponse()
        content = response.read()
        self.last = time.perf_counter()
        seconds = self.last - begins
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies.load(line)
        return Answer(response.status, response.headers, content, seconds, time.time())

    def get(self, path: str) -> Answer:
        """A page, or a part of one."""
        return self.ask("GET", path)

    def token(self, path: str) -> str:
        """What the form on this page proves with that it is ours."""
        found = TOKEN.search(self.get(path).body.decode())
        if not found:
            raise RuntimeError(f"There is no form at {path}.")
        return found[1]

    def post(self, path: str, token: str, fields: Mapping[str, object]) -> Answer:
        """A form filled in and sent, as the page's own script sends it."""
        body = encode_multipart(BOUNDARY, {"csrfmiddlewaretoken": token, **fields})
        return self.ask(
            "POST",
            path,
            body,
            {"Content-Type": MULTIPART_CONTENT, "Fragment-For": f"http://testserver{path}"},
        )
