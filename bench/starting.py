"""How long `./run` takes until it is ready, and what it has at rest: `./run bench starting [STARTS]`.

The first start makes tables and static files, the others find them. What is installed is not counted.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench import FOLDER
from bench.rig.processes import PARTS, at_rest, descendants
from bench.rig.table import show, target
from tests.infrastructure.service import Service, running_service

WANTED = 3.0  # seconds, of every start but the first
MOST = 400.0  # MB of web, workers and beat together
SETTLED = 5.0  # seconds in which no process came


def main(starts: int) -> int:
    """Start it so often, print what it took, and tell by the exit code whether that was little."""
    folder = Path(tempfile.mkdtemp(dir=FOLDER))
    first, *others = [start(folder) for _ in range(starts + 1)]
    show(
        "Until the service says that it is ready",
        ["", "s"],
        [["first start", f"{first:.1f}"], *(["again", f"{one:.1f}"] for one in others)],
    )
    with running_service(folder) as service:
        taken = {name: size / 1e6 for name, size in rest(service).items()}
    show(
        "Memory at rest, what is shared counted once (PSS)",
        ["", "MB"],
        [[name, f"{size:.0f}"] for name, size in taken.items()],
    )
    again, together = median(others), sum(taken.get(name, 0.0) for name in PARTS)
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [
            target("again, p50", again, WANTED, " s"),
            target("web, workers and beat at rest", together, MOST, " MB"),
        ],
    )
    return 0 if again <= WANTED and together <= MOST else 1


def start(folder: Path) -> float:
    """Seconds that one start takes."""
    began = time.monotonic()
    with running_service(folder):
        return time.monotonic() - began


def rest(service: Service) -> dict[str, int]:
    """Bytes by what has them, once no more processes come."""
    of, known, since = service.process.pid, set[int](), time.monotonic()
    while time.monotonic() - since < SETTLED:
        time.sleep(0.2)
        there = set(descendants(of))
        if there != known:
            known, since = there, time.monotonic()
    return at_rest(of)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
