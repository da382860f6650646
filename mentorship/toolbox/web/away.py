"""What broke, as a page: 500 for a mistake of ours, 503 while the database is away or takes nothing."""

import sys

from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views.defaults import server_error

RETRY_AFTER = 10  # seconds
# Connection lost, no room or no connections left, shut down; and a server that only answers questions.
POSTGRES_IS_AWAY = ("08", "53", "57", "25006")
SQLITE_IS_AWAY = ("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN")


def answer(request: HttpRequest) -> HttpResponse:
    """The page for an exception that nobody caught. It asks no database and no session."""
    if not _is_away(sys.exc_info()[1]):
        return server_error(request)
    page = loader.get_template("503.html").render()
    return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_AFTER)})


def _is_away(error: BaseException | None) -> bool:
    """Whether the database went while it was asked, cannot be connected to, or cannot be written to."""
    if not isinstance(error, DatabaseError | InterfaceError):
        return False
    code = getattr(error.__cause__, "sqlstate", None) or ""
    name = getattr(error.__cause__, "sqlite_errorname", None) or ""
    if code.startswith(POSTGRES_IS_AWAY) or name.startswith(SQLITE_IS_AWAY):
        return True
    return connection.connection is None or not connection.is_usable()
