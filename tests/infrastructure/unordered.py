"""Rows that nobody has ordered come in another order than they were written, as on PostgreSQL one day.

There a row that was changed moves, so that a test, or a page, that reads rows as they come is right
until then. SQLite turns their order about for who asks: https://sqlite.org/pragma.html.
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created


def turn_about(connection: BaseDatabaseWrapper, **_more: object) -> None:
    """Have what is selected without an order come the last first, on this connection to SQLite."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA reverse_unordered_selects = ON")


connection_created.connect(turn_about, dispatch_uid="rows come in no order")
