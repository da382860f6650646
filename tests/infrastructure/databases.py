"""The database of unit tests: on SQLite a copy of one that was migrated when a migration last changed."""

import contextlib
import fcntl
import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, connections
from django.test.utils import setup_databases

from tests.infrastructure.node import CACHE

KEPT = CACHE / "databases"


@contextlib.contextmanager
def unit_database() -> Iterator[None]:
    """What tests of this process write to, migrated and empty."""
    if connection.vendor == "sqlite":
        with _copied(_kept()):
            yield
    else:
        with _migrated():
            yield


@contextlib.contextmanager
def _migrated() -> Iterator[None]:
    """It is not dropped: its server goes with it, and the next run on one that stays makes it anew."""
    setup_databases(verbosity=0, interactive=False)
    yield
    connections.close_all()


def _kept() -> Path:
    """A database file to copy; made here when there is none for these migrations yet."""
    KEPT.mkdir(parents=True, exist_ok=True)
    wanted = KEPT / f"{fingerprint()}.sqlite3"
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run in several processes
        if not wanted.exists():
            for old in KEPT.glob("*.sqlite3"):
                old.unlink()
            half = wanted.with_suffix(".half")
            half.unlink(missing_ok=True)
            with _migrated(), connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(half)])
            half.rename(wanted)
    return wanted


def fingerprint() -> str:
    """Of every migration there is, of what the rows made beside them name, and of who reads them."""
    found = hashlib.sha256(repr((django.VERSION, sqlite3.sqlite_version)).encode())
    for app in apps.get_app_configs():
        names = [(model._meta.label, str(model._meta.verbose_name)) for model in app.get_models()]
        found.update(repr((app.label, names)).encode())
        for path in sorted(Path(app.path, "migrations").glob("*.py")):
            found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


@contextlib.contextmanager
def _copied(kept: Path) -> Iterator[None]:
    """Django's own name for the test database, and a copy in its place."""
    own = connection.settings_dict["NAME"]
    name = str(connection.creation._get_test_db_name())  # type: ignore[attr-defined]  # not in its stubs
    shutil.copyfile(kept, name)
    _use(name)
    yield
    _use(own)
    for part in ("", "-wal", "-shm"):
        Path(name + part).unlink(missing_ok=True)


def _use(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


DATABASES = {"db", "transactional_db"}  # by these fixtures; `django_db` is the mark


def asks_a_database(item: pytest.Item) -> bool:
    """Whether this test may read and write rows. To all others pytest-django refuses it."""
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("django_db") is not None or not DATABASES.isdisjoint(fixtures)
