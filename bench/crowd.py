"""Nobody stops anybody: `./run bench crowd [SECONDS]`.

50 people comment and 200 read, at the pace of people: how long their pages take. Then one account
uploads all it can, from several connections at once, while strangers ask for a code to sign in with:
how long until the mail server has it. The exit code is 1 unless both are as wanted.
"""

import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from statistics import median, quantiles
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client as Browser
from django.urls import reverse

from accounts.models import User
from bench import FOLDER
from bench.rig.guests import (
    LINES,
    READS,
    WRITES,
    Asked,
    Guest,
    Mentor,
    Seeker,
    Visitor,
    live_together,
)
from bench.rig.processes import worked
from bench.rig.service import wait_for
from bench.rig.sink import HOST, Sink, sink
from bench.rig.table import Row, show, target
from bench.rig.web import as_the_readme_says, holding, on_postgres
from mentorship.circle.visitors.passes import hand_over
from mentorship.critique.access import asked_in
from mentorship.documents.models import Version
from tests import make
from tests.infrastructure.client import HttpClient
from tests.infrastructure.processes import free_port
from tests.infrastructure.service import running_service
from tests.make.pdfs import pdf, text_at

SEEKERS, MENTORS, READERS = 25, 50, 200
ARRIVING = 30.0  # seconds in which nothing is counted
CONNECTIONS = 6  # as many as a browser opens to one server
STRANGERS, APART = 12, 4.0  # seconds
PATIENCE = 60.0
P95, CODE = 300.0, 10.0


@dataclass(frozen=True)
class Lived:
    """What the crowd asked; cores that its clients took meanwhile, and the service with its database."""

    asked: list[Asked]
    clients: float
    service: float


@dataclass
class Uploads:
    """What one account tried: answers by status, and the sentence of the last that was refused."""

    statuses: Counter[int] = field(default_factory=Counter)
    refused: str = ""
    broken: list[str] = field(default_factory=list)


def main(seconds: float) -> int:
    """Start the service as the README says, let people use it, and print what it comes to."""
    url = os.environ["DATABASE_URL"]
    port = free_port()
    with sink(FOLDER) as taken:
        own = {"DATABASE_URL": url, "EMAIL_HOST": HOST, "EMAIL_PORT": str(taken.port)}
        with running_service(FOLDER, **own), as_the_readme_says(port, own):
            lived = lived_through(crowd(port), seconds)
            uploads, codes = hoard(port, taken)
    return report(lived, uploads, codes)


def lived_through(guests: list[Guest], seconds: float) -> Lived:
    """All of them at their pace for so long."""
    above = os.getppid()  # which started PostgreSQL, and this
    began, own, all_of_it = time.monotonic(), time.process_time(), worked(above)
    asked = live_together(guests, before=ARRIVING, seconds=seconds)
    took, own = time.monotonic() - began, time.process_time() - own
    return Lived(asked, own / took, (worked(above) - all_of_it - own) / took)


def crowd(port: int) -> list[Guest]:
    """Seekers with a text each, mentors who comment on them, and visitors who read."""
    text = "".join(f"Line {number} of what is discussed.\n" for number in range(1, LINES + 1))
    seekers = [make.person(f"Ada{number}") for number in range(SEEKERS)]
    versions = [make.document(one, text=text).versions.get() for one in seekers]
    for version in versions:
        wait_for(version, within=PATIENCE)
    chance = random.Random(1)  # noqa: S311 - the same pauses again
    guests: list[Guest] = []
    for version in versions:
        browser, own = signed_in(port, version.document.owner), random.Random(chance.random())  # noqa: S311 - the same
        guests.append(Seeker(browser, version, READS, own))
    for number in range(MENTORS + READERS - SEEKERS):
        version = versions[number % SEEKERS]
        own = random.Random(chance.random())  # noqa: S311 - the same
        guests.append(invited(port, version, number, own))
    return guests


def signed_in(port: int, person: User) -> HttpClient:
    """Her browser."""
    browser = Browser(SERVER_NAME="localhost")
    browser.force_login(person)
    return holding(port, browser.cookies)


def invited(port: int, version: Version, number: int, chance: random.Random) -> Guest:
    """Somebody with a pass in her browser; the first of them comment."""
    given = make.grant(version.document, to=make.invited(f"Ben{number}"))
    answer = HttpResponse()
    hand_over(answer, make.visitor_pass(given))
    cookies: SimpleCookie = answer.cookies
    browser = holding(port, cookies)
    if number >= MENTORS:
        return Visitor(browser, version, READS, chance)
    asked = asked_in(make.visitor(given), version.document).get()
    finish = reverse("critique:finish", args=[asked.ref])
    return Mentor(browser, version, WRITES, chance, finish=finish)


def hoard(port: int, taken: Sink) -> tuple[Uploads, list[float]]:
    """One account uploads what it can; seconds until each stranger's code was taken meanwhile."""
    browser = signed_in(port, make.person("Hoarder"))
    token = browser.token(reverse("documents:upload"))
    uploads, ended = Uploads(), threading.Event()
    threads = [
        threading.Thread(target=upload_on, args=(browser.again(), token, uploads, ended))
        for _ in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    time.sleep(APART)
    codes = []
    for number in range(STRANGERS):
        began = time.monotonic()
        codes.append(code(port, taken, make.person(f"Stranger{number}")))
        time.sleep(max(0.0, began + APART - time.monotonic()))
    ended.set()
    for thread in threads:
        thread.join()
    return uploads, codes


def upload_on(browser: HttpClient, token: str, uploads: Uploads, ended: threading.Event) -> None:
    """The costliest file there is, again and again, whatever is answered."""
    while not ended.is_set():
        file = SimpleUploadedFile("long.pdf", long_pdf(), "application/pdf")
        words = {"key": uuid4(), "file": file}
        try:
            answer = browser.post(reverse("documents:upload"), token, words)
        except OSError as error:
            uploads.broken.append(repr(error))
            browser.connection.close()
            continue
        uploads.statuses[answer.status] += 1
        if answer.status >= 500:
            uploads.broken.append(f"{answer.status} {answer.sentence[:100]}")
        elif answer.status >= 400:
            uploads.refused = answer.sentence


def long_pdf() -> bytes:
    """As many pages as are taken, full of words, and like no other."""
    lines = [
        f"Line {number}, with as many words as a page is wide for {uuid4()}."
        for number in range(60)
    ]
    page = "".join(text_at(40, 760 - 12 * at, line, 10) for at, line in enumerate(lines))
    return pdf(*[page] * 20)


def code(port: int, taken: Sink, person: User) -> float:
    """From the press until the mail server has the letter with the code; `PATIENCE` when it has not."""
    browser, path = HttpClient(port), reverse("account_request_login_code")
    token = browser.token(path)
    begins = time.monotonic()
    answer = browser.post(path, token, {"email": person.email})
    if answer.status >= 400:
        raise RuntimeError(f"{path} answered {answer.status}: {answer.sentence[:200]}")
    while time.monotonic() < begins + PATIENCE:
        for at, address in taken.came():
            if address == person.email:
                return at - begins
        time.sleep(0.02)
    return PATIENCE


def report(lived: Lived, uploads: Uploads, codes: list[float]) -> int:
    """The figures beside what was wanted; the exit code."""
    asked = lived.asked
    kinds = sorted({one.what for one in asked})
    show(
        f"PostgreSQL, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}: {MENTORS} comment, {READERS} read",
        ["", "requests", "p50", "p95", "worst", "wrong"],
        [row(what, [one for one in asked if one.what == what]) for what in kinds],
    )
    print(
        f"\nMeanwhile the clients took {lived.clients:.2f} cores, the service with its database"
        f" {lived.service:.2f}."
    )
    kept = sum(count for status, count in uploads.statuses.items() if status < 400)
    refused = sum(uploads.statuses.values()) - kept - len(uploads.broken)
    show(
        f"One account uploads from {CONNECTIONS} connections; {len(codes)} strangers ask for a code",
        ["", "measured"],
        [
            ["files of 20 pages taken", kept],
            ["files refused with a sentence", refused],
            ["a code, asked to taken, p50", f"{median(codes):.2f} s"],
        ],
    )
    if uploads.refused:
        print(f"\nThe last refusal said: {uploads.refused}")
    wrong = [f"{one.what}: {one.wrong}" for one in asked if one.wrong] + uploads.broken
    for sentence, count in Counter(wrong).most_common(5):
        print(f"\n{count} times {sentence}")
    slowest = max(p95([one for one in asked if one.what == what]) for what in kinds)
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [
            target("p95, all requests", p95(asked), P95, " ms"),
            target("p95, of the slowest kind", slowest, P95, " ms"),
            target("errors", len(wrong), 0),
            target("a stranger's code, the slowest", max(codes), CODE, " s"),
        ],
    )
    return 0 if slowest <= P95 and not wrong and max(codes) <= CODE else 1


def row(what: str, asked: list[Asked]) -> Row:
    """Of one kind of request."""
    seconds = [one.seconds for one in asked]
    wrong = sum(bool(one.wrong) for one in asked)
    figures = (1000 * median(seconds), p95(asked), 1000 * max(seconds))
    return [what, len(asked), *(f"{figure:.0f} ms" for figure in figures), wrong]


def p95(asked: list[Asked]) -> float:
    """Milliseconds in which 19 of 20 were answered."""
    seconds = [one.seconds for one in asked]
    return 1000 * (quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0])


if __name__ == "__main__":
    SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    if "DATABASE_URL" in os.environ:
        sys.exit(main(SECONDS))
    try:
        on_postgres("bench.crowd", str(SECONDS))
    except subprocess.CalledProcessError as missed:
        sys.exit(missed.returncode)
