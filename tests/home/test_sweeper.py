"""Each worker sweeps by itself, whatever clocks, Redis and single sweeps do."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from celery.app.amqp import Queues
from django.conf import settings
from django.db import connections
from django.utils import timezone

from mentorship.celery import app
from mentorship.home.models import Heartbeat
from mentorship.home.upkeep import heartbeats
from mentorship.home.upkeep.sweeper import Sweeper, go_on, sweeps_for
from tests.infrastructure.leaving import Leaving, impatient

SOON = 20  # seconds, for a thread on a busy machine


class Counted:
    """A sweep that lets others wait until it has come so often."""

    def __init__(self, does: Callable[[], object] = lambda: None) -> None:
        self.does = does
        self.came = threading.Semaphore(0)

    def __call__(self) -> None:
        self.came.release()
        self.does()

    def comes(self, times: int = 1) -> bool:
        return all(self.came.acquire(timeout=SOON) for _ in range(times))


@contextmanager
def sweeping(**sweeps: Counted) -> Iterator[None]:
    """Do each of these every hundredth of a second."""
    sweeper = Sweeper({name: (sweep, 0.01) for name, sweep in sweeps.items()})
    sweeper.start()
    yield
    sweeper.stop()


@pytest.mark.django_db(transaction=True)
def test_it_goes_on_while_the_clock_is_set_back():
    sweep = Counted()

    with sweeping(sweep=sweep):
        assert sweep.comes()
        with time_machine.travel(timezone.now() - timedelta(hours=1), tick=False):
            assert sweep.comes(3)

    assert Heartbeat.objects.get().name == "sweep"


@pytest.mark.django_db(transaction=True)
def test_one_that_fails_comes_again_and_stops_no_other():
    failing, other = Counted(lambda: 1 / 0), Counted()

    with sweeping(failing=failing, other=other):
        assert failing.comes(3)
        assert other.comes(3)

    assert list(Heartbeat.objects.values_list("name", flat=True)) == ["other"]


@pytest.mark.django_db(transaction=True)
def test_one_that_takes_long_lets_no_other_wait():
    over = threading.Event()
    long, other = Counted(lambda: over.wait(SOON)), Counted()

    with sweeping(long=long, other=other):
        assert long.comes()
        assert other.comes(3)
        over.set()


@pytest.mark.django_db(transaction=True)
def test_one_that_takes_long_is_heard_of_meanwhile():
    heard = threading.Event()
    long = Counted(lambda: heard.wait(SOON))

    def look() -> None:
        if Heartbeat.objects.filter(name="long").exists():
            heard.set()

    sweeps = {"long": (long, 0.01), "other": (Counted(look), 0.01)}
    sweeper = Sweeper(sweeps, still=0.01)
    sweeper.start()
    was_heard = heard.wait(SOON)
    sweeper.stop()

    assert was_heard


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[Leaving]:
    """It goes when told to, and is waited for by nobody."""
    impatient(monkeypatch)
    leaving = Leaving()
    yield leaving
    leaving.come_back()
    connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_what_could_not_be_told_while_the_database_was_read_only_is_told_afterwards(
    database: Leaving,
):
    database.become_read_only()
    connections.close_all()

    go_on("long")
    database.come_back()
    go_on("long")

    assert list(Heartbeat.objects.values_list("name", flat=True)) == ["long"]


@pytest.fixture
def queues() -> Iterator[Queues]:
    """Those of the service, of which a worker chooses."""
    app.loader.import_default_modules()
    yield app.amqp.queues
    app.amqp.queues.select(["quick", "conversions"])


@pytest.mark.parametrize(
    ("queue", "own"), [("quick", "notifications.sweep"), ("conversions", "documents.sweep")]
)
def test_a_worker_does_the_sweeps_of_its_queue(queues: Queues, queue: str, own: str):
    queues.select([queue])

    found = set(sweeps_for(app))

    assert own in found
    assert found < set(settings.SWEEPS)


def test_a_worker_of_no_queue_in_particular_does_all_sweeps(queues: Queues):
    assert set(sweeps_for(app)) == set(settings.SWEEPS)


@pytest.mark.django_db
def test_a_sweep_that_nobody_does_is_named():
    for name in settings.SWEEPS:
        Heartbeat.objects.beat(name)
    Heartbeat.objects.filter(name="circle.sweep").update(at=timezone.now() - timedelta(hours=1))

    assert heartbeats.silent() == ["circle.sweep"]
