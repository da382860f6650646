"""What a service makes at its first start, made once: its tables and its static files.

To make them takes twelve seconds of processor time, and tests start some thirty services. Where they
are not about a first start, a service finds what another would have left: whatever differs from that
by now is brought up to date, as at any start.
"""

import contextlib
import fcntl
import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import django
import psycopg
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connections

from mentorship.supervisor import prepare
from tests.infrastructure.databases import fingerprint
from tests.infrastructure.node import CACHE, ROOT

KEPT = CACHE / "prepared"
DATABASE = "db.sqlite3"  # in a state folder
FILES = ("joined", "static")  # the same


def fill(state: Path, variables: Mapping[str, str], *, database: bool) -> None:
    """Give this state folder what a service makes at its start, with a `database` or without.

    What is there already stays.

    variables  of the environment of a service
    """
    needs_tables = database and not (state / DATABASE).exists()
    needs_files = not (state / FILES[-1]).exists()
    if not needs_tables and not needs_files:
        return
    with _alone():
        if needs_files:
            kept = _made("files", _of_static_files(), variables)
            for folder in FILES:
                if not (state / folder).exists():
                    shutil.copytree(kept / folder, state / folder)  # as old as they are
        if needs_tables:
            shutil.copyfile(_made("tables", fingerprint(), variables) / DATABASE, state / DATABASE)


def _made(part: str, of: str, variables: Mapping[str, str]) -> Path:
    """A folder with this part of what is prepared, the newest there is."""
    kept = KEPT / f"{part}-{of[:12]}"
    if not kept.exists():
        for old in KEPT.glob(f"{part}-*"):
            shutil.rmtree(old, ignore_errors=True)
        half = Path(tempfile.mkdtemp(prefix="prepared-", dir=CACHE))
        _prepare(half, variables, part)
        KEPT.mkdir(exist_ok=True)
        half.rename(kept)
    return kept


def template(server: str, variables: Mapping[str, str]) -> str:
    """The name of a database with its tables on this PostgreSQL, for others to be made like it."""
    name = f"prepared_{fingerprint()[:12]}"
    with _alone(), psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        named = "SELECT 1 FROM pg_database WHERE datname = %s"
        if not connection.execute(named, [name]).fetchone():
            connection.execute('DROP DATABASE IF EXISTS "half"')
            connection.execute('CREATE DATABASE "half"')
            with tempfile.TemporaryDirectory() as folder:
                own = {**variables, "DATABASE_URL": f"{server}/half"}
                _prepare(Path(folder), own, "tables")
            connection.execute(f'ALTER DATABASE "half" RENAME TO "{name}"')
    return name


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Nobody else does the same meanwhile: tests run in several processes."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _of_static_files() -> str:
    """Changes with them, and with their age, by which a service knows whether they are new to it."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = Path(storage.path(path))
            joined = Path(storage.location) == Path(settings.JOINED_ROOT)  # in each state folder
            age = 0 if joined else file.stat().st_mtime_ns
            digest.update(f"{path} {age} ".encode() + file.read_bytes())
    return digest.hexdigest()


def _prepare(state: Path, variables: Mapping[str, str], part: str) -> None:
    command = [sys.executable, "-P", "-m", "tests.infrastructure.prepared", part]
    own = {"DJANGO_SETTINGS_MODULE": "mentorship.settings", "STATE_DIR": str(state)}
    subprocess.run(command, cwd=ROOT, env={**variables, **own}, check=True)


def main() -> None:
    """A part of what a start makes, but for the mark by which a database and its files know each other."""
    django.setup()
    if sys.argv[1] == "tables":
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    else:
        prepare.collect_static_files()
    connections.close_all()  # all of a database is in its one file


if __name__ == "__main__":
    main()
