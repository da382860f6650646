"""What pages and presses cost beside a view of Django's own: `./run bench pages [ROUNDS]`.

Desk, list of 200 documents, and a reading page with 1, 100 and 1,000 comments, as the seeker opens
them; a comment posted, a review finished and news asked for, by a mentor with a pass: queries and
processor time of the server's own code, and requests a second over real sockets.
"""

import os
import sys
from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie
from itertools import count
from statistics import median
from uuid import uuid4

from django.conf import settings
from django.core.files import File
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from bench.rig import stock
from bench.rig.requests import Press, Subject, time_in_turn
from bench.rig.service import RESUME, wait_for
from bench.rig.table import Row, show, target
from bench.rig.web import at_once, holding, on_postgres, service_beside
from mentorship.circle.visitors.passes import hand_over
from mentorship.critique import actions
from mentorship.critique.access import asked_in
from mentorship.critique.comments.targets import Target
from mentorship.documents import actions as documents
from mentorship.documents.models import Page, Version
from tests import make
from tests.infrastructure.client import HttpClient

DOCUMENTS = 200
COMMENTS = (1, 100, 1000)
FINISHED = 10  # comments in the review that is finished
LIST = f"list of {DOCUMENTS}"
# Processor time, of the stock view's.
MOST = {
    "trivial, account": 0.6, "trivial, pass": 0.6, "desk": 4, LIST: 2.5,
    "reading, 1": 2.5, "reading, 100": 4.5, "reading, 1000": 22,
    "comment": 3, "finish": 8, "no news": 0.8,
}  # fmt: skip
QUERIES = {"desk": 6, "reading, 1": 8, "reading, 100": 8, "reading, 1000": 8}
AT_ONCE, SECONDS = 4, 4.0
SAID = (
    "Lead with the *result*: how much faster was it, and for whom? As it stands this line says"
    " what you were asked to do, and not what came of it."
)
TOKEN = "t" * 32  # a browser's own, as its cookie and as its form hold it


def main(rounds: int) -> None:
    """Make what is to be shown, measure each in turn, and print what it comes to."""
    with service_beside() as port:
        settings.ROOT_URLCONF = "bench.rig.beside"
        subjects = list(_subjects(make.person("Ada")))
        time_in_turn(subjects, rounds)
        rates = {each.name: _rate(each, port) for each in subjects[1:] if not each.press.form}
    _report(subjects, rates)


def _subjects(ada: User) -> Iterator[Subject]:
    """What is measured; the stock view first."""
    server = WSGIHandler()
    yield Subject("stock", Press("/stock/"), stock.handler(), stock.signed_in(ada))
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(ada)
    browser.cookies[settings.CSRF_COOKIE_NAME] = TOKEN  # since her first page
    read = [(number, _discussed(ada, number)) for number in COMMENTS]
    for document in [
        make.document(ada, title=f"Analyst {n}") for n in range(DOCUMENTS - len(COMMENTS))
    ]:
        assert _is_ready(document.versions.get())
    pages = {
        "trivial, account": "/trivial/",
        "desk": reverse("home:desk"),
        LIST: reverse("documents:documents"),
        **{f"reading, {number}": one.get_absolute_url() for number, one in read},
    }
    for name, path in pages.items():
        yield Subject(name, Press(path), server, browser.cookies)
    for name, (press, cookies) in _presses(ada).items():
        yield Subject(name, press, server, cookies)


def _presses(ada: User) -> dict[str, tuple[Press, SimpleCookie]]:
    """What mentors do who came by a link: each on a document of its own."""
    writing, finishing = (_resume(ada, title) for title in ("Written on", "Finished"))
    _, cookies = _mentor(writing, "Ben")
    place = [writing.document.ref, writing.number]
    many = _lines(writing)  # asked once: what a press sends is no part of what it costs
    lines = (number % many + 1 for number in count())
    after = timezone.now().isoformat()
    reviewer, hers = _mentor(finishing, "Cleo")
    asked = asked_in(reviewer, finishing.document).get()
    revisions = count(1)

    def comment() -> dict[str, object]:
        return {"text": SAID, "kind": "comment", "key": uuid4(), "line": next(lines)}

    def finish() -> dict[str, object]:
        return {"verdict": "small_fixes", "summary": "Nearly.", "revision": next(revisions)}

    news = Press(reverse("critique:news", args=place), query=f"after={after}", status=204)
    post = Press(reverse("critique:threads", args=place), comment, status=201)
    send = Press(
        reverse("critique:finish", args=[asked.ref]),
        finish,
        ready=lambda: _say(finishing, reviewer, FINISHED),
        status=302,
    )
    return {
        "trivial, pass": (Press("/trivial/"), cookies),
        "no news": (news, cookies),
        "comment": (post, cookies),
        "finish": (send, hers),
    }


def _mentor(version: Version, name: str) -> tuple[Reader, SimpleCookie]:
    """Somebody with a pass in her browser."""
    given = make.grant(version.document, to=make.invited(name))
    answer = HttpResponse()
    hand_over(answer, make.visitor_pass(given))
    answer.cookies[settings.CSRF_COOKIE_NAME] = TOKEN
    return make.visitor(given), answer.cookies


def _discussed(ada: User, number: int) -> Version:
    """The résumé after one mentor has sent so many comments, each a thread at a line of its own."""
    version = _resume(ada, f"Discussed {number}")
    ben = make.visitor(make.grant(version.document, to=make.invited("Ben")))
    _say(version, ben, number)
    asked = asked_in(ben, version.document).get()
    actions.finish(asked, by=ben, verdict="small_fixes", summary="")
    return version


def _resume(ada: User, title: str) -> Version:
    by = as_account(ada)
    with RESUME.open("rb") as file:
        document = documents.upload(
            by=by, kind="resume", title=title, note="", key=uuid4(), file=File(file)
        )
    version = document.versions.get()
    assert _is_ready(version)
    return version


def _say(version: Version, by: Reader, number: int) -> None:
    lines = _lines(version)
    for one in range(number):
        place = Target(line=one % lines + 1)
        actions.comment(version, by=by, place=place, text=SAID, key=uuid4())


def _lines(version: Version) -> int:
    return sum(len(page.lines) for page in Page.objects.filter(version=version))


def _is_ready(version: Version) -> bool:
    wait_for(version, within=120)
    return version.is_ready


def _rate(subject: Subject, port: int) -> float:
    """Requests a second over sockets."""
    people = [holding(port, subject.cookies) for _ in range(AT_ONCE)]
    return at_once(people, _opens(subject.press), SECONDS)


def _opens(press: Press) -> Callable[[HttpClient], None]:
    def opens(person: HttpClient) -> None:
        answer = person.ask("GET", press.address, headers={"Accept-Encoding": "br"})
        if answer.status != press.status:
            raise RuntimeError(f"{press.path} answered {answer.status}")

    return opens


def _report(subjects: list[Subject], rates: dict[str, float]) -> None:
    stocks = subjects[0]
    ratios = {each.name: _ratio(each, stocks) for each in subjects}
    queries = {each.name: each.queries for each in subjects}
    kind = "SQLite" if connection.vendor == "sqlite" else "PostgreSQL"
    show(
        f"{kind}, {os.cpu_count()} cores, {len(stocks.seconds)} rounds, medians",
        ["", "queries", "calls", "sent", "CPU", "of stock", "requests/s"],
        [_row(each, ratios[each.name], rates.get(each.name)) for each in subjects],
    )
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [
            *(target(f"CPU, {name}", ratios[name], most, "x") for name, most in MOST.items()),
            *(target(f"queries, {name}", queries[name], most) for name, most in QUERIES.items()),
        ],
    )


def _ratio(subject: Subject, stocks: Subject) -> float:
    """The median of the rounds' ratios: what slows a round down slows both of its sides."""
    pairs = zip(subject.seconds, stocks.seconds, strict=True)
    return median(own / least for own, least in pairs)


def _row(subject: Subject, ratio: float, rate: float | None) -> Row:
    return [
        subject.name,
        subject.queries,
        f"{subject.calls:,}",
        f"{subject.size / 1000:.1f} kB",
        f"{median(subject.seconds) * 1000:.2f} ms",
        f"{ratio:.2f}",
        f"{rate:.0f}" if rate else "",
    ]


if __name__ == "__main__":
    ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    if "DATABASE_URL" not in os.environ:
        on_postgres("bench.pages", str(ROUNDS))
    main(ROUNDS)
