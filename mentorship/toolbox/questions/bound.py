"""SQL that was composed before: bound to values, asked, and made rows of as Django makes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import OperationalError
from django.db.transaction import TransactionManagementError
from psycopg.errors import FeatureNotSupported

from mentorship.toolbox.clock.moments import ClockReading, clock_reading
from mentorship.toolbox.questions.marks import Leaf
from mentorship.toolbox.questions.prepared import Around, prepared_in
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
            return Bound(self, self.written.values(leaves, connection), None, connection)
        params = tuple(
            one.bind(leaves[one.leaf].value, connection)
            if hasattr(one, "leaf")
            else (clock_reading(connection) if isinstance(one, ClockReading) else one)
            for one in self.binders
        )
        return Bound(self, [], params, connection)


@dataclass(frozen=True, slots=True)
class Bound:
    """One question with its values, of this connection.

    values  as they stand in SQL, where they do
    params  as parameters, where they do not; else None
    """

    text: Text
    values: list[str]
    params: tuple[Any, ...] | None
    connection: Any

    @property
    def sql(self) -> str:
        """Its text, with the values that stand in it."""
        return self.text.written.sql(self.values) if self.text.written else self.text.sql

    @property
    def locks(self) -> bool:
        """Whether it locks the rows it finds, or changes them: no part of another."""
        return self.text.locks

    def rows(self) -> list[Any]:
        """What it gives now."""
        if self.locks and self.connection.get_autocommit():
            raise TransactionManagementError("Rows are locked within a transaction.")
        return self.text.make(found_by([self], self.connection))

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


def found_by(parts: Sequence[Bound], connection: Any, around: Around = "".join) -> Found:
    """What these find now, as one statement.

    around  makes one text of theirs; for one it is that

    Where all values stand in it and nobody looks at what is asked, without Django's cursor around the
    driver's, which takes a fifth of a short question; with all that it looks after.
    """
    is_within = all(one.text.written for one in parts)
    if not is_within or connection.queries_logged or connection.execute_wrappers:
        # Where values stand in the text a parameter would make the driver look for places in all of it.
        params = None if is_within else [value for one in parts for value in one.params or ()]
        with connection.cursor() as cursor:
            cursor.execute(around([one.sql for one in parts]), params)
            return list(cursor.fetchall())
    connection.validate_thread_sharing()
    if _is_to_be_proved(connection):
        try:
            found = _asked(parts, around, connection)
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
    return _asked(parts, around, connection)


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


def _asked(parts: Sequence[Bound], around: Around, connection: Any) -> list[tuple[Any, ...]]:
    asked = [(one.text.written, one.values) for one in parts if one.text.written]
    kept = prepared_in(connection.connection)
    with connection.wrap_database_errors, connection.connection.cursor() as cursor:
        try:
            cursor.execute(kept.statement(asked, around, cursor))
        except FeatureNotSupported:  # an upgrade has changed the kind of a column meanwhile
            kept.forget()
            if connection.in_atomic_block:
                raise
            cursor.execute(kept.statement(asked, around, cursor))
        return list(cursor.fetchall())
