"""Where trials run: a PostgreSQL, a folder and a process of their own, with the service under it."""

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg

from tests.faults.trial import Trial
from tests.infrastructure.node import ROOT
from tests.infrastructure.postgres import postgres, shared_postgres
from tests.infrastructure.service import environment, make_prepared_database

SHORT = {"SWEEP_SECONDS": "2", "QUIET_SECONDS": "1", "SOFFICE": "none"}


@contextlib.contextmanager
def trials(planted: str = "", *, alone: bool = False) -> Iterator[Callable[[str, int], Trial]]:
    """A service on which trials can be run: `run(name, seed)`, one of `catalogue.HAPPENINGS`.

    planted  the bug in its processes: see apps.py
    alone    on a PostgreSQL server that no other test uses

    Raises RuntimeError, in the trial, when their process has ended.
    """
    database_server = postgres() if alone else shared_postgres()
    with tempfile.TemporaryDirectory(prefix="faults-") as place, database_server as server:
        folder = Path(place)
        database = make_prepared_database(server, "faults")
        with psycopg.connect(database, autocommit=True) as connection:
            # What a client was told is kept has to outlive a crash, as with PostgreSQL's defaults.
            name = database.rpartition("/")[2]
            connection.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = on')
        own = SHORT | {
            "DATABASE_URL": database,
            "STATE_DIR": str(folder / "state"),
            "REDIS_URL": f"redis+socket://{folder / 'valkey.sock'}",
            "EMAIL_HOST": "127.0.0.1",  # so that letters are written to be sent
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "PLANTED": planted,
        }
        with subprocess.Popen(
            [sys.executable, "-P", "-m", "tests.faults"],
            cwd=ROOT,
            env=environment(**own),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            yield lambda name, seed: _one(process, name, seed)
            process.communicate(timeout=60)  # its input ends, and so it ends


def _one(process: "subprocess.Popen[str]", name: str, seed: int) -> Trial:
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{seed} {name}\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"The process of the trials has ended ({process.wait(60)}).")
    return Trial(**json.loads(line))
