"""The test's own database goes away and comes back, as the service sees it."""

import sqlite3
from contextlib import closing, suppress

import psycopg
import pytest
from django.db import connection

CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"


class ClosedInTheEnd(sqlite3.Connection):
    """One that Django forgets because it could not be made ready; Python 3.13 complains of such."""

    def __del__(self) -> None:
        self.close()


def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this test nobody waits until SQLite's file is free."""
    if connection.vendor == "sqlite":
        options = connection.settings_dict["OPTIONS"]
        monkeypatch.setitem(options, "timeout", 0)
        monkeypatch.setitem(options, "factory", ClosedInTheEnd)


class Leaving:
    """PostgreSQL ends every connection and takes no other; SQLite lets nobody write."""

    def __init__(self) -> None:
        self.lock: sqlite3.Connection | None = None
        self.is_away = False

    def go(self) -> None:
        """From now on it is away."""
        if self.is_away:
            return
        self.is_away = True
        if connection.vendor == "postgresql":
            self._order('ALTER DATABASE "{name}" ALLOW_CONNECTIONS false', CUT)
            return
        name = connection.settings_dict["NAME"]
        self.lock = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
        self.lock.execute("BEGIN IMMEDIATE")

    def cut(self) -> None:
        """Every connection ends, and another may be made at once. SQLite's are no connections."""
        if connection.vendor == "postgresql":
            self._order(CUT)

    def become_read_only(self) -> None:
        """From now on it is like a server that stands by; SQLite knows none and is away."""
        if connection.vendor != "postgresql":
            self.go()
            return
        self.is_away = True
        self._order('ALTER DATABASE "{name}" SET default_transaction_read_only = on', CUT)

    def come_back(self) -> None:
        """It is there again, if it was away."""
        if not self.is_away:
            return
        self.is_away = False
        if self.lock:
            with closing(self.lock), suppress(sqlite3.OperationalError):
                self.lock.execute("ROLLBACK")
            self.lock = None
            return
        self._order(
            'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true',
            'ALTER DATABASE "{name}" RESET default_transaction_read_only',
            CUT,
        )

    def _order(self, *commands: str) -> None:
        """Say this to the server, from a database beside the test's own."""
        own = connection.settings_dict
        server = {"host": own["HOST"], "port": own["PORT"] or None, "user": own["USER"]}
        with psycopg.connect(**server, dbname="postgres", autocommit=True) as beside:
            for command in commands:
                beside.execute(command.format(name=own["NAME"]))
