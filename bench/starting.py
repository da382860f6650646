"""How long `./run` takes until it is ready: `./run bench starting [STARTS]`.

The first start makes tables and static files, the others find them. What is installed is not counted.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench import FOLDER
from bench.rig.table import show, target
from tests.infrastructure.service import running_service

WANTED = 5.0  # seconds, of every start but the first


def main(starts: int) -> int:
    """Start it so often, print how long each took, and tell by the exit code whether it was quick."""
    folder = Path(tempfile.mkdtemp(dir=FOLDER))
    first, *others = [start(folder) for _ in range(starts + 1)]
    show(
        "Until the service says that it is ready",
        ["", "s"],
        [["first start", f"{first:.1f}"], *(["again", f"{one:.1f}"] for one in others)],
    )
    again = median(others)
    show("Targets", ["", "measured", "wanted", ""], [target("again, p50", again, WANTED, " s")])
    return 0 if again <= WANTED else 1


def start(folder: Path) -> float:
    """Seconds that one start takes."""
    began = time.monotonic()
    with running_service(folder):
        return time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
