"""Days that pass for a running service, and zones in which it is the right hour now."""

from collections import defaultdict
from datetime import timedelta
from zoneinfo import ZoneInfo

import psycopg
from django.utils import timezone
from psycopg.sql import SQL, Identifier

from tests.infrastructure.service import Service
from tests.infrastructure.smtp import wait

MOMENTS = """
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> 'django_migrations'
    AND data_type IN ('timestamp with time zone', 'date')
"""


def days_pass(service: Service, days: int) -> None:
    """All that has happened, and all that was set a date for, lies that many days further back.

    The service goes on by the clock of this machine and is told nothing.
    """
    done: list[bool] = []
    wait(lambda: _moved(service, timedelta(days=days)) and not done.append(True), within=30)
    assert done, "the tables are never free"


def _moved(service: Service, by: timedelta) -> bool:
    """Whether all moments were moved at once; False while a worker holds a row."""
    moments = defaultdict(list)
    with psycopg.connect(service.database) as connection:
        for table, column in connection.execute(MOMENTS):
            moments[table].append(column)
        connection.execute("SET LOCAL lock_timeout = '300ms'")
        try:
            for table in sorted(moments):
                lock = SQL("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE").format(Identifier(table))
                connection.execute(lock)
        except psycopg.errors.LockNotAvailable:
            connection.rollback()
            return False
        # What was counted on days gone by matters to nobody, and stands where today's would move to.
        connection.execute("DELETE FROM notifications_tally WHERE day < CURRENT_DATE")
        for table, columns in moments.items():
            back = [SQL("{0} = {0} - %(by)s").format(Identifier(column)) for column in columns]
            moved = SQL("UPDATE {} SET {}").format(Identifier(table), SQL(", ").join(back))
            connection.execute(moved, {"by": by})
    return True


def zone_where_it_is(hour: int) -> str:
    """A time zone in which that hour has begun, whatever the hour is here."""
    ahead = (hour - timezone.now().hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}" if ahead else "UTC"  # in these names east is minus


def day_in(zone: str, *, after: int) -> str:
    """The date so many days from today there, as a date field takes it."""
    today = timezone.now().astimezone(ZoneInfo(zone)).date()
    return (today + timedelta(days=after)).isoformat()


def five_minutes_pass(service: Service) -> None:
    """What was said long enough ago for its letters to leave: rows are set back in time."""
    with psycopg.connect(service.database, autocommit=True) as connection:
        connection.execute(
            "UPDATE notifications_event SET happened_at = happened_at - interval '6 minutes'"
            " WHERE id IN (SELECT event_id FROM notifications_notice WHERE gathering <> '')"
        )
        connection.execute(
            "UPDATE notifications_notice SET due_at = due_at - interval '6 minutes'"
            " WHERE gathering <> ''"
        )
