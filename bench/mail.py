"""Letters that leave, beside Django's plain `send_mail` into the same mail server: `./run bench mail [LETTERS]`.

In turn: plain over one kept connection, plain with a connection each, and ours, from the ring to the
last one taken. Then 5,000 letters fall due at once: how long an invitation takes meanwhile, and pages.
"""

import os
import sys
import time
from datetime import timedelta
from statistics import median, quantiles
from typing import NamedTuple

from django.conf import settings
from django.core.mail import get_connection, send_mail  # noqa: TID251 - what ours is measured beside
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse

from bench import FOLDER
from bench.rig.service import Person
from bench.rig.sink import HOST, Sink, sink
from bench.rig.table import Row, least, show, target
from bench.rig.web import at_once, on_postgres
from mentorship.documents.models import Document
from mentorship.notifications import tasks
from mentorship.notifications.letters import write_letter
from mentorship.notifications.models import Letter
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.refs import new_ref
from tests import make
from tests.infrastructure.client import HttpClient
from tests.infrastructure.service import running_service

ROUNDS = 3
BURST = 5000
INVITATIONS = 4
AT_ONCE, SECONDS = 4, 6.0
PATIENCE = 300.0
SHARE, DELAY, SLOWER = 0.7, 2.0, 2.0
HOUR = timedelta(hours=1)
KIND = "notifications.password_changed"


class Rates(NamedTuple):
    """Letters a second."""

    kept: float
    each: float
    ours: float


class Burst(NamedTuple):
    """While very many are due: seconds until each invitation came, and of pages before and then."""

    invitations: list[float]
    before: list[float]
    then: list[float]
    left: int


def main(letters: int) -> None:
    """Start the service, measure each way in turn, and print what it comes to."""
    mail = {"EMAIL_HOST": HOST, "DATABASE_URL": os.environ.get("DATABASE_URL", "")}
    with sink(FOLDER) as taken:
        port = str(taken.port)
        with running_service(FOLDER, EMAIL_PORT=port, **mail) as service:
            settings.MAIL_LEAVES = True
            settings.EMAIL_HOST, settings.EMAIL_PORT = HOST, taken.port
            _ours(taken, 20)  # what is made at the first letter is there when it counts
            rates = [
                Rates(_kept(letters), _each(letters // 2), _ours(taken, letters))
                for _ in range(ROUNDS)
            ]
            burst = _burst(taken, Person(service))
    _report(rates, burst)


def _kept(count: int) -> float:
    """Plain, over one connection."""
    words = _words()
    begins = time.monotonic()
    with get_connection() as server:
        for number in range(count):
            send_mail(**words, recipient_list=[f"kept{number}@example.org"], connection=server)
    return count / (time.monotonic() - begins)


def _each(count: int) -> float:
    """Plain, each over a connection of its own."""
    words = _words()
    begins = time.monotonic()
    for number in range(count):
        send_mail(**words, recipient_list=[f"each{number}@example.org"])
    return count / (time.monotonic() - begins)


def _words() -> dict[str, str]:
    """What our letter says."""
    one = _due(1, "plain").get()
    one_letter = {"subject": one.subject, "message": one.text, "html_message": one.html}
    one.delete()
    return {**one_letter, "from_email": settings.DEFAULT_FROM_EMAIL}


def _ours(taken: Sink, count: int) -> float:
    """From the ring until the mail server has taken the last."""
    letters = _due(count, "ours")
    before = len(taken.came())
    letters.update(due_at=Now())
    begins = time.monotonic()
    tasks.sweep.delay_on_commit()
    _wait(taken, before + count)
    return count / (taken.came()[-1][0] - begins)


def _due(count: int, name: str) -> QuerySet[Letter]:
    """So many letters to as many people, which will fall due in an hour."""
    model = write_letter(KIND, address="model@example.org", person=None, context={})
    Letter.objects.filter(pk=model.pk).update(state=Letter.State.KEPT)
    due_at = model.due_at + HOUR
    words = {"subject": model.subject, "text": model.text, "html": model.html}
    facts = {"kind": KIND, "nonce": model.nonce, "due_at": due_at, **words}
    made = Letter.objects.bulk_create(
        Letter(ref=new_ref(), address=f"{name}{number}@example.org", **facts)
        for number in range(count)
    )
    return Letter.objects.filter(pk__in=[letter.pk for letter in made])


def _wait(taken: Sink, count: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while len(taken.came()) < count:
        if time.monotonic() > deadline:
            raise RuntimeError(f"{len(taken.came())} of {count} letters came")
        time.sleep(0.02)


def _burst(taken: Sink, person: Person) -> Burst:
    documents = [make.document(person.user, title=f"Analyst {n}") for n in range(INVITATIONS)]
    before = _pages(person)
    letters = _due(BURST, "burst")
    letters.update(due_at=Now())
    tasks.sweep.delay_on_commit()
    then = _pages(person)
    delays = [_invited(taken, document) for document in documents]
    return Burst(delays, before, then, letters.filter(state=Letter.State.WAITING).count())


def _pages(person: Person) -> list[float]:
    """Seconds that the desk took each time, opened again and again by several at once."""
    seconds: list[float] = []
    people: list[HttpClient] = [person.again() for _ in range(AT_ONCE)]
    desk = reverse("home:desk")
    at_once(people, lambda one: seconds.append(one.get(desk).seconds), SECONDS)
    return seconds


def _invited(taken: Sink, document: Document) -> float:
    """From the ask until the mail server has its letter."""
    ben = make.invited()
    begins = time.monotonic()
    make.invitation(document, ben)
    deadline = begins + PATIENCE
    while time.monotonic() < deadline:
        for at, address in taken.came():
            if address == ben.email:
                return at - begins
        time.sleep(0.02)
    raise RuntimeError("an invitation did not come")


def _report(rates: list[Rates], burst: Burst) -> None:
    kind = "SQLite" if connection.vendor == "sqlite" else "PostgreSQL"
    show(
        f"{kind}, {os.cpu_count()} cores: letters a second, {len(rates)} rounds, medians",
        ["", "letters/s", "of plain, kept"],
        [
            _row("plain send_mail, one kept connection", rates, 0),
            _row("plain send_mail, a connection each", rates, 1),
            _row("ours, from the ring on", rates, 2),
        ],
    )
    before, then = _p95(burst.before), _p95(burst.then)
    show(
        f"{BURST} letters due at once; {burst.left} of them still waited at the end",
        ["", "p50", "worst"],
        [
            _seconds("an invitation, asked to taken", burst.invitations, max(burst.invitations)),
            _seconds("the desk before, p50 and p95", burst.before, before),
            _seconds("the desk then, p50 and p95", burst.then, then),
        ],
    )
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [
            least("ours, of plain over a kept connection", _share(rates, 2), SHARE),
            target("an invitation meanwhile", max(burst.invitations), DELAY, " s"),
            target("the desk's p95 meanwhile, of that before", then / before, SLOWER, "x"),
        ],
    )


def _row(name: str, rates: list[Rates], which: int) -> Row:
    rate = median(one[which] for one in rates)
    return [name, f"{rate:.1f}", f"{_share(rates, which):.2f}"]


def _share(rates: list[Rates], which: int) -> float:
    """The median of the rounds' ratios: what slows a round down slows both of its sides."""
    return median(one[which] / one.kept for one in rates)


def _seconds(name: str, seconds: list[float], worst: float) -> Row:
    return [name, f"{median(seconds) * 1000:.0f} ms", f"{worst * 1000:.0f} ms"]


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1]


if __name__ == "__main__":
    COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    if "DATABASE_URL" not in os.environ:
        on_postgres("bench.mail", str(COUNT))
    main(COUNT)
