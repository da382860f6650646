"""Where tests keep what they write for a while: in memory, where there is plenty of it."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
PLENTY = 8 << 30  # bytes: three services and browsers, and all that the longest stage writes


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder for everything temporary of this process and its children, which goes afterwards.

    Tests make and remove so many files that a disk keeps them waiting: it is in memory if all fits.
    Its name is short, for addresses of sockets lie in it. TMPDIR, where it is set, is heeded.
    """
    heeded = "TMPDIR" in os.environ or not is_roomy(MEMORY)
    folder = Path(tempfile.mkdtemp(prefix="t-", dir=None if heeded else MEMORY))
    folder.chmod(0o711)  # PostgreSQL, which is not root, has to reach its own
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def is_roomy(folder: Path) -> bool:
    """Whether plenty can be written there, programs too, and memory for it is free."""
    try:
        place = os.statvfs(folder)
        known = dict(line.split(":") for line in Path("/proc/meminfo").read_text().splitlines())
    except OSError:  # not on this system
        return False
    free = int(known["MemAvailable"].removesuffix("kB")) * 1024
    runs_programs = not place.f_flag & os.ST_NOEXEC
    return runs_programs and min(free, place.f_bavail * place.f_frsize) >= PLENTY
