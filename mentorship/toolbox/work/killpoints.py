"""Named places at which a trial of faults lets a process die, or something fail; nothing else, ever.

KILL_POINTS names a folder, which the settings refuse where the service is for others than this
machine. A file in it with the name of a point arms that point for the first process to reach it.
"""

import os
import signal
from pathlib import Path

FOLDER = os.environ.get("KILL_POINTS", "")


def killpoint(name: str) -> None:
    """Where a trial has armed the point of this name, die without a goodbye; else do nothing.

    A file that holds the number of an error makes the point raise that OSError instead of dying.
    """
    if FOLDER:
        _reach(Path(FOLDER) / name)


def _reach(armed: Path) -> None:
    reached = armed.with_name(f"{armed.name}.reached-{os.getpid()}")
    try:
        armed.rename(reached)  # only one process can
    except FileNotFoundError:
        return
    said = reached.read_text()
    if said:
        raise OSError(int(said), os.strerror(int(said)))
    os.kill(os.getpid(), signal.SIGKILL)
