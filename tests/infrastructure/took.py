"""What a stage of the suite took: by the clock, and of the processors."""

import contextlib
import resource
import sys
import time
from collections.abc import Iterator


@contextlib.contextmanager
def stage(name: str) -> Iterator[None]:
    """A line before it, and after it what it took.

    The work is the processor time of every process it began and saw end, whoever else was busy.
    """
    sys.stdout.write(f"\n---- {name} {'-' * (90 - len(name))}\n")
    sys.stdout.flush()
    began, before = time.monotonic(), worked()
    yield
    took, work = time.monotonic() - began, worked() - before
    sys.stdout.write(f"{name} took {in_minutes(took)}, and {in_minutes(work)} of processor time\n")
    sys.stdout.flush()


def worked() -> float:
    """Seconds of processor time that children of this process have had so far, and theirs."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def in_minutes(seconds: float) -> str:
    """So much time, as it is read."""
    return "{} min {} s".format(*divmod(round(seconds), 60))
