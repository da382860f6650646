"""A worker killed at any step of delivery loses no letter, and makes one copy too many at most."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.infrastructure import prepared
from tests.infrastructure.node import ROOT
from tests.infrastructure.service import environment, make_prepared_database
from tests.infrastructure.smtp import Sink, smtp_sink

pytestmark = pytest.mark.processes

Worker = Callable[[str], tuple[int, str]]
KILLED = (-9, "")
STEPS = ("claimed", "connected", "ready", "in-data", "unended")  # see `toolbox/work/killpoints`
TAKEN = "unended"  # the mail server has said that it has it


@pytest.fixture(scope="module")
def everlasting_sink() -> Iterator[Sink]:
    """A real mail server, at one address for all workers."""
    with smtp_sink() as opened:
        yield opened


@pytest.fixture
def sink(everlasting_sink: Sink) -> Sink:
    """The same, with no letter yet."""
    everlasting_sink.letters.clear()
    return everlasting_sink


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def workers(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    postgres_url: str,
    everlasting_sink: Sink,
) -> Iterator[Worker]:
    """Run a worker until it dies at a step: its exit code, and the letter's state if it lived."""
    folder, points = tmp_path_factory.mktemp("crashes"), tmp_path_factory.mktemp("points")
    prepared.fill(folder, environment(), database=True)
    own = {"STATE_DIR": str(folder), "KILL_POINTS": str(points)}
    if request.param == "postgresql":
        own["DATABASE_URL"] = make_prepared_database(postgres_url, "crashes")
    mail = {"EMAIL_HOST": everlasting_sink.host, "EMAIL_PORT": str(everlasting_sink.port)}
    settings = {"DJANGO_SETTINGS_MODULE": "mentorship.settings"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.notifications.dying"],
        cwd=ROOT,
        env=environment(**own, **mail, **settings),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield lambda order: _one(process, points, order)
        process.communicate(timeout=60)  # its input ends, and so it ends


def _one(process: "subprocess.Popen[str]", points: Path, order: str) -> tuple[int, str]:
    assert process.stdin
    assert process.stdout
    if order in STEPS:
        (points / order).touch()
    process.stdin.write(f"{order}\n")
    process.stdin.flush()
    code, state = json.loads(process.stdout.readline())
    return code, state


@pytest.fixture
def worker(workers: Worker, sink: Sink) -> Worker:
    """The same, where no letter has come yet."""
    return workers


@pytest.mark.parametrize("step", STEPS)
def test_a_worker_killed_at_a_step(step: str, worker: Worker, sink: Sink) -> None:
    worker("write")
    assert worker(step) == KILLED

    ended = worker("send")

    assert ended == (0, "sent")
    copies = [received.raw for received in sink.letters]
    assert len(copies) == (2 if step == TAKEN else 1)
    assert len(set(copies)) == 1


def test_two_workers_killed_after_the_server_took_it(worker: Worker, sink: Sink) -> None:
    worker("write")
    assert [worker(TAKEN), worker(TAKEN)] == [KILLED, KILLED]

    ended = worker("send")

    assert ended == (0, "unconfirmed")
    assert len(sink.letters) == 2
    assert len({received.raw for received in sink.letters}) == 1


def test_workers_killed_before_data_as_often_as_you_like(worker: Worker, sink: Sink) -> None:
    worker("write")
    deaths = [worker(step) for step in ("claimed", "ready", "connected", "claimed", "connected")]

    ended = worker("send")

    assert deaths == [KILLED] * 5
    assert ended == (0, "sent")
    assert len(sink.letters) == 1
