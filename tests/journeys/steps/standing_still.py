"""A part of the service stands still for a while, as one on a busy machine may."""

import contextlib
import os
import signal
from collections.abc import Iterator

from tests.infrastructure.processes import processes_of
from tests.infrastructure.service import Service


@contextlib.contextmanager
def nothing_is_prepared(service: Service) -> Iterator[None]:
    """What arrives meanwhile stays as it was received; afterwards it goes on."""
    lines = processes_of(service.state).items()
    workers = [pid for pid, line in lines if "mentorship:conv" in line]
    assert workers
    try:
        for pid in workers:
            os.kill(pid, signal.SIGSTOP)
        yield
    finally:
        for pid in workers:
            os.kill(pid, signal.SIGCONT)
