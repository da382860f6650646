"""What pages cost beside a view that does nothing: `./run bench pages [ROUNDS]`.

Desk, list of 200 documents, and a reading page with 1, 100 and 1,000 comments, as the seeker opens
them: queries, processor time of the server's own code, and requests a second over real sockets.
"""

import io
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from statistics import median
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files import File
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.reader import as_account
from bench.rig.service import RESUME, wait_for
from bench.rig.table import Row, show, target
from bench.rig.web import at_once, holding, on_postgres, service_beside
from mentorship.critique import actions
from mentorship.critique.access import asked_in
from mentorship.critique.targets import Target
from mentorship.documents import actions as documents
from mentorship.documents.models import Page, Version
from tests import make
from tests.infrastructure.client import HttpClient

DOCUMENTS = 200
COMMENTS = (1, 100, 1000)
TRIVIAL = "trivial view"
LIST = f"list of {DOCUMENTS}"
MOST = {LIST: 8, "reading, 100": 12, "reading, 1000": 80}
QUERIES = 12
AT_ONCE, SECONDS = 4, 4.0
SAID = (
    "Lead with the *result*: how much faster was it, and for whom? As it stands this line says"
    " what you were asked to do, and not what came of it."
)


@dataclass
class Subject:
    """A page and what it was seen to take; processor seconds of one request, round by round."""

    name: str
    path: str
    queries: int = 0
    size: int = 0
    seconds: list[float] = field(default_factory=list)
    rate: float = 0.0


def main(rounds: int) -> None:
    """Make what is to be shown, measure each page in turn, and print what it comes to."""
    with service_beside() as port:
        settings.ROOT_URLCONF = "bench.rig.beside"
        ada = make.person("Ada")
        subjects = [Subject(TRIVIAL, reverse("trivial")), *_pages(ada)]
        browser = Client(SERVER_NAME="localhost")
        browser.force_login(ada)
        server = WSGIHandler()
        for subject in subjects:
            _count(subject, server, browser.cookies)
        for turn in range(rounds):
            for place in range(len(subjects)):
                _time(subjects[(turn + place) % len(subjects)], server, browser.cookies)
        for subject in subjects:
            people = [holding(port, browser.cookies) for _ in range(AT_ONCE)]
            subject.rate = at_once(people, _opens(subject.path), SECONDS)
    _report(subjects)


def _pages(ada: User) -> list[Subject]:
    read = [(count, _discussed(ada, count)) for count in COMMENTS]
    others = [make.document(ada, title=f"Analyst {n}") for n in range(DOCUMENTS - len(COMMENTS))]
    for document in others:
        assert _is_ready(document.versions.get())
    return [
        Subject("desk", reverse("home:desk")),
        Subject(LIST, reverse("documents:documents")),
        *(Subject(f"reading, {count}", one.get_absolute_url()) for count, one in read),
    ]


def _discussed(ada: User, count: int) -> Version:
    """The résumé after one mentor has sent so many comments, each a thread at a line of its own."""
    by = as_account(ada)
    with RESUME.open("rb") as file:
        document = documents.upload(
            by=by, kind="resume", title=f"Discussed {count}", note="", key=uuid4(), file=File(file)
        )
    version = document.versions.get()
    assert _is_ready(version)
    lines = sum(len(page.lines) for page in Page.objects.filter(version=version))
    ben = make.visitor(make.grant(document, to=make.invited("Ben")))
    for number in range(count):
        place = Target(line=number % lines + 1)
        actions.comment(version, by=ben, place=place, text=SAID, key=uuid4())
    asked = asked_in(ben, document).get()
    actions.finish(asked, by=ben, verdict="small_fixes", summary="")
    return version


def _is_ready(version: Version) -> bool:
    wait_for(version, within=120)
    return version.is_ready


def _ask(server: WSGIHandler, path: str, cookies: SimpleCookie) -> bytes:
    """One request through every layer but the web server's own; all of its answer."""
    told: list[str] = []

    def start(status: str, _headers: object, _error: object = None) -> Callable[[bytes], object]:
        told.append(status)
        return bytes  # nobody writes by hand

    environ: dict[str, Any] = {  # WSGI's own shape
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip",  # as every browser says
        "HTTP_COOKIE": "; ".join(f"{name}={kept.value}" for name, kept in cookies.items()),
        "wsgi.input": io.BytesIO(),
        "wsgi.url_scheme": "http",
    }
    response = server(environ, start)
    body = b"".join(response)
    response.close()
    if told != ["200 OK"]:
        raise RuntimeError(f"{path} answered {told}")
    return body


def _count(subject: Subject, server: WSGIHandler, cookies: SimpleCookie) -> None:
    _ask(server, subject.path, cookies)  # what is kept in memory is there when it counts
    with CaptureQueriesContext(connection) as queries:
        subject.size = len(_ask(server, subject.path, cookies))
    subject.queries = len(queries)


def _time(subject: Subject, server: WSGIHandler, cookies: SimpleCookie) -> None:
    """Half a second of requests, or three of them."""
    begins, many = time.process_time(), 0
    while many < 3 or time.process_time() - begins < 0.5:
        _ask(server, subject.path, cookies)
        many += 1
    subject.seconds.append((time.process_time() - begins) / many)


def _opens(path: str) -> Callable[[HttpClient], None]:
    def opens(person: HttpClient) -> None:
        answer = person.ask("GET", path, headers={"Accept-Encoding": "gzip"})
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")

    return opens


def _report(subjects: list[Subject]) -> None:
    trivial = subjects[0]
    ratios = {each.name: _ratio(each, trivial) for each in subjects}
    kind = "SQLite" if connection.vendor == "sqlite" else "PostgreSQL"
    show(
        f"{kind}, {os.cpu_count()} cores, {len(trivial.seconds)} rounds, medians",
        ["", "queries", "sent", "CPU", "of trivial", "requests/s"],
        [_row(each, ratios[each.name]) for each in subjects],
    )
    reading = [each.queries for each in subjects if each.name.startswith("reading")]
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [
            target("queries, reading page", max(reading), QUERIES),
            target("queries, most less fewest", max(reading) - min(reading), 0),
            *(target(f"CPU, {name}", ratios[name], most, "x") for name, most in MOST.items()),
        ],
    )


def _ratio(subject: Subject, trivial: Subject) -> float:
    """The median of the rounds' ratios: what slows a round down slows both of its sides."""
    pairs = zip(subject.seconds, trivial.seconds, strict=True)
    return median(own / least for own, least in pairs)


def _row(subject: Subject, ratio: float) -> Row:
    return [
        subject.name,
        subject.queries,
        f"{subject.size / 1000:.1f} kB",
        f"{median(subject.seconds) * 1000:.2f} ms",
        f"{ratio:.1f}",
        f"{subject.rate:.0f}",
    ]


if __name__ == "__main__":
    ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    if "DATABASE_URL" not in os.environ:
        on_postgres("bench.pages", str(ROUNDS))
    main(ROUNDS)
