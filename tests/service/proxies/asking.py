"""Requests to a proxy as a browser sends them, and as nobody but an attacker does."""

import contextlib
import http.client
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.infrastructure.client import TOKEN
from tests.infrastructure.proxies import HOST, NAME, Proxy

FORM = "application/x-www-form-urlencoded"
CODE_PAGE = "/account/login/code/"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @classmethod
    def read(cls, line: socket.socket) -> "Answer":
        """The next answer on a connection."""
        response = http.client.HTTPResponse(line)
        response.begin()
        return cls(response.status, response.headers, response.read())


def head(method: str, path: str, *more: str, host: str = NAME) -> bytes:
    """The beginning of a request."""
    return "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {host}", *more, "", ""]).encode()


def ask(
    proxy: Proxy,
    method: str,
    path: str,
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
    *,
    source: str = HOST,
    host: str = NAME,
) -> Answer:
    """One request over TLS."""
    lines = [f"{name}: {value}" for name, value in (headers or {}).items()]
    lines += [f"Content-Length: {len(body)}"] * (method == "POST") + ["Connection: close"]
    with proxy.connect(source) as line:
        with contextlib.suppress(ConnectionError, ssl.SSLError):  # answered before all was read
            line.sendall(head(method, path, *lines, host=host) + body)
        return Answer.read(line)


def ask_plainly(proxy: Proxy, path: str) -> Answer:
    """One request without TLS."""
    with socket.create_connection((HOST, proxy.plain_port), timeout=60) as line:
        line.sendall(head("GET", path, "Connection: close"))
        return Answer.read(line)


def half_sent(proxy: Proxy, source: str = HOST) -> ssl.SSLSocket:
    """A connection on which a form is on its way and never arrives."""
    line = proxy.connect(source)
    words = (f"Content-Type: {FORM}", "Content-Length: 1000")
    line.sendall(head("POST", "/account/login/", *words) + b"login=")
    return line


def sign_in_code(
    proxy: Proxy, email: str, headers: Mapping[str, str], *, source: str = HOST
) -> int:
    """The status of the answer to somebody who asks for a code to sign in with."""
    words, own = code_form(proxy, email, source=source)
    return ask(proxy, "POST", CODE_PAGE, words, {**own, **headers}, source=source).status


def code_form(proxy: Proxy, email: str, *, source: str = HOST) -> tuple[bytes, dict[str, str]]:
    """The form of that page filled in, and the headers that a browser sends it with."""
    page = ask(proxy, "GET", CODE_PAGE, source=source)
    cookie = page.headers["Set-Cookie"].partition(";")[0]
    token = TOKEN.search(page.body.decode())
    assert token
    words = urlencode({"csrfmiddlewaretoken": token[1], "email": email}).encode()
    return words, {"Cookie": cookie, "Content-Type": FORM, "Origin": f"https://{NAME}"}
