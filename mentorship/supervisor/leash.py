"""Ends the service's processes when the supervisor is gone, however it went.

A process killed with -9 cannot tidy up, so this one does it: each line on its standard input names
the processes alive now, first started first, and the end of input says that the supervisor is gone.
Each is the leader of a process group, so that what it started ends with it. PR_SET_PDEATHSIG was the
other road: it is Linux alone, reaches no grandchildren, and cannot insist after SIGTERM.

Run as a plain file, alone in its session, from its own folder: nothing of this project is imported,
and its command line has no word in common with the supervisor's, lest one `pkill` find both.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

# Seconds from "please" to SIGKILL, for all but the first started, and then for that one: Valkey,
# which the others write to until they end. Together less than ten.
GRACE = 6.0
LAST_GRACE = 1.5


def start(*inherited: int) -> subprocess.Popen[str]:
    """Start a leash; it holds the `inherited` file descriptors until all has ended."""
    here = Path(__file__)
    return subprocess.Popen(  # noqa: S603 - this file
        [sys.executable, "-I", "-S", here.name],
        cwd=here.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        pass_fds=inherited,
    )


def name(leash: subprocess.Popen[str], leaders: list[int]) -> None:
    """Tell a leash which processes are alive now."""
    if leash.stdin:
        with contextlib.suppress(BrokenPipeError):  # it was killed: whoever started it will see
            leash.stdin.write(" ".join(map(str, leaders)) + "\n")
            leash.stdin.flush()


def main() -> None:
    """Wait for the end of input, then end what the last line named."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # meant for the supervisor, whose end ends this
    leaders: list[int] = []
    for line in sys.stdin:
        leaders = [int(word) for word in line.split()]
    end(leaders[1:], GRACE)
    end(leaders[:1], LAST_GRACE)


def end(leaders: list[int], grace: float) -> None:
    """Ask each leader to end; after `grace` seconds kill what is left of their groups."""
    for leader in leaders:
        tell(leader, signal.SIGTERM)
    deadline = time.monotonic() + grace
    while time.monotonic() < deadline and any(tell(leader, 0) for leader in leaders):
        time.sleep(0.05)
    for leader in leaders:
        kill_group(leader)


def tell(process: int, number: int) -> bool:
    """Send a signal; False when there is no such process any more."""
    try:
        os.kill(process, number)
    except ProcessLookupError:
        return False
    return True


def kill_group(leader: int) -> None:
    """Kill whatever is left of the process group, at once."""
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS: EPERM for zombies
        os.killpg(leader, signal.SIGKILL)


if __name__ == "__main__":
    main()
