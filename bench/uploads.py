"""From the answer of the upload page to readable: `./run bench uploads [ROUNDS]`.

A two-page PDF, one at a time and 20 at once, beside the same reading, drawing and encoding in one
warm process per core, without database, queue, child or web.
"""

import multiprocessing
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import Pool
from pathlib import Path
from statistics import median
from typing import NamedTuple

from django.urls import reverse

from bench.rig.service import RESUME, Person, upload, version_at, wait_for, whole_service
from bench.rig.table import least, show, target
from mentorship.documents.formats.manuscript import Limits
from mentorship.documents.formats.prepare import prepare
from mentorship.documents.models import Version
from tests.infrastructure.client import Answer, HttpClient

AT_ONCE = 20
ONE_BY_ONE = 5
PATIENCE = 60.0
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Timed(NamedTuple):
    """One upload: seconds the POST took, and from its answer to readable."""

    post: float
    readable: float


class Rates(NamedTuple):
    """Files a second: by the service, and by warm processes without it."""

    service: float
    warm: float

    @property
    def share(self) -> float:
        """What part of the bare rate the service reaches."""
        return self.service / self.warm


def warm(path: str) -> float:
    """Seconds that one file takes in this process alone."""
    begins = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(path), "resume.pdf", Path(folder), limits=Limits())
    return time.perf_counter() - begins


def warm_rate(pool: Pool) -> float:
    """Files a second that a warm process per core makes of `AT_ONCE` files."""
    begins = time.perf_counter()
    pool.map(warm, [str(RESUME)] * AT_ONCE, chunksize=1)
    return AT_ONCE / (time.perf_counter() - begins)


def one(person: HttpClient, token: str) -> Timed:
    """One upload while nothing else is going on."""
    sent = upload(person, RESUME, token)
    version = version_at(sent)
    readable = wait_for(version, within=PATIENCE)
    assert version.is_ready, version.refusal
    return Timed(sent.seconds, readable)


def many(people: list[HttpClient], token: str) -> tuple[float, list[Timed]]:
    """One upload by each at the same moment: files a second from the first POST on, and each."""
    begins = time.perf_counter()
    with ThreadPoolExecutor(len(people)) as threads:
        sent = list(threads.map(lambda person: upload(person, RESUME, token), people))
    versions = [version_at(answer) for answer in sent]
    for version in versions:
        wait_for(version, within=PATIENCE)
    rate = len(people) / (time.perf_counter() - begins)
    return rate, [timed(*pair) for pair in zip(sent, versions, strict=True)]


def timed(sent: Answer, version: Version) -> Timed:
    """How long this one took, by the time the row says it was ready at."""
    assert version.ready_at, version.refusal
    return Timed(sent.seconds, version.ready_at.timestamp() - sent.at)


def main(rounds: int) -> None:
    """Measure `rounds` times, each way in turn, and print what it comes to."""
    singles: list[Timed] = []
    crowds: list[Timed] = []
    alone, rates, warm_rates = [], [], []
    with (
        whole_service() as service,
        multiprocessing.get_context("spawn").Pool(CORES) as pool,
    ):
        person = Person(service)
        people = [person.again() for _ in range(AT_ONCE)]
        token = person.token(reverse("documents:upload"))
        many(people, token)  # both sides are warm when it counts
        warm_rate(pool)
        for _ in range(rounds):
            alone += [pool.apply(warm, [str(RESUME)]) for _ in range(ONE_BY_ONE)]
            singles += [one(person, token) for _ in range(ONE_BY_ONE)]
            warm_rates.append(warm_rate(pool))
            rate, crowd = many(people, token)
            rates.append(rate)
            crowds += crowd
    report(singles, crowds, alone, Rates(median(rates), median(warm_rates)))


def report(singles: list[Timed], crowds: list[Timed], alone: list[float], rates: Rates) -> None:
    """The figures, their ratios to the bare work, and the targets."""
    bare = median(alone)
    post, readable = (median(each) for each in zip(*singles, strict=True))
    crowd_post, crowd_readable = (median(each) for each in zip(*crowds, strict=True))
    show(
        f"Two-page PDF, medians, {CORES} cores",
        ["", "POST answers", "answer to readable", "to bare", "files/s", "of bare"],
        [
            ["bare, one at a time", "", ms(bare), "1.00", "", ""],
            ["service, one at a time", ms(post), ms(readable), f"{readable / bare:.2f}", "", ""],
            [f"bare, {AT_ONCE} at once", "", "", "", f"{rates.warm:.1f}", "1.00"],
            [
                f"service, {AT_ONCE} at once",
                ms(crowd_post),
                ms(crowd_readable),
                "",
                f"{rates.service:.1f}",
                f"{rates.share:.2f}",
            ],
        ],
    )
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [
            target("the POST answers", post * 1000, 50, " ms"),
            target("readable after its answer", readable, 0.3, " s"),
            least(f"{AT_ONCE} at once, of the bare rate", rates.share, 0.9),
        ],
    )


def ms(seconds: float) -> str:
    """Milliseconds, for people."""
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
