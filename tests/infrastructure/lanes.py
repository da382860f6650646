"""Where a stage of the suite runs: before everybody's eyes, or behind those that do.

Journeys and trials wait for letters, pages and sweeps, and leave half of two processors idle. Units
wait for nothing: they take what is left, and give way to whatever has to answer in time.
"""

import contextlib
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

GIVE_WAY = ("nice", "-n", "5")


@dataclass(frozen=True)
class Lane:
    """A row of stages, one after another.

    temporary  the name of the folder for what its tests write, a short one
    before     the words of a command that begins each of its own
    out        a file for what is said; none where it is said at once
    closed     once it is set, no other stage begins
    """

    temporary: str = "t"
    before: tuple[str, ...] = ()
    out: TextIO | None = None
    closed: threading.Event = field(default_factory=threading.Event)


IN_FRONT = Lane()


@contextlib.contextmanager
def behind(stages: Callable[[Lane], None], folder: Path) -> Iterator[None]:
    """Run these stages while the block does others, and say afterwards what they said.

    folder  for what they say meanwhile
    """
    said = folder / "behind"
    with said.open("w") as out, ThreadPoolExecutor(1) as beside:
        lane = Lane("u", GIVE_WAY if shutil.which(GIVE_WAY[0]) else (), out)
        running = beside.submit(stages, lane)
        try:
            yield
            running.result()
        finally:
            lane.closed.set()
    with said.open() as read:
        shutil.copyfileobj(read, sys.stdout)
    sys.stdout.flush()
