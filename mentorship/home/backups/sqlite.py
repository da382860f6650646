"""A SQLite database in one file, as it is at one moment, and put back from there."""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.db import connection
from django.db.backends.sqlite3.base import SQLiteCursorWrapper

from mentorship.home.backups.manifest import Manifest
from mentorship.notifications import holding

NAME = "database.sqlite3"


@contextlib.contextmanager
def saved(folder: Path) -> Iterator[None]:
    """Write the database into `folder`; as long as it lasts, queries see that same state.

    In a transaction that only reads: beside it others go on writing.
    """
    target = folder / NAME
    target.touch(mode=0o600)
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")  # not `atomic`, which would keep all others from writing
        try:
            cursor.execute("SELECT count(*) FROM sqlite_master")  # only what is read begins a state
            cursor.fetchone()
            with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy:
                connection.connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, not three
                copy.execute("VACUUM")  # nothing of deleted rows is left in it
            yield
        finally:
            cursor.execute("ROLLBACK")


def columns() -> dict[str, list[str]]:
    """Nothing: the file knows its own tables."""
    return {}


def load(folder: Path, manifest: Manifest) -> None:
    """Let the database be what the file in `folder` says, and hold mail: all in one transaction."""
    connection.ensure_connection()
    beside = Path(connection.settings_dict["NAME"]).parent
    with tempfile.TemporaryDirectory(dir=beside, prefix="restore-") as made:
        copy = shutil.copyfile(folder / NAME, Path(made, NAME))
        with contextlib.closing(sqlite3.connect(copy)) as source:
            with source:
                holding.hold_in(source.cursor(SQLiteCursorWrapper), made_at=manifest.made_at)
            source.backup(connection.connection)
    connection.close()
