"""A file's manuscript, made in a folder of its own by a limited child process."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from mentorship.documents.formats.manuscript import Limits, Manuscript, SoFar
from mentorship.documents.formats.sandbox import prepare_in_child

MEGABYTE = 1024 * 1024


@contextmanager
def converted(
    filename: str, fetch: Callable[[Path], object], limits: Limits, so_far: SoFar | None = None
) -> Iterator[Manuscript]:
    """What the file gives by the rules of today; its pictures are there until the block ends.

    fetch   puts the bytes where it is told
    limits  but for memory, which is the same for all

    Raises Unreadable, NotOpened, and what `fetch` raises.
    """
    most = settings.MAX_MEGABYTES_OF_MEMORY_PER_DOCUMENT * MEGABYTE
    with tempfile.TemporaryDirectory(prefix="reading-copy-") as folder:
        original = Path(folder) / "original"
        fetch(original)
        images = Path(folder) / "images"
        images.mkdir()
        yield prepare_in_child(
            original,
            filename,
            images,
            limits=replace(limits, memory_bytes=most),
            soffice=settings.SOFFICE,
            hidden=[settings.STATE_DIR],
            so_far=so_far,
        )
