"""Where files lie: a private folder that no web server shows, or an S3 bucket by setting."""

import contextlib
import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from django.core.files import File
from django.core.files.storage import FileSystemStorage

from mentorship.toolbox.work.killpoints import killpoint

MIN_FREE_BYTES = 64 * 1024 * 1024
HALF = "half-"  # begins the name of a file that is being written


def store_failures() -> tuple[type[Exception], ...]:
    """What a store raises that does not answer: a folder, or a bucket. Ask once it was raised.

    S3's are found where its backend has imported them: a process that keeps files in a folder would
    need a quarter longer to start with them.
    """
    boto3, botocore = (sys.modules.get(f"{name}.exceptions") for name in ("boto3", "botocore"))
    if not boto3 or not botocore:
        return (OSError,)
    return (OSError, boto3.Boto3Error, botocore.BotoCoreError, botocore.ClientError)


class PrivateFolder(FileSystemStorage):
    """A folder only this service reads. A file is whole and on disk before it has its name.

    Written to a temporary file, flushed, linked to its name, the folder flushed: after a power
    cut there may be an orphan, never a row whose bytes are missing.
    """

    def __init__(self, location: str | Path) -> None:
        super().__init__(
            location=location, file_permissions_mode=0o600, directory_permissions_mode=0o700
        )

    def takes_files(self) -> bool:
        """Whether a file can be stored: the folder may be written to, and its disk has room."""
        folder = Path(self.location)
        folder = folder if folder.exists() else folder.parent
        facts = os.statvfs(folder)
        return os.access(folder, os.W_OK) and facts.f_bavail * facts.f_frsize > MIN_FREE_BYTES

    def tidy(self, *, before: datetime) -> None:
        """Remove halves of files, and empty folders, that a killed process left before this time."""
        root, then = Path(self.location), before.timestamp()
        for half in root.glob(f"*/{HALF}*"):
            if half.stat().st_mtime < then:
                half.unlink(missing_ok=True)
                os.utime(half.parent, (then - 1, then - 1))
        for folder in root.glob("*/"):
            if folder.stat().st_mtime < then:
                with contextlib.suppress(OSError):  # there is something in it
                    folder.rmdir()

    def url(self, name: str | None) -> str:
        """Nothing in here has an address of its own."""
        raise ValueError("Files are served by views that ask who is reading.")

    def _save(self, name: str, content: File) -> str:  # type: ignore[type-arg]  # bytes or text
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            _write(target, content)
        except BaseException:
            with contextlib.suppress(OSError):  # another file may be in it by now
                target.parent.rmdir()
            raise
        _flush_folder(target.parent)
        return name


def _write(target: Path, content: File) -> None:  # type: ignore[type-arg]  # bytes or text
    handle, made = tempfile.mkstemp(prefix=HALF, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            killpoint("file-opened")
            for chunk in content.chunks():
                file.write(chunk)
            killpoint("file-written")
            file.flush()
            os.fsync(file.fileno())
        killpoint("file-flushed")
        os.link(made, target)  # fails when the name is taken: nothing is overwritten
    finally:
        Path(made).unlink()


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
