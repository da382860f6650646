"""What the service stands on: database, files, Redis, the clock."""

import secrets

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from kombu import Connection
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from mentorship.documents.store import wellbeing
from mentorship.documents.store.storage import store_failures
from mentorship.home.upkeep.findings import Finding, amiss, well
from mentorship.toolbox.clock import moments

APART = 5.0  # seconds by which two clocks may differ
PROBE = "probe"


def database() -> Finding:
    """Whether it answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return well(f"The database answers ({connection.vendor}).")


def migrations() -> Finding:
    """Whether its tables are those of this code."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        return amiss(f"{len(missing)} migrations are missing: run `python manage.py migrate`.")
    return well("Its tables are those of this release.")


def files() -> Finding:
    """Whether the store takes files, and is the one this database belongs to."""
    if wellbeing.are_well():
        return well("The file store takes files, and belongs to this database.")
    return amiss(" ".join(wellbeing.about_files()))


def files_read_back() -> Finding:
    """Whether what is written to the store can be read again."""
    words = secrets.token_bytes(32)
    try:
        name = default_storage.save(f"{PROBE}-{secrets.token_hex(8)}", ContentFile(words))
        try:
            with default_storage.open(name) as file:
                is_same = file.read() == words
        finally:
            default_storage.delete(name)
    except store_failures() as error:
        return amiss(f"A file could not be written and read back ({type(error).__name__}).")
    if not is_same:
        return amiss("A file was written, and other bytes were read back.")
    return well("A file was written and read back.")


def redis() -> Finding:
    """Whether it can be written to and read from; two seconds at most."""
    options = {"socket_connect_timeout": 1, "socket_timeout": 1, "max_retries": 1}
    word = secrets.token_hex(8)
    try:
        with Connection(settings.CELERY_BROKER_URL, transport_options=options) as broker:
            # Once more for a connection that had gone stale, at once: it would wait two seconds.
            broker.ensure_connection(max_retries=1, interval_start=0, timeout=1)
            client = broker.default_channel.client  # type: ignore[attr-defined]  # Redis's channel
            client.set(f"{PROBE}-{word}", word, ex=10)
            is_same = client.get(f"{PROBE}-{word}") == word.encode()
    except (OperationalError, RedisError, OSError) as error:
        return amiss(
            f"Redis cannot be written to ({type(error).__name__}). Letters and reading copies come"
            f" all the same, up to {settings.SWEEP_SECONDS:.0f} seconds later."
        )
    if not is_same:
        return amiss("Redis does not give back what it was given.")
    return well("Redis takes words and gives them back.")


def clock() -> Finding:
    """How far this machine's clock is from the database's."""
    ahead = (timezone.now() - moments.now()).total_seconds()
    if abs(ahead) > APART:
        way = "ahead of" if ahead > 0 else "behind"
        return amiss(
            f"This machine's clock is {abs(ahead):.0f} seconds {way} the database's. Let NTP set both.",
            ahead,
        )
    return well("This machine's clock agrees with the database's.", ahead)
