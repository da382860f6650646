"""Server processes that end with the tests, however these end."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from mentorship.supervisor import leash


@contextlib.contextmanager
def running(
    command: Sequence[str],
    log: Path,
    *,
    ready: Callable[[], bool],
    stop: signal.Signals = signal.SIGTERM,
    within: float = 60,
    user: int | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run `command`, its output in `log`, from the moment it is `ready` to the end of the block.

    Raises RuntimeError with the end of the log when it is not ready `within` seconds.
    """
    with log.open("ab") as output, held() as leaders:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            user=user,
            env=env,
            cwd=cwd,
        )
        leaders(process.pid)
        try:
            wait_until_ready(process, log, ready, within)
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(stop)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(15)
            leash.kill_group(process.pid)
            process.wait()
            leaders()


@contextlib.contextmanager
def held() -> Iterator[Callable[..., None]]:
    """A leash (see there) on the processes named last to what this yields."""
    with leash.start() as holder:
        yield lambda *leaders: leash.name(holder, list(leaders))


def wait_until_ready(
    process: subprocess.Popen[bytes], log: Path, ready: Callable[[], bool], within: float
) -> None:
    """Raises RuntimeError when the process ends before it is ready, or takes too long."""
    deadline = time.monotonic() + within
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            end = log.read_text(errors="replace")[-4000:]
            raise RuntimeError(f"{process.args!r} is not ready (exit {process.poll()}):\n{end}")
        time.sleep(0.05)


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody used a moment ago."""
    return free_ports(1)[0]


def free_ports(count: int) -> list[int]:
    """So many of them, no two alike: asked for one by one, the same may come twice."""
    with contextlib.ExitStack() as held_open:
        probes = [held_open.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def is_root() -> bool:
    """Whether this runs as root, whom PostgreSQL and Chromium's sandbox refuse."""
    return os.getuid() == 0


def called(process: Path) -> str:
    """By what name this process, a folder of /proc, is known, and its command; empty of a zombie.

    The service's own are forked from the supervisor, whose command they have: their names differ.
    """
    command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    return command and (process / "comm").read_text().strip() + " " + command


def processes_of(state: Path) -> dict[int, str]:
    """Every process that was started with this state folder, wherever it hangs: pid to command."""
    found = {}
    mark = f"STATE_DIR={state}\0".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = called(folder)
            # Valkey writes its socket's path over its own environment.
            if mark in (folder / "environ").read_bytes() or f"{state}/valkey.sock" in command:
                found[int(folder.name)] = command
        except OSError:
            continue  # it ended, or is not ours to look at
    return {pid: command for pid, command in found.items() if command}  # a zombie has no command
