"""Whether the parts of the service are well: facts, no versions, no names."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from kombu import Connection
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from mentorship.documents.formats.sandbox import network_is_closed
from mentorship.documents.store import wellbeing as files
from mentorship.notifications import ceilings, holding

HEARTBEAT = "heartbeat"
ISOLATION = "converters_without_network"
HEARTBEAT_LASTS = 90.0  # seconds: four rings of beat


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the service and whether it is well."""

    name: str
    is_well: bool


def note_heartbeat() -> None:
    """Keep that a worker works now, and whether its converters are cut off from the network."""
    cache.set_many({HEARTBEAT: time.time(), ISOLATION: network_is_closed()})


def essentials() -> list[Part]:
    """What every page needs."""
    return _asked({"database": _database, "files": _files})


def extras() -> list[Part]:
    """What mail and reading copies need. Takes two seconds at most when Redis hangs."""
    return _asked(
        {
            "redis": _redis,
            "tasks": _tasks,
            "uploads": _uploads,
            "letters": _letters,
            ISOLATION: _isolation,
        }
    )


def _asked(checks: dict[str, Callable[[], bool]]) -> list[Part]:
    return [Part(name, check()) for name, check in checks.items()]


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False


def _files() -> bool:
    try:
        return files.are_well()
    except DatabaseError:
        return False  # without it nobody knows whose they are


def _uploads() -> bool:
    try:
        return files.uploads_are_well()
    except DatabaseError:
        return False


def _letters() -> bool:
    """Whether what people cause is far from the most that leaves in a day."""
    try:
        return ceilings.is_well()
    except DatabaseError:
        return False


def told() -> list[str]:
    """What is not well with files, uploads and mail, in sentences for whoever runs this."""
    try:
        return [*files.told(), *holding.told()]
    except DatabaseError:
        return ["The database does not answer."]


def _redis() -> bool:
    options = {"socket_connect_timeout": 1, "socket_timeout": 1}
    try:
        with Connection(settings.CELERY_BROKER_URL, transport_options=options) as broker:
            # Once more for a connection that had gone stale, at once: it would wait two seconds.
            broker.ensure_connection(max_retries=1, interval_start=0, timeout=1)
    except (OperationalError, RedisError, OSError):
        return False
    return True


def _tasks() -> bool:
    return time.time() - float(cache.get(HEARTBEAT, 0.0)) < HEARTBEAT_LASTS


def _isolation() -> bool:
    return bool(cache.get(ISOLATION, False))
