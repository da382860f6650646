"""Where files lie: a private folder that no web server shows, or an S3 bucket by setting."""

import os
import tempfile
from pathlib import Path

from django.core.files import File
from django.core.files.storage import FileSystemStorage


class PrivateFolder(FileSystemStorage):
    """A folder only this service reads. A file is whole and on disk before it has its name.

    Written to a temporary file, flushed, linked to its name, the folder flushed: after a power
    cut there may be an orphan, never a row whose bytes are missing.
    """

    def __init__(self, location: str | Path) -> None:
        super().__init__(
            location=location, file_permissions_mode=0o600, directory_permissions_mode=0o700
        )

    def url(self, name: str | None) -> str:
        """Nothing in here has an address of its own."""
        raise ValueError("Files are served by views that ask who is reading.")

    def _save(self, name: str, content: File) -> str:  # type: ignore[type-arg]  # bytes or text
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, made = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            os.link(made, target)  # fails when the name is taken: nothing is overwritten
        finally:
            Path(made).unlink()
        _flush_folder(target.parent)
        return name


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
