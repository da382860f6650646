"""The worker that makes reading copies: one version, one limited child process.

Two things can come in the way, and they are told apart. The converters say of a file that it cannot
be read: said twice, by two processes, that refuses it. Anything else is ours to mend: the bytes
stay, the row says what was the matter, and tries go on until it is mended.
"""

import errno
import logging
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Case, F, QuerySet, Value, When

from mentorship.documents import copies, turns
from mentorship.documents.formats.manuscript import Limits, Manuscript, SoFar, Unreadable
from mentorship.documents.formats.sandbox import NotOpened, prepare_in_child
from mentorship.documents.models import Version
from mentorship.documents.store import files
from mentorship.documents.store.storage import store_failures
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.work.bulkheads import each

log = logging.getLogger(__name__)

LIMITS = Limits(
    file_bytes=settings.UPLOAD_LIMIT,
    image_bytes=settings.MAX_MEGABYTES_OF_IMAGES_PER_VERSION * 1024 * 1024,
)
MEGABYTE = 1024 * 1024
LEASE = timedelta(seconds=2 * LIMITS.wall_seconds + 30)
SWEEP_SECONDS = 15.0
QUICK = 10  # seconds: a verdict that came so soon is asked for again at once
PAUSES = (
    timedelta(seconds=20),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=20),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
)  # then a day, each time
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class OriginalMissing(Exception):  # noqa: N818 - it says what is the case
    """The file store answers, and the bytes of this version are not in it."""


def due() -> list[int]:
    """Ids of versions to prepare now: never begun, failed, or left by a dead worker. In fair order."""
    return list(turns.in_turn(_waiting()).values_list("pk", flat=True)[:100])


def sweep() -> None:
    """Prepare what is due, one after another; after a quarter of a minute none is begun any more."""
    end = time.monotonic() + SWEEP_SECONDS
    while time.monotonic() < end and prepare_next():
        pass


def prepare_next() -> bool:
    """Prepare the version whose turn it is. False when none is due."""
    return any(prepare(version_id) for version_id in due())


def prepare(version_id: int) -> bool:
    """Make the reading copy of this version, or write down why there is none.

    False when it is not due, or another worker has it.

    Safe to run twice: the version is claimed under a lease, and only the holder of the lease
    writes. A worker that dies leaves the claim; when its lease is over the sweep finds the row.
    """
    began = time.monotonic()
    version = _claim(version_id)
    if version is None:
        return False
    wants_another = _try(version)
    if wants_another and time.monotonic() - began < QUICK:
        again = _claim(version_id)
        if again is not None:
            _try(again)
    return True


def _waiting() -> QuerySet[Version]:
    return Version.objects.unfinished().filter(due_at__lte=Now())


def _try(version: Version) -> bool:
    """One try; whether its verdict is the first of two."""
    try:
        _make_copy(version)
    except Unreadable as unreadable:
        return _hear(version, {"code": unreadable.code, "facts": unreadable.facts})
    except Exception as error:
        log.exception("version %s was not prepared", version.pk)
        _put_back(version, trouble=_trouble(error), wait=_pause(version.attempts))
    return False


def _claim(version_id: int) -> Version | None:
    lease, waiting = secrets.token_hex(16), _waiting()
    found = waiting.filter(pk=version_id).only("state", "attempts", "trouble").first()
    if found is None:
        return None
    was_left = found.state == Version.State.PREPARING  # by a worker that died at it
    is_read = found.state == Version.State.READY  # and lacks pictures
    claimed = waiting.filter(pk=version_id, attempts=found.attempts).update(
        state=Version.State.READY if is_read else Version.State.PREPARING,
        lease=lease,
        due_at=Now() + max(LEASE, _pause(found.attempts)),
        attempts=found.attempts + 1,
        trouble="interrupted" if was_left else found.trouble,
    )
    return Version.objects.get(pk=version_id, lease=lease) if claimed else None


def _make_copy(version: Version) -> None:
    """Keep the copy twice: once it can be read, and once its pictures are complete."""
    with reading_copy(version, partial(copies.keep, version)) as manuscript:
        copies.keep(version, manuscript)
        copies.complete(version, manuscript)


@contextmanager
def reading_copy(version: Version, so_far: SoFar | None = None) -> Iterator[Manuscript]:
    """What its file gives by the rules of today; its pictures are there until the block ends.

    Raises Unreadable, NotOpened, OriginalMissing, and what the file store raises.
    """
    with tempfile.TemporaryDirectory(prefix="reading-copy-") as folder:
        original = Path(folder) / "original"
        _fetch(version, original)
        images = Path(folder) / "images"
        images.mkdir()
        yield prepare_in_child(
            original,
            version.filename,
            images,
            limits=_limits(),
            soffice=settings.SOFFICE,
            hidden=[settings.STATE_DIR],
            so_far=so_far,
        )


def _limits() -> Limits:
    """What a document may cost."""
    return replace(LIMITS, memory_bytes=settings.MAX_MEGABYTES_OF_MEMORY_PER_DOCUMENT * MEGABYTE)


def _fetch(version: Version, to: Path) -> None:
    try:
        stored = default_storage.open(version.original)
    except FileNotFoundError as error:
        raise OriginalMissing from error
    with stored, to.open("wb") as local:
        shutil.copyfileobj(stored, local)


def _hear(version: Version, verdict: dict[str, object]) -> bool:
    """Refuse the version when this was said of it before; else keep what was said, and say True.

    What is read by then stays, without the pictures that cannot be drawn.
    """
    if verdict != version.verdict:
        _put_back(version, verdict=verdict, trouble="", wait=timedelta())
        return True
    if copies.leave_incomplete(version):
        return False
    Version.objects.filter(pk=version.pk, lease=version.lease).update(
        state=Version.State.REFUSED,
        refusal=verdict,
        refused_at=Now(),
        lease="",
        trouble="",
    )
    return False


def _put_back(version: Version, *, wait: timedelta, **facts: object) -> None:
    mine = Version.objects.filter(pk=version.pk, lease=version.lease)
    received = Case(When(state="ready", then=F("state")), default=Value(Version.State.RECEIVED))
    mine.update(state=received, due_at=Now() + wait, lease="", **facts)


def _trouble(error: Exception) -> str:
    """What was the matter, as `troubles.SENTENCES` names it."""
    if isinstance(error, NotOpened):
        return error.why
    if isinstance(error, OriginalMissing):
        return "missing"
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return "no-room"
    return "no-store" if isinstance(error, store_failures()) else "broken"


def _pause(attempts: int) -> timedelta:
    return PAUSES[max(attempts, 1) - 1] if attempts <= len(PAUSES) else timedelta(days=1)


def forget_refused() -> None:
    """Delete the files of what was refused so long ago that nobody will look into it any more."""
    long_ago = Now() - timedelta(days=settings.KEEP_REFUSED_DAYS)
    refused = Version.objects.filter(state=Version.State.REFUSED, refused_at__lte=long_ago)
    each(list(refused.exclude(original="").values_list("pk", flat=True)[:500]), _forget_file)


def _forget_file(pk: int) -> None:
    row = Version.objects.filter(pk=pk)
    files.forget(row.values_list("original", flat=True))  # first: killed in between, it comes again
    row.update(original="")
