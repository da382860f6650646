"""What a stage of the suite took: by the clock, and of the processors."""

import contextlib
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from tests.infrastructure.lanes import IN_FRONT, Lane
from tests.infrastructure.node import ROOT

Run = Callable[[Sequence[str], Mapping[str, str]], int]


@contextlib.contextmanager
def stage(name: str, lane: Lane = IN_FRONT) -> Iterator[Run]:
    """Runs commands in these variables, for their exit codes; a line before them, and after them what they took.

    The work is the processor time of every process they began and saw end, whoever else was busy,
    another stage among them.
    """
    work, out = 0.0, lane.out

    def run(command: Sequence[str], variables: Mapping[str, str]) -> int:
        nonlocal work
        options = {"cwd": ROOT, "env": variables, "stdout": out, "stderr": out}
        options["start_new_session"] = lane.is_behind
        with subprocess.Popen(command, **options) as process, lane.holding(process.pid):  # type: ignore[call-overload]  # its own names
            _pid, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        work += used.ru_utime + used.ru_stime
        return int(process.returncode)

    into = out or sys.stdout
    into.write(f"\n---- {name} {'-' * (90 - len(name))}\n")
    into.flush()
    began = time.monotonic()
    yield run
    took = in_minutes(time.monotonic() - began)
    into.write(f"{name} took {took}, and {in_minutes(work)} of processor time\n")
    into.flush()


def worked() -> float:
    """Seconds of processor time that children of this process have had so far, and theirs."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def in_minutes(seconds: float) -> str:
    """So much time, as it is read."""
    return "{} min {} s".format(*divmod(round(seconds), 60))
