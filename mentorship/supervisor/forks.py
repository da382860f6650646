"""Processes forked from the supervisor, which has loaded what web, workers and beat are made of.

Each of them by itself would import it for a second and more, at every start and after every fall, and
have it in memory once more. It is safe because nothing is open here: no connection, no thread.
"""

import contextlib
import os
import runpy
import signal
import sys
from pathlib import Path

from mentorship.supervisor.plan import ROOT, Service

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Begun(BaseException):
    """Raised in the process that was forked, to leave all that the supervisor is about.

    It goes up to `main`, so that everything on the way is closed, and there its service is run.
    """

    def __init__(self, service: Service) -> None:
        self.service = service


def become(service: Service) -> None:
    """Run the module of a service with its words, as if Python had just started, until it ends."""
    module, *words = service.command
    os.chdir(ROOT)
    sys.argv = [module, *words]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


class Fork:
    """A process of a service, with as much of `subprocess.Popen` as `Child` asks of one."""

    def __init__(self, service: Service, lock: int) -> None:
        """Fork it, in a session of its own. Raises Begun in the new process.

        lock  the file descriptor of the folder's lock: it holds that for as long as it lives

        Raises OSError when the machine has no room for another process.
        """
        sys.stdout.flush()
        output, into = os.pipe()
        # A signal that comes before it has left our handlers is for it, and waits.
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        try:
            self.pid = os.fork()
        except OSError:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
            os.close(output)
            os.close(into)
            raise
        if self.pid == 0:
            try:
                os.close(output)
                os.dup(lock)
                _stand_alone(service.name, into)
            except OSError:  # it must not go on as a second supervisor
                os._exit(1)
            raise Begun(service)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        os.close(into)
        self.stdout = os.fdopen(output, "rb", buffering=0)
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """How it ended; None while it runs."""
        return self._ended(os.WNOHANG)

    def wait(self) -> int | None:
        """How it ended, once it has."""
        return self._ended(0)

    def _ended(self, how: int) -> int | None:
        if self.returncode is None:
            process, status = os.waitpid(self.pid, how)
            if process:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


def _stand_alone(name: str, into: int) -> None:
    """In the new process: what it says goes `into` this pipe, and no signal of ours is heard any more."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    for file, at in ((nothing, 0), (into, 1), (into, 2)):
        os.dup2(file, at)
    os.close(nothing)
    os.close(into)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # a file, as it was
    for number in ENDING:
        if signal.getsignal(number) != signal.SIG_IGN:  # nohup
            ends = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
            signal.signal(number, ends)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    with contextlib.suppress(OSError):  # Linux: by this name `ps -e` and `top` show it
        Path("/proc/self/comm").write_text(f"mentorship:{name}")
