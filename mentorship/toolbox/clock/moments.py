"""What time it is by the clock that all processes share, and moments that strangers name.

When something falls due and until when a lease holds is written by one process and asked by another,
perhaps on another machine. Clocks of machines differ, by minutes where nobody sets them: so both ask
the database. SQLite lives in each process and has no clock of its own.
"""

from datetime import UTC, datetime

from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import DateTimeField, Expression
from django.db.models.sql.compiler import SQLCompiler
from django.utils import timezone
from django.utils.dateparse import parse_datetime


def now() -> datetime:
    """What the database's clock says, in UTC. Costs a query where it is a server.

    In a query use `Now()`, which costs none.
    """
    if not _has_a_clock(connection):
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        found: datetime = cursor.fetchone()[0]
    return found.astimezone(UTC)


class Now(Expression):
    """The same moment as a part of a query: `filter(due_at__lte=Now())`, `update(due_at=Now() + wait)`."""

    output_field = DateTimeField()

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[str | int, ...]]:
        """Where the clock is this machine's, a parameter: it has microseconds, as what is stored has."""
        if _has_a_clock(connection):
            return "STATEMENT_TIMESTAMP()", ()
        cast = "%s::timestamptz" if connection.vendor == "postgresql" else "%s"
        return cast, (clock_reading(connection),)


class ClockReading(str):
    """What time it was when SQL was composed: whoever binds its parameters anew reads anew."""

    __slots__ = ()


def clock_reading(connection: BaseDatabaseWrapper) -> ClockReading:
    """The time by this machine's clock, as a parameter."""
    return ClockReading(connection.ops.adapt_datetimefield_value(timezone.now()))


def _has_a_clock(connection: BaseDatabaseWrapper) -> bool:
    return connection.vendor == "postgresql" and settings.BY_THE_CLOCK_OF_THE_DATABASE


def moment(text: str) -> datetime | None:
    """The moment in UTC that an ISO 8601 text with an offset names; None when it names none.

    What lies outside of the years 1 to 9999 in UTC names none: no database takes it.
    """
    try:
        found = parse_datetime(text)
        return found.astimezone(UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        return None
