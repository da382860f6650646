"""Sweeps that need neither Redis nor beat: each worker does those of its queues by itself.

A ring that is heard, and beat, only make it quicker. Several workers at once are harmless: what they
do is claimed row by row, under a lease.
"""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from celery import Celery, bootsteps
from django.conf import settings
from django.db import InterfaceError, OperationalError, connections

from mentorship.home.models import Heartbeat

log = logging.getLogger(__name__)

Sweep = Callable[[], object]
SELDOM = 60.0  # seconds
FIRST_AFTER = 10.0  # seconds, for those that come seldom: a start has enough to do
STILL = 30.0  # seconds after which one that is under way says so, again and again
MAX_BELIEVED = 1200.0  # seconds that it is believed: a mail server may think for ten minutes
LAST_WORDS = 3.0  # seconds for sweeps under way when the worker ends


class Sweeper:
    """A thread for each sweep, so that none stands behind another. Time is that since the start.

    No wall clock is asked: one that is set back would make a schedule wait until it is that late
    again.
    """

    def __init__(self, sweeps: Mapping[str, tuple[Sweep, float]], *, still: float = STILL) -> None:
        self._over = threading.Event()
        self._still = still
        self._began: dict[str, float] = {}  # those under way
        self._telling = threading.Thread(target=self._tell, name="under way", daemon=True)
        self._threads = [
            threading.Thread(
                target=self._again_and_again, args=(name, *facts), name=name, daemon=True
            )
            for name, facts in sweeps.items()
        ]

    def start(self) -> None:
        """Begin, and return at once."""
        for thread in [*self._threads, self._telling]:
            thread.start()

    def stop(self) -> None:
        """Begin no other, and let those under way come to their end if that is soon."""
        self._over.set()
        deadline = time.monotonic() + LAST_WORDS
        for thread in [*self._threads, self._telling]:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _again_and_again(self, name: str, sweep: Sweep, seconds: float) -> None:
        pause = 0.0 if seconds < SELDOM else FIRST_AFTER
        while not self._over.wait(pause):
            self._began[name] = began = time.monotonic()
            once(name, sweep)
            del self._began[name]
            pause = max(0.0, seconds - (time.monotonic() - began))

    def _tell(self) -> None:
        """One that takes long is not taken for one that nobody does."""
        while not self._over.wait(self._still):
            for name, began in list(self._began.items()):
                if self._still <= time.monotonic() - began <= MAX_BELIEVED:
                    go_on(name)


def once(name: str, sweep: Sweep) -> None:
    """Do one sweep and keep that it was done. It never raises: the next one comes in any case."""
    try:
        found = sweep()
        Heartbeat.objects.beat(name, **(found if isinstance(found, dict) else {}))
    except (OperationalError, InterfaceError) as error:
        log.warning("%s: the database does not answer: %s", name, type(error).__name__)
    except Exception:
        log.exception("%s failed", name)
    finally:
        connections.close_all()  # the next one finds out whether the database is back


def go_on(name: str) -> None:
    """Keep that a sweep is under way. It never raises."""
    try:
        Heartbeat.objects.go_on(name)
    except (OperationalError, InterfaceError) as error:
        log.warning("%s: the database does not answer: %s", name, type(error).__name__)
    except Exception:  # such as of a server that stands by: the next word may be heard
        log.exception("%s: that it is under way was not told", name)
    finally:
        connections.close_all()


def sweeps_for(app: Celery) -> dict[str, tuple[Sweep, float]]:
    """Those of the queues that this process listens to; without `-Q`, all."""
    queues = app.amqp.queues.consume_from
    return {
        name: (app.tasks[name].run, seconds)
        for name, seconds in settings.SWEEPS.items()
        if app.amqp.router.route({}, name)["queue"].name in queues
    }


class SweeperStep(bootsteps.StartStopStep):
    """Starts with the worker, before it has a connection to Redis, and ends with it.

    After the pool: its processes are made from this one, which then has a single thread.
    """

    requires = ("celery.worker.components:Pool",)

    def __init__(self, worker: Any, **_facts: object) -> None:  # celery tells no types
        super().__init__(worker)
        self.obj: Sweeper | None = None

    def start(self, worker: Any) -> None:
        """See Sweeper."""
        self.obj = Sweeper(sweeps_for(worker.app))
        self.obj.start()

    def stop(self, worker: Any) -> None:
        """See Sweeper."""
        if self.obj:
            self.obj.stop()

    def terminate(self, worker: Any) -> None:
        """The same, when the worker has no time."""
        self.stop(worker)
