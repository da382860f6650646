"""What the service's processes are and take, as /proc tells it; on other systems nothing is seen."""

import contextlib
import os
import re
import threading
from collections.abc import Collection, Iterator
from pathlib import Path

PROC = Path("/proc")
SHARE = re.compile(r"^Pss:\s+(\d+)", re.MULTILINE)
PARTS = {
    "web": "mentorship:web",
    "worker": "mentorship:work",
    "convert": "mentorship:conv",
    "beat": "mentorship:beat",
}  # by what they call themselves, of which Linux keeps 15 letters
FIELDS = re.compile(r"^(PPid|VmHWM):\s+(\d+)", re.MULTILINE)


def descendants(of: int) -> dict[int, int]:
    """Each process under `of` with the most memory it has had so far, in bytes."""
    parents, peaks = {}, {}
    for entry in PROC.glob("[0-9]*/status"):
        with contextlib.suppress(OSError):
            facts = dict(FIELDS.findall(entry.read_text()))
            process = int(entry.parent.name)
            parents[process] = int(facts.get("PPid", 0))
            peaks[process] = int(facts.get("VmHWM", 0)) * 1024
    return {process: peak for process, peak in peaks.items() if of in _line(process, parents)}


def _line(process: int, parents: dict[int, int]) -> Iterator[int]:
    while process := parents.get(process, 0):
        yield process


def workers(of: int) -> set[int]:
    """Celery's worker and its pool among the processes under `of`."""
    return {process for process in descendants(of) if _is_worker(process)}


def _is_worker(process: int) -> bool:
    try:
        return (PROC / str(process) / "comm").read_text().strip() in {
            PARTS["worker"],
            PARTS["convert"],
        }
    except OSError:
        return False


class Watch:
    """Looks twenty times a second how much memory the processes under `of` have had at most.

    peaks  of each, in bytes; those that have ended stay in it
    """

    def __init__(self, of: int) -> None:
        self.of = of
        self.peaks: dict[int, int] = {}
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        while not self.ended.wait(0.05):
            for process, most in descendants(self.of).items():  # 0 once it has ended
                self.peaks[process] = max(most, self.peaks.get(process, 0))

    @property
    def peak(self) -> int:
        """The most that any single one has had; 0 before the first look."""
        return max(self.peaks.values(), default=0)

    def peak_since(self, before: Collection[int]) -> int:
        """The most that one has had which is none of those `before`; 0 when there was none."""
        return max(
            (most for process, most in self.peaks.items() if process not in before), default=0
        )

    def __enter__(self) -> "Watch":
        self.thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.ended.set()
        self.thread.join()


def worked(of: int) -> float:
    """Processor seconds of all living processes under `of`, and of those they have waited for."""
    ticks = 0
    for process in descendants(of):
        with contextlib.suppress(OSError):
            facts = (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, facts[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def at_rest(of: int) -> dict[str, int]:
    """Bytes of memory of the processes under `of`, by the words of their commands that tell them apart.

    What several processes share counts in each by its part (PSS), so that the sum is what all take.
    """
    taken: dict[str, int] = {}
    for process in descendants(of):
        with contextlib.suppress(OSError):
            own = (PROC / str(process) / "comm").read_text().strip()
            facts = (PROC / str(process) / "smaps_rollup").read_text()
            name = next((name for name, word in PARTS.items() if word == own), "others")
            taken[name] = taken.get(name, 0) + int(SHARE.findall(facts)[0]) * 1024
    return taken
