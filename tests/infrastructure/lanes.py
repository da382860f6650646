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

from mentorship.supervisor import leash
from tests.infrastructure.processes import held

LOWER = "5"  # the priority of what runs behind, as `nice` counts
GIVE_WAY = ("nice", "-n", LOWER)


@dataclass(frozen=True)
class Lane:
    """A row of stages, one after another.

    temporary  the name of the folder for what its tests write, a short one
    before     the words of a command that begins each of its own
    out        a file for what is said; none where it is said at once
    closed     once it is set, no other stage begins
    leaders    of the sessions of what runs behind now
    """

    temporary: str = "t"
    before: tuple[str, ...] = ()
    out: TextIO | None = None
    closed: threading.Event = field(default_factory=threading.Event)
    leaders: list[int] = field(default_factory=list)

    @property
    def is_behind(self) -> bool:
        """Whether what it runs leads a session of its own."""
        return self.out is not None

    @contextlib.contextmanager
    def holding(self, process: int) -> Iterator[None]:
        """This process, which has begun, gives way as a whole if it runs behind, and outlives nobody."""
        if not self.is_behind:
            yield
            return
        with contextlib.suppress(OSError):  # Linux: it shares processors among sessions first
            Path(f"/proc/{process}/autogroup").write_text(LOWER)
        with held() as leaders:
            leaders(process)
            self.leaders.append(process)
            if self.closed.is_set():
                self.close()
            yield
            self.leaders.remove(process)
            leaders()

    def close(self) -> None:
        """End what runs behind now, and begin no more."""
        self.closed.set()
        for leader in list(self.leaders):
            leash.kill_group(leader)


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
            lane.close()
    with said.open() as read:
        shutil.copyfileobj(read, sys.stdout)
    sys.stdout.flush()
