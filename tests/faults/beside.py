"""What other processes do beside the service in a trial.

Each is forked from one that is ready for it, for a start of its own takes seconds.
"""

import contextlib
import logging
import multiprocessing
from collections.abc import Callable, Iterator
from datetime import timedelta
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import dj_database_url
import time_machine
from django.db import connections
from django.utils import timezone

from mentorship.documents.store import orphans
from mentorship.notifications.delivery import ledger

FORKS = multiprocessing.get_context("forkserver")
MOMENT = 0.05  # seconds
ENDS_WITHIN = 60.0  # seconds, on a busy machine


def be_ready() -> None:
    """Start what the others are forked from, and do not wait until it has."""
    FORKS.set_forkserver_preload(["tests.faults.__main__"])
    forkserver.ensure_running()


@contextlib.contextmanager
def beside(work: Callable[..., None], *facts: Any) -> Iterator[None]:  # Any: what `work` takes
    """`work(to_us, *facts)` in a process of its own, from when it has said a word to the block's end.

    Raises RuntimeError when it has failed.
    """
    ours, theirs = FORKS.Pipe()
    process = FORKS.Process(target=work, args=(theirs, *facts), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.poll(ENDS_WITHIN)
        yield
    finally:
        ours.close()
        process.join(ENDS_WITHIN)
    if process.exitcode:
        raise RuntimeError(f"{work.__name__} has failed ({process.exitcode}).")


def clean_up(to_us: Connection, database: Path) -> None:
    """Delete what the database in this file has no rows for, and say nothing about it."""
    logging.disable()
    # With no options of the server's.
    elsewhere = {"OPTIONS": {}, **dj_database_url.parse(f"sqlite:///{database}")}
    connections.settings["default"] |= elsewhere
    connections["default"] = connections.create_connection("default")
    orphans.UNDER_WAY = timedelta()
    orphans.sweep()
    to_us.send("done")


def bring_back_an_hour_ahead(to_us: Connection) -> None:
    """Bring back what dead workers held, again and again, by a clock that is an hour ahead."""
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=True):
        to_us.send("begun")
        while not to_us.poll(MOMENT):
            ledger.bring_back()
