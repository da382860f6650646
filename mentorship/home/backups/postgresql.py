"""PostgreSQL: one file for each table, as they are at one moment, and put back from there.

By COPY, in the server's own text format, which every version reads. pg_dump was the other road: it
must not be older than the server, and is not on every machine.
"""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from mentorship.home.backups.manifest import Manifest
from mentorship.notifications import holding

MIGRATIONS = "django_migrations"
COUNTED = "rate_limits"  # nothing that is kept
PLAIN = re.compile(r"[a-z_][a-z0-9_]*")  # what our tables and columns are called


@contextlib.contextmanager
def saved(folder: Path) -> Iterator[None]:
    """Write all tables into `folder`; as long as it lasts, queries see that same state."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for table, names in columns().items():
            path = folder / table
            path.touch(mode=0o600)
            with path.open("wb") as file, cursor.copy(_copy(table, names, "TO STDOUT")) as rows:
                for row in rows:
                    file.write(row)
        yield


def columns() -> dict[str, list[str]]:
    """The tables of ours that are there, and what their columns are called."""
    tables = set(connection.introspection.django_table_names(only_existing=True))
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description
        return {table: [each.name for each in described(cursor, table)] for table in sorted(tables)}


def load(folder: Path, manifest: Manifest) -> None:
    """Let the database be what the files in `folder` say, and hold mail: all in one transaction.

    The tables are made by the migrations that made those of the backup, whatever was there before.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        for table in {*columns(), *manifest.tables, MIGRATIONS, COUNTED}:
            cursor.execute(f"DROP TABLE IF EXISTS {_plain(table)} CASCADE")
        executor = MigrationExecutor(connection)
        executor.migrate(_last(executor, manifest))
        # A migration that adds a key has it checked at once for the rest of this transaction, and
        # tables come in the order of their names, not of what leads to what.
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        every = ",".join(map(_plain, manifest.tables))
        cursor.execute(f"TRUNCATE {every}")  # migrations write rows too
        for table, names in manifest.tables.items():
            with (
                (folder / table).open("rb") as file,
                cursor.copy(_copy(table, names, "FROM STDIN")) as rows,
            ):
                while chunk := file.read(1 << 20):
                    rows.write(chunk)
        holding.hold_in(cursor, made_at=manifest.made_at)
    count_on()


def count_on() -> None:
    """New rows get numbers after those that were put in. Tables of later releases are not there yet."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        every = apps.get_models(include_auto_created=True)
        models = [model for model in every if model._meta.db_table in there]
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _last(executor: MigrationExecutor, manifest: Manifest) -> list[tuple[str, str]]:
    """The migrations of the backup that none of the same app came after."""
    known = {(app, name) for app, name in manifest.migrations}
    before = {
        parent.key
        for node in known
        for parent in executor.loader.graph.node_map[node].parents
        if parent.key[0] == node[0]
    }
    return sorted(known - before)


def _copy(table: str, names: list[str], way: str) -> str:
    return f"COPY {_plain(table)} ({','.join(map(_plain, names))}) {way}"


def _plain(name: str) -> str:
    """The name in quotes. Raises ValueError for what no table or column of ours is called."""
    if not PLAIN.fullmatch(name):
        raise ValueError(name)
    return f'"{name}"'
