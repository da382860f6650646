"""SQL that was composed before: bound to values, asked, and made rows of as Django makes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import OperationalError
from django.db.transaction import TransactionManagementError

from mentorship.toolbox.clock.moments import ClockReading, clock_reading
from mentorship.toolbox.questions.marks import Leaf
from mentorship.toolbox.questions.rows import Found, Making
from mentorship.toolbox.questions.written import Written


@dataclass(frozen=True, slots=True)
class Text:
    """SQL, what gives each of its parameters, and what makes rows of what comes back.

    kinds    of field, by column; empty where nobody knows
    locks    whether it locks the rows it finds, or changes them
    written  the same with its constants, where values are sent within the text
    """

    sql: str
    binders: tuple[Any, ...]
    make: Making
    kinds: tuple[str, ...]
    locks: bool
    written: Written | None

    def bind(self, leaves: tuple[Leaf, ...], connection: Any) -> "Bound":
        """With these values, and what time it is now."""
        if self.written:
            _connect(connection)
            return Bound(self, self.written.sql(leaves, connection), None, connection)
        params = tuple(
            one.bind(leaves[one.leaf].value, connection)
            if hasattr(one, "leaf")
            else (clock_reading(connection) if isinstance(one, ClockReading) else one)
            for one in self.binders
        )
        return Bound(self, self.sql, params, connection)


@dataclass(frozen=True, slots=True)
class Bound:
    """One question with its values: as parameters, or None where they stand in its SQL; of this connection."""

    text: Text
    sql: str
    params: tuple[Any, ...] | None
    connection: Any

    @property
    def locks(self) -> bool:
        """Whether it locks the rows it finds, or changes them: no part of another."""
        return self.text.locks

    def rows(self) -> list[Any]:
        """What it gives now."""
        if self.locks and self.connection.get_autocommit():
            raise TransactionManagementError("Rows are locked within a transaction.")
        return self.text.make(found_by(self.sql, self.params, self.connection))

    def change(self) -> int:
        """Make the change that it is; how many rows were changed."""
        with self.connection.cursor() as cursor:
            cursor.execute(self.sql, self.params)
            return int(cursor.rowcount)

    def rows_of(self, found: Found) -> list[Any]:
        """The same of what was found by another statement, as the driver would have given it."""
        return self.text.make(found)


class Nothing(Bound):
    """No row can be, so that none is asked for."""

    def rows(self) -> list[Any]:
        """None."""
        return []

    def change(self) -> int:
        """No row."""
        return 0


def found_by(sql: str, params: Sequence[Any] | None, connection: Any) -> list[tuple[Any, ...]]:
    """What this finds now.

    Where all values stand in it and nobody looks at what is asked, without Django's cursor around the
    driver's, which takes a fifth of a short question; with all that it looks after.
    """
    if params is not None or connection.queries_logged or connection.execute_wrappers:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
    connection.validate_thread_sharing()
    if _is_to_be_proved(connection):
        try:
            found = _asked(sql, connection)
        except OperationalError:
            if not connection.connection.closed:
                raise
            connection.close()
        else:
            connection.health_check_done = True
            return found
    connection.close_if_health_check_failed()
    _connect(connection)
    connection.validate_no_broken_transaction()
    return _asked(sql, connection)


def _connect(connection: Any) -> None:
    """As Django's `ensure_connection`, which asks first whether a loop of asyncio runs, at each asking."""
    if connection.connection is None:
        connection.ensure_connection()


def _is_to_be_proved(connection: Any) -> bool:
    """Whether Django would ask first, by a question of its own, if a kept connection is still there.

    Outside of transactions ours finds that out as well, and is asked once more of a new one. Nothing is
    changed or locked by it.
    """
    is_unproved = connection.health_check_enabled and not connection.health_check_done
    return is_unproved and connection.connection is not None and not connection.in_atomic_block


def _asked(sql: str, connection: Any) -> list[tuple[Any, ...]]:
    with connection.wrap_database_errors, connection.connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
