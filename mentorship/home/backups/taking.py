"""A backup is taken while the service runs: one state of the database, then the files it names.

Files are written once and never changed, so those of a moment later will do. One may be deleted
meanwhile with its row: then the database is saved once more.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from mentorship.documents.store import copying
from mentorship.home.backups import database, manifest
from mentorship.home.backups.manifest import BackupError, Entry, Manifest

MAX_TRIES = 5
FILES, KEYS, SECRET_KEY = "files", "keys", "secret_key"


@dataclass(frozen=True, slots=True)
class _State:
    """One state of the database: when it was so, its facts, and the files that its rows name."""

    made_at: datetime
    migrations: list[list[str]]
    tables: dict[str, list[str]]
    files: set[str]


def take(folder: Path) -> Manifest:
    """Make `folder`, which is empty or not there yet, a backup; what it holds.

    Raises BackupError when something lies in it.
    """
    if folder.exists() and any(folder.iterdir()):
        raise BackupError(f"{folder} is not empty. Give a folder that is not there yet.")
    for name in (FILES, KEYS):
        (folder / name).mkdir(mode=0o700, parents=True)
    folder.chmod(0o700)
    state, missing = _together(folder)
    key = folder / KEYS / SECRET_KEY
    key.touch(mode=0o600)
    key.write_text(settings.SECRET_KEY)
    made = Manifest(
        state.made_at,
        database.kind(),
        state.migrations,
        state.tables,
        list(_entries(folder)),
        missing,
    )
    manifest.write(made, folder)
    return made


def _together(folder: Path) -> tuple[_State, list[str]]:
    """Save a database and its files; what is missing was so before, and not deleted meanwhile."""
    copied: set[str] = set()
    for _ in range(MAX_TRIES):
        state = _save_database(folder / database.FOLDER)
        for name in copied - state.files:
            (folder / FILES / name).unlink()
        copied &= state.files
        for name in state.files - copied:
            if copying.take(name, folder / FILES / name):
                copied.add(name)
        missing = state.files - copied
        if missing <= copying.named_files():
            return state, sorted(missing)
    raise BackupError("Documents are deleted faster than they are copied. Try again later.")


def _save_database(folder: Path) -> _State:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    one = database.KINDS[database.kind()]
    made_at = timezone.now()
    with one.saved(folder):
        return _State(made_at, database.migrations(), one.columns(), copying.named_files())


def _entries(folder: Path) -> Iterable[Entry]:
    for path in sorted(folder.rglob("*")):
        entry = path.is_file() and manifest.entry_of(folder, path.relative_to(folder).as_posix())
        if entry:
            yield entry
