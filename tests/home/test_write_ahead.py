"""What SQLite has written ahead is emptied, and readers are not stopped for it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from mentorship.home.upkeep.write_ahead import empty_log

pytestmark = pytest.mark.django_db(transaction=True)

WORD = b"Zanzibarine"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[BaseDatabaseWrapper]:
    """A database of its own, in a file as `./run` has it."""
    facts = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "db.sqlite3"}
    options = {"init_command": "PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON", "timeout": 7}
    found = ConnectionHandler({"default": {**facts, "OPTIONS": options}})["default"]
    with found.cursor() as cursor:
        cursor.execute("CREATE TABLE letter (words TEXT)")
        cursor.execute("INSERT INTO letter VALUES (%s)", [WORD.decode()])
    yield found
    found.close()


def kept(folder: Path) -> bytes:
    """All that stands in the files of the database."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_deleted_word_is_gone_from_every_file(database: BaseDatabaseWrapper, tmp_path: Path):
    with database.cursor() as cursor:
        cursor.execute("DELETE FROM letter")
    assert WORD in kept(tmp_path)

    assert empty_log(database) == {"emptied": True}

    assert WORD not in kept(tmp_path)


def test_somebody_who_reads_is_let_read_and_the_next_sweep_does_it(
    database: BaseDatabaseWrapper, tmp_path: Path
):
    with closing(sqlite3.connect(tmp_path / "db.sqlite3", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM letter").fetchall()
        with database.cursor() as cursor:
            cursor.execute("DELETE FROM letter")

        assert empty_log(database) == {"emptied": False}
        assert reader.execute("SELECT COUNT(*) FROM letter").fetchone() == (1,)

    assert empty_log(database) == {"emptied": True}


def test_the_connection_is_as_patient_afterwards_as_before(database: BaseDatabaseWrapper):
    empty_log(database)

    with database.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (7000,)


def test_postgresql_looks_after_its_own():
    is_sqlite = connection.vendor == "sqlite"

    assert bool(empty_log(connection)) == is_sqlite
