"""What must be so before a backup is put back: nobody is at work there, and nothing would be lost."""

import contextlib
import fcntl
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import Model

from mentorship.documents.store import copying
from mentorship.home.backups.manifest import BackupError
from mentorship.home.models import Heartbeat
from mentorship.home.upkeep import heartbeats
from mentorship.toolbox.clock.moments import now

# What stands in tables although nobody has used them.
OF_ITSELF = {
    "auth.Permission",
    "contenttypes.ContentType",
    "documents.FileStore",
    "home.Heartbeat",
}
OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)
LONGER = 30.0  # seconds than a sweep comes: one that takes long is heard of as often as that
LOOK_AGAIN = 0.25  # seconds
STOP_FIRST = "Stop web, worker and beat first: they would go on with what is put back half."


@contextlib.contextmanager
def held(state: Path) -> Iterator[None]:
    """Hold the state folder as `./run` does. Raises BackupError while the service runs there."""
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (state / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupError(f"The service runs with {state}. {STOP_FIRST}") from error
        _require_alone()
        yield


def require_silence() -> None:
    """Raise BackupError when a worker is heard: at rest it has no connection, but soon looks what is due.

    Takes most of a minute where one was heard lately. Web processes that nobody talks to are not seen.
    """
    heard = _heard()
    lately = heartbeats.MISSED * timedelta(seconds=settings.SWEEP_SECONDS) + heartbeats.SLACK
    if heard is None or now() - heard > lately:
        return
    ends = time.monotonic() + settings.SWEEP_SECONDS + LONGER
    while time.monotonic() < ends:
        time.sleep(LOOK_AGAIN)
        _require_alone()
        if _heard() != heard:
            raise BackupError(f"A worker of this database is at work. {STOP_FIRST}")


def _heard() -> datetime | None:
    """When a worker was heard last, if one ever was."""
    return heartbeats.newest() if _is_there(Heartbeat) else None


def _require_alone() -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
        [others] = cursor.fetchone()
    if others:
        raise BackupError(f"{others} others are connected to the database. {STOP_FIRST}")


def require_empty() -> None:
    """Raise BackupError where rows or files would be lost."""
    used = sorted(model._meta.label for model in apps.get_models() if _is_used(model))
    files = list(copying.names_in_store())
    if used or files:
        raise BackupError(
            f"There is something here already: {' '.join(used[:5]) or 'no rows'}, and"
            f" {len(files)} uploads. Restore into an empty database and an empty STATE_DIR or"
            " bucket; or, if all rows here may go for good: --replace. Nothing was changed."
        )


def _is_used(model: type[Model]) -> bool:
    if model._meta.label in OF_ITSELF:
        return False
    return _is_there(model) and model._base_manager.exists()


def _is_there(model: type[Model]) -> bool:
    return model._meta.db_table in connection.introspection.table_names()


def require_key(key: str) -> None:
    """Raise BackupError when this service has another key, given by its environment."""
    if key != settings.SECRET_KEY and not _key_is_kept():
        raise BackupError(
            "SECRET_KEY is another than that of the backup: no link in a letter and no session would"
            " hold. Set it to what keys/secret_key in the backup says. Nothing was changed."
        )


def keep_key(key: str) -> None:
    """Let this service have that key from its next start on."""
    if key == settings.SECRET_KEY:
        return
    kept = _kept_key()
    half = kept.with_name("secret_key.half")
    half.touch(mode=0o600)
    half.write_text(key)
    half.rename(kept)


def _kept_key() -> Path:
    """Where an embedded service keeps the key it made for itself."""
    return Path(settings.STATE_DIR) / "secret_key"


def _key_is_kept() -> bool:
    kept = _kept_key()
    return kept.exists() and kept.read_text() == settings.SECRET_KEY
