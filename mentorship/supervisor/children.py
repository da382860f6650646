"""One process that is kept alive, with its lines of log."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from mentorship.supervisor.forks import Fork
from mentorship.supervisor.leash import kill_group, tell
from mentorship.supervisor.plan import Service

LONGEST_WAIT = 30.0
# What cannot start falls sooner. Whoever fell later had work under way, which waits for it: half a
# minute of pause was as much as a letter of a killed worker waited.
LIVED_WELL = 5.0


class Child:
    """A service as a process of its own session: Ctrl-C in the terminal reaches only us."""

    def __init__(
        self, service: Service, environment: Mapping[str, str], folder: Path, lock: int
    ) -> None:
        """Start it.

        lock  the file descriptor of the folder's lock: it holds that for as long as it lives
        """
        self.name = service.name
        self._service = service
        self._environment = environment
        self._folder = folder
        self._lock = lock
        self._wait = 1.0
        self._half_line = b""
        self._process: Fork | subprocess.Popen[bytes] | None = None  # while it runs
        self.exit_code: int | None = None
        self.due_at = 0.0
        self.start()

    def start(self) -> None:
        """Start the process, its output readable without blocking at `output`.

        Where the machine has no room for it this is said, and it is due again as after a fall.
        Raises forks.Begun in a process that was forked for it.
        """
        self._started_at = time.monotonic()
        try:
            is_forked = self._service.is_forked
            self._process = Fork(self._service, self._lock) if is_forked else self._program()
        except OSError as error:
            self._say(f"could not be started: {error.strerror}")
            self.plan_restart()
            return
        self.exit_code = None
        self.leader = self._process.pid
        os.set_blocking(self.output.fileno(), False)

    def _program(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # noqa: S603 - commands made in plan.py
            self._service.command,
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=(self._lock,),
        )

    @property
    def is_running(self) -> bool:
        """Whether it was started and has not been found ended."""
        return self._process is not None

    @property
    def output(self) -> IO[bytes]:
        """Where its log comes from, while it runs."""
        assert self._process  # noqa: S101 - for the type checker, as the next
        assert self._process.stdout  # noqa: S101 - it is a PIPE
        return self._process.stdout

    def pump(self) -> None:
        """Print the whole lines that have come, each behind the child's name."""
        if not self.is_running:
            return
        *lines, self._half_line = (self._half_line + (self.output.read() or b"")).split(b"\n")
        for line in lines:
            self._say(line.decode(errors="replace"))

    def has_ended(self) -> bool:
        """True once, when the process is found to have ended: nothing is left of it then."""
        if self._process is None or self._process.poll() is None:
            return False
        self.exit_code = self._process.returncode
        kill_group(self.leader)
        self.pump()
        self.output.close()
        self._process = None
        return True

    def plan_restart(self) -> float:
        """Note when to start it again; the seconds until then double up to half a minute."""
        now = time.monotonic()
        if now - self._started_at > LIVED_WELL:
            self._wait = 1.0
        wait, self._wait = self._wait, min(2 * self._wait, LONGEST_WAIT)
        self.due_at = now + wait
        return wait

    def _say(self, text: str) -> None:
        say(f"{self.name:<8}| {text}")

    def ask_to_end(self) -> None:
        """Ask the process to finish what it does and end."""
        if self.is_running:
            tell(self.leader, 15)

    def kill(self) -> None:
        """End it and all it started, at once."""
        if self._process:
            kill_group(self.leader)
            self._process.wait()
            self.has_ended()


def say(text: str) -> None:
    """One line on standard output, which may have been closed."""
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
