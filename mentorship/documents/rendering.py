"""The worker that makes reading copies of versions."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Case, F, Q, QuerySet, Value, When

from mentorship.documents import copies
from mentorship.documents.formats.manuscript import Limits, Manuscript, SoFar
from mentorship.documents.models import Version
from mentorship.documents.opening import tries, turns
from mentorship.documents.opening.converting import MEGABYTE, converted
from mentorship.documents.opening.queues import Queue
from mentorship.documents.opening.tries import OriginalMissing
from mentorship.documents.opening.turns import REMEMBERED
from mentorship.documents.store import files
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.work.bulkheads import each

State = Version.State


def due() -> list[int]:
    """Ids of versions to prepare now: never begun, failed, or left by a dead worker. In fair order."""
    return turns.in_turn(VERSIONS)


def sweep() -> None:
    """Prepare what is due, as far as a sweep should."""
    tries.sweep(VERSIONS)


def prepare_next() -> bool:
    """Prepare the version whose turn it is. False when none is due."""
    return tries.take_next(VERSIONS)


def prepare(version_id: int) -> bool:
    """Make the reading copy of this version, or write down why there is none: see `tries.take`."""
    return tries.take(VERSIONS, version_id)


def _unfinished() -> QuerySet[Version]:
    return Version.objects.unfinished()


def _open_lately() -> QuerySet[Version]:
    lately = Q(ready_at__gt=Now() - REMEMBERED) | Q(refused_at__gt=Now() - REMEMBERED)
    is_held = Q(state=State.PREPARING, due_at__gt=Now())
    return Version.objects.filter(lately | is_held)


def _called(version: Version) -> str:
    return f"version {version.number} of document {version.document.ref}"


def _make_copy(version: Version) -> None:
    """Keep the copy twice: once it can be read, and once its pictures are complete."""
    with reading_copy(version, partial(copies.keep, version)) as manuscript:
        copies.keep(version, manuscript)
        copies.complete(version, manuscript)


@contextmanager
def reading_copy(version: Version, so_far: SoFar | None = None) -> Iterator[Manuscript]:
    """What its file gives by the rules of today; its pictures are there until the block ends.

    Raises as `converted`, OriginalMissing, and what the file store raises.
    """
    fetch = partial(_fetch, version)
    most = settings.MAX_MEGABYTES_OF_IMAGES_PER_VERSION * MEGABYTE
    limits = Limits(file_bytes=settings.UPLOAD_LIMIT, image_bytes=most)
    with converted(version.filename, fetch, limits, so_far) as manuscript:
        yield manuscript


def _fetch(version: Version, to: Path) -> None:
    try:
        stored = default_storage.open(version.original)
    except FileNotFoundError as error:
        raise OriginalMissing from error
    with stored, to.open("wb") as local:
        shutil.copyfileobj(stored, local)


# A version that can be read stays so while the rest of its pictures are drawn, and without them if
# they cannot be.
VERSIONS = Queue(
    unfinished=_unfinished,
    owner="document__owner",
    had={"document__owner": _open_lately},
    called=_called,
    open=_make_copy,
    does_without=copies.leave_incomplete,
    claimed={"state": Case(When(state="ready", then=F("state")), default=Value(State.PREPARING))},
    freed={"state": Case(When(state="ready", then=F("state")), default=Value(State.RECEIVED))},
)


def forget_refused() -> None:
    """Delete the files of what was refused so long ago that nobody will look into it any more."""
    long_ago = Now() - timedelta(days=settings.KEEP_REFUSED_DAYS)
    refused = Version.objects.filter(state=State.REFUSED, refused_at__lte=long_ago)
    each(list(refused.exclude(original="").values_list("pk", flat=True)[:500]), _forget_file)


def _forget_file(pk: int) -> None:
    row = Version.objects.filter(pk=pk)
    files.forget(row.values_list("original", flat=True))  # first: killed in between, it comes again
    row.update(original="")
