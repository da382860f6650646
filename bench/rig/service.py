"""The service under measurement, and a person who uses it as a browser does."""

import contextlib
import copy
import http.client
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from http.cookies import SimpleCookie
from pathlib import Path
from uuid import uuid4

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse

from bench import FOLDER
from mentorship.documents.models import Version
from tests import make
from tests.infrastructure.service import Service, running_service

RESUME = Path(__file__).parents[1] / "data" / "resume.pdf"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
IDLE = 1.0  # seconds; gunicorn closes a kept connection after two
UNDER_WAY = (Version.State.RECEIVED, Version.State.PREPARING)


@contextlib.contextmanager
def whole_service() -> Iterator[Service]:
    """Valkey, web, worker and beat as `./run` starts them, on the database asked here."""
    with running_service(FOLDER) as started:
        yield started


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


class Person:
    """Somebody signed in, over one kept connection."""

    def __init__(self, service: Service, name: str = "Ada") -> None:
        self.connection = http.client.HTTPConnection("localhost", service.port, timeout=60)
        self.cookies: SimpleCookie = SimpleCookie()
        self.last = time.perf_counter()  # when it was used
        self.user = make.person(name)
        email = self.user.email
        sign_in = reverse("account_login")
        answer = self.post(
            sign_in, self.token(sign_in), {"login": email, "password": make.PASSWORD}
        )
        if answer.status != 302 or "session" not in self.cookies:
            raise RuntimeError(f"{email} could not sign in: {answer.status} {answer.sentence}")

    def again(self) -> "Person":
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

    def post(self, path: str, token: str, fields: dict[str, object]) -> Answer:
        """A form filled in and sent, as the page's own script sends it."""
        body = encode_multipart(BOUNDARY, {"csrfmiddlewaretoken": token, **fields})
        return self.ask(
            "POST", path, body, {"Content-Type": MULTIPART_CONTENT, "HX-Request": "true"}
        )

    def upload(self, path: Path, token: str) -> Answer:
        """One file sent through the upload page; 201 with its place, or 422 with a sentence."""
        with path.open("rb") as file:
            return self.post(reverse("documents:upload"), token, {"key": uuid4(), "file": file})


def version_at(answer: Answer) -> Version:
    """The version an upload made."""
    ref, number = re.findall(r"/documents/(\w+)/versions/(\d+)/", answer.headers["Location"])[0]
    return Version.objects.get(document__ref=ref, number=number)


def wait_for(version: Version, *, within: float) -> float:
    """Seconds until the row says ready or refused, looked at every 10 ms; `within` when it did not."""
    begins = time.perf_counter()
    while (waited := time.perf_counter() - begins) < within:
        version.refresh_from_db(fields=["state"])
        if version.state not in UNDER_WAY:
            break
        time.sleep(0.01)
    version.refresh_from_db()
    return waited
