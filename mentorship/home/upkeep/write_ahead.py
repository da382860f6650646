"""What SQLite has written ahead goes into the database, so that deleted words are not left behind.

A page that a deletion overwrites stands in the write-ahead log until the log is begun anew. The last
connection does that as it closes; a process that is killed does not, and a service runs for months.
https://www.sqlite.org/pragma.html#pragma_wal_checkpoint
"""

from django.db.backends.base.base import BaseDatabaseWrapper

WAITS = 1000  # milliseconds for those who read; meanwhile nobody writes


def empty_log(connection: BaseDatabaseWrapper) -> dict[str, bool]:
    """Write the log into the database and cut it to nothing; PostgreSQL looks after its own.

    Gives `emptied`: False while somebody reads what stood before, and then the next sweep tries again.
    """
    if connection.vendor != "sqlite":
        return {}
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (patience,) = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {WAITS}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_pages = cursor.fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")
    return {"emptied": not busy}
