"""What a backup holds: one JSON file, written last. A folder without it is no backup."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

NAME = "manifest.json"
FORMAT = 1


class BackupError(Exception):
    """Why a backup is not taken or not put back: sentences that say what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the backup: its path there, how many bytes it has, their SHA-256 in hex."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All facts about one backup.

    made_at     when its database was as it is
    database    "sqlite" or "postgresql"
    migrations  [[app, name], …] that its tables are made by
    tables      of PostgreSQL: the columns of each, in the order its file has them
    missing     keys of files that were not in the store, and still named by a row
    """

    made_at: datetime
    database: str
    migrations: list[list[str]]
    tables: dict[str, list[str]]
    entries: list[Entry]
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT


def write(manifest: Manifest, folder: Path) -> None:
    """Make the folder a backup, once all that is in it is on disk."""
    half = folder / f"{NAME}.half"
    facts = asdict(manifest) | {"made_at": manifest.made_at.isoformat()}
    half.touch(mode=0o600)
    half.write_text(json.dumps(facts, indent=1), encoding="utf-8")
    os.sync()
    half.rename(folder / NAME)
    os.sync()


def read(folder: Path) -> Manifest:
    """The facts about the backup in `folder`. Raises BackupError when it is none."""
    try:
        facts = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BackupError(
            f"{folder} is no backup, or one that was cut off: there is no {NAME} in it."
        ) from error
    except ValueError as error:
        raise BackupError(f"{folder / NAME} is damaged. Take another backup.") from error
    if facts.get("format") != FORMAT:
        raise BackupError("The backup is from a newer release. Restore it with that release.")
    entries = [Entry(**entry) for entry in facts["entries"]]
    made_at = datetime.fromisoformat(facts["made_at"])
    return Manifest(**facts | {"entries": entries, "made_at": made_at})


def require_whole(manifest: Manifest, folder: Path) -> None:
    """Raise BackupError, naming them, when files are missing or not what was written."""
    damaged = [entry.path for entry in manifest.entries if entry != entry_of(folder, entry.path)]
    if damaged:
        raise BackupError(
            f"The backup is damaged, and nothing was changed. Not as they were written:"
            f" {' '.join(damaged[:5])} ({len(damaged)} of {len(manifest.entries)} files)."
            " Take another backup."
        )


def entry_of(folder: Path, path: str) -> Entry | None:
    """The facts about a file in the folder as it is now; None when it is not there, or outside."""
    if ".." in PurePosixPath(path).parts or PurePosixPath(path).is_absolute():
        return None
    digest = hashlib.sha256()
    try:
        with (folder / path).open("rb") as file:
            for chunk in _chunks(file.read):
                digest.update(chunk)
            return Entry(path, file.tell(), digest.hexdigest())
    except OSError:
        return None


def _chunks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while chunk := read(1 << 20):
        yield chunk
