"""The whole suite at one hour of the day: `HOUR=3 ./run test`.

Every process of the tests then has a clock that is as many seconds ahead: pytest, PostgreSQL, Valkey,
web, worker, beat, browser. Unit tests live at that hour of their own Tuesday (tests/clock.py).
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = Path(__file__).with_name("hour.c")
MARK = "CLOCK_AHEAD"  # a suite that finds it set lives at the hour already


def live_at_the_hour(words: list[str]) -> None:
    """With HOUR set, run the suite with these words at that hour of this machine's clock, and end.

    Raises SystemExit: the suite's exit code, or a sentence when HOUR is no hour.
    """
    hour = os.environ.get("HOUR")
    if not hour or MARK in os.environ:
        return
    if not hour.isdecimal() or int(hour) > 23:
        raise SystemExit(f"HOUR is “{hour}”. Give an hour of the day, from 0 to 23.")
    with tempfile.TemporaryDirectory(prefix="hour-") as name:
        Path(name).chmod(0o755)  # PostgreSQL, which is not root, has to reach it, too
        own = {"LD_PRELOAD": str(_compiled(Path(name))), MARK: str(seconds_until(int(hour)))}
        command = [sys.executable, "-P", "-m", "tests.infrastructure.suite", *words]
        raise SystemExit(subprocess.run(command, env={**os.environ, **own}, check=False).returncode)


def _compiled(folder: Path) -> Path:
    """The clock of hour.c as a library in this folder. Raises SystemExit without a compiler."""
    compiler = shutil.which("cc")
    if not compiler:
        raise SystemExit("HOUR needs a C compiler (Debian, Ubuntu: apt install gcc libc6-dev).")
    target = folder / "hour.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(target), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    return target


def seconds_until(hour: int) -> int:
    """How many seconds from now it is that hour, and no minute more, for the next time."""
    now = time.localtime()
    return ((hour - now.tm_hour) * 3600 - now.tm_min * 60 - now.tm_sec) % (24 * 3600)
