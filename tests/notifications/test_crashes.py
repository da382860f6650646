"""A worker killed at any step of delivery loses no letter, and makes one copy too many at most."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.infrastructure.node import ROOT
from tests.infrastructure.service import environment, make_prepared_database
from tests.infrastructure.smtp import Sink

pytestmark = pytest.mark.processes

Worker = Callable[[str], tuple[int, str]]
KILLED = (-9, "")
STEPS = ("claimed", "connected", "ready", "in-data", "unended")  # see `toolbox/killpoints`
TAKEN = "unended"  # the mail server has said that it has it


def python(*words: str, **own: str) -> tuple[int, str]:
    """Exit code and output of a Python process."""
    command = [sys.executable, *words]
    env = environment(DJANGO_SETTINGS_MODULE="mentorship.settings", **own)
    done = subprocess.run(command, cwd=ROOT, env=env, check=False, stdout=subprocess.PIPE)
    return done.returncode, done.stdout.decode()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, postgres_url: str
) -> dict[str, str]:
    """The variables of a database with its tables, one of each sort."""
    folder = tmp_path_factory.mktemp("crashes")
    url = f"sqlite:///{folder / 'db.sqlite3'}"
    if request.param == "postgresql":
        url = make_prepared_database(postgres_url, "crashes")
    variables = {"DATABASE_URL": url, "STATE_DIR": str(folder)}
    assert python("manage.py", "migrate", "--verbosity=0", **variables) == (0, "")
    return variables


@pytest.fixture
def worker(database: dict[str, str], sink: Sink, tmp_path: Path) -> Worker:
    """Run a worker until it dies at a step: its exit code, and the letter's state if it lived."""
    own = {"EMAIL_HOST": sink.host, "EMAIL_PORT": str(sink.port), "KILL_POINTS": str(tmp_path)}

    def run(order: str) -> tuple[int, str]:
        if order in STEPS:
            (tmp_path / order).touch()
            order = "send"
        return python("-m", "tests.notifications.dying", order, **database, **own)

    return run


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
