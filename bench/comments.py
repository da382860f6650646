"""Comments posted by visitors, over real sockets: `./run bench comments [SECONDS]`.

Each post begins a thread at a line. Each visitor finishes after every ten, which sends them, writes
the notices and rings the worker; those presses count in the rate. Beside it the trivial view.
"""

import os
import sys
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from itertools import count
from statistics import median, quantiles
from uuid import uuid4

from django.db import connection
from django.http import HttpResponse
from django.urls import reverse

from bench.rig.service import wait_for
from bench.rig.table import Row, least, show, target
from bench.rig.web import at_once, holding, on_postgres, service_beside
from mentorship.circle.visitors.passes import hand_over
from mentorship.critique.access import asked_in
from mentorship.critique.models import Comment
from mentorship.documents.models import Version
from mentorship.notifications.models import Notice
from tests import make
from tests.infrastructure.client import HttpClient

CROWDS = (1, 2, 4, 8)
BETWEEN_PRESSES = 10
SAID = "Lead with the *result*: how much faster was it, and for whom?"
LINES = 40
TRIVIAL = reverse("trivial", urlconf="bench.rig.beside")


@dataclass
class Mentor:
    """A visitor at work: where she posts, and the seconds each request took."""

    browser: HttpClient
    threads: str
    finish: str
    token: str = ""
    posts: list[float] = field(default_factory=list)
    presses: list[float] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=count)

    def comment(self) -> None:
        """One more comment, or after ten of them the press that sends them."""
        number = next(self.numbers)
        if number % (BETWEEN_PRESSES + 1) == BETWEEN_PRESSES:
            words: dict[str, object] = {"verdict": "small_fixes", "summary": f"Up to {number}."}
            self._send(self.finish, words, {200, 204, 302}, self.presses)
            return
        words = {"text": SAID, "kind": "comment", "key": uuid4(), "line": number % LINES + 1}
        self._send(self.threads, words, {201}, self.posts)

    def _send(
        self, path: str, words: dict[str, object], wanted: set[int], taken: list[float]
    ) -> None:
        answer = self.browser.post(path, self.token, words)
        if answer.status not in wanted:
            raise RuntimeError(f"{path} answered {answer.status}: {answer.sentence[:200]}")
        taken.append(answer.seconds)


@dataclass(frozen=True)
class Seen:
    """What one crowd of visitors did: comments a second, and how long each press took them."""

    crowd: int
    rate: float
    posts: list[float]
    presses: list[float]
    trivial: float
    trivial_rate: float


def main(seconds: float) -> None:
    """Measure each crowd on a document of its own, the trivial view beside it, and print it all."""
    with service_beside() as port:
        seen = [_measure(port, crowd, seconds) for crowd in CROWDS]
        sent = Comment.objects.exclude(published_at=None).count()
        told = Notice.objects.count()
    _report(seen)
    print(
        f"\n{Comment.objects.count()} comments kept, {sent} of them sent; {told} notices written."
    )


def _measure(port: int, crowd: int, seconds: float) -> Seen:
    ada = make.person("Ada")
    text = "".join(f"Line {number} of what is discussed.\n" for number in range(1, LINES + 1))
    version = make.document(ada, text=text).versions.get()
    wait_for(version, within=60)
    mentors = [_mentor(port, version, f"Ben{number}") for number in range(crowd)]
    by_browser = {id(mentor.browser): mentor for mentor in mentors}
    people = [mentor.browser for mentor in mentors]
    for mentor in mentors:
        mentor.comment()  # begins her review, and is not counted
        mentor.posts.clear()
    trivial: list[float] = []
    trivial_rate = at_once(
        people, lambda one: trivial.append(one.get(TRIVIAL).seconds), seconds / 2
    )
    rate = at_once(people, lambda one: by_browser[id(one)].comment(), seconds)
    posts = [taken for mentor in mentors for taken in mentor.posts]
    presses = [taken for mentor in mentors for taken in mentor.presses]
    rate *= len(posts) / (len(posts) + len(presses))
    return Seen(crowd, rate, posts, presses, median(trivial), trivial_rate)


def _mentor(port: int, version: Version, name: str) -> Mentor:
    """A visitor with a pass in her browser, on the reading page."""
    given = make.grant(version.document, to=make.invited(name))
    answer = HttpResponse()
    hand_over(answer, make.visitor_pass(given))
    cookies: SimpleCookie = answer.cookies
    asked = asked_in(make.visitor(given), version.document).get()
    place = [version.document.ref, version.number]
    mentor = Mentor(
        holding(port, cookies),
        reverse("critique:threads", args=place),
        reverse("critique:finish", args=[asked.ref]),
    )
    mentor.token = mentor.browser.token(version.get_absolute_url())
    return mentor


def _report(seen: list[Seen]) -> None:
    kind = "SQLite" if connection.vendor == "sqlite" else "PostgreSQL"
    show(
        f"{kind}, {os.cpu_count()} cores; a finish after every {BETWEEN_PRESSES} comments",
        ["at once", "comments/s", "p50", "p99", "finish p50", "trivial/s", "trivial p50"],
        [_row(each) for each in seen],
    )
    alone, best = seen[0], max(seen, key=lambda each: each.rate)
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [
            target("p50, one at a time", median(alone.posts) * 1000, 10, " ms"),
            target(f"p50, {best.crowd} at once", median(best.posts) * 1000, 10, " ms"),
            least(f"comments a second, {best.crowd} at once", best.rate, 150),
        ],
    )


def _row(seen: Seen) -> Row:
    return [
        seen.crowd,
        f"{seen.rate:.0f}",
        _ms(median(seen.posts)),
        _ms(quantiles(seen.posts, n=100)[98]),
        _ms(median(seen.presses)) if seen.presses else "none",
        f"{seen.trivial_rate:.0f}",
        _ms(seen.trivial),
    ]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    if "DATABASE_URL" not in os.environ:
        on_postgres("bench.comments", str(SECONDS))
    else:
        main(SECONDS)
