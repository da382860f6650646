"""Files that no version names: marked, kept for weeks, and never deleted in great numbers.

That a row is missing proves little: the database may be the wrong one, or an older copy. What says
that files may go is a row that was written when their version was deleted.
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from pathlib import PurePosixPath
from typing import Literal

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from mentorship.documents.models import Orphan, Version
from mentorship.documents.store import files
from mentorship.documents.store.pairing import MAX_SHARE, Pair, named_folders, pair, stored_folders
from mentorship.documents.store.storage import store_failures
from mentorship.toolbox.clock.moments import Now

log = logging.getLogger(__name__)

MAX_AT_ONCE = 20
MAX_ANYWAY = 1  # what one crash leaves, which where there are few uploads is a large share of them
UNDER_WAY = timedelta(hours=1)  # an upload's row is written within seconds of its bytes

Sweep = Literal["not ours", "too many", "done"]


def sweep() -> Sweep:
    """Mark what is an orphan now, and delete those that have been one for weeks.

    Nothing is deleted while database and files do not belong together, or while orphans are more
    than a crash now and then leaves. What was deleted with its row goes at once.
    """
    if pair() is not Pair.MATCHED:
        log.error("orphans are left alone: database and files do not belong together")
        return "not ours"
    tidy()
    finish_deleting()
    there = stored_folders()
    found = mark(there)
    if are_too_many(len(found), of=len(there)):
        log.error("%s of %s uploads have no row; nothing is deleted", len(found), len(there))
        return "too many"
    long_ago = Now() - timedelta(days=settings.KEEP_ORPHANS_DAYS)
    due = Orphan.objects.filter(first_seen_at__lte=long_ago)
    delete(due.values_list("folder", flat=True))
    return "done"


def mark(there: set[str]) -> set[str]:
    """The orphans among the folders `there`, each marked; what is none any more loses its mark."""
    found = there - named_folders() - given_up()
    marks = set(Orphan.objects.filter(given_up_at=None).values_list("folder", flat=True))
    Orphan.objects.bulk_create(
        [Orphan(folder=folder) for folder in sorted(found - marks)], ignore_conflicts=True
    )
    for folder in marks - found:
        Orphan.objects.filter(folder=folder, given_up_at=None).delete()
    return found


def are_too_many(orphans: int, *, of: int) -> bool:
    """Whether so many of these uploads can hardly be what crashes left."""
    return orphans > MAX_AT_ONCE or orphans > max(MAX_SHARE * of, MAX_ANYWAY)


def told() -> list[str]:
    """Sentences for the operator; reads the database alone."""
    known = Orphan.objects.filter(given_up_at=None).count()
    if not known:
        return []
    return [
        f"Files of {known} uploads have no row. Is this the right database, and not an older copy?"
        f" `python manage.py sanity` lists them. Orphans of {settings.KEEP_ORPHANS_DAYS} days are"
        f" deleted, unless they are more than {MAX_AT_ONCE}, or than {MAX_SHARE:.0%} of all and more"
        " than one."
    ]


def give_up(originals: Iterable[str]) -> None:
    """These originals' rows are deleted in this transaction: their files go with it, for good.

    Written down first, so that what a crash leaves of them goes with the next sweep.
    """
    folders = sorted({str(PurePosixPath(name).parent) for name in originals if name})
    for folder in folders:
        Orphan.objects.update_or_create(folder=folder, defaults={"given_up_at": timezone.now()})
    transaction.on_commit(lambda: _let_go(folders))


def given_up() -> set[str]:
    """The folders whose rows were deleted a moment ago, or since the last sweep."""
    return set(Orphan.objects.exclude(given_up_at=None).values_list("folder", flat=True))


def finish_deleting() -> None:
    """Delete what was given up; its mark stays as long as a worker may still put images there."""
    if _let_go(sorted(folder for folder in given_up() if not _is_named(folder))):
        Orphan.objects.filter(given_up_at__lt=timezone.now() - UNDER_WAY).delete()


def _let_go(folders: list[str]) -> bool:
    """Delete these folders; False when the store does not answer: they wait for the sweep."""
    try:
        for folder in folders:
            files.forget_folder(folder)
    except store_failures() as error:
        log.warning("files wait to be deleted: %s", type(error).__name__)
        return False
    return True


def tidy() -> None:
    """Remove what holds nothing that was ever whole: empty folders, halves of cut-off uploads."""
    tidy_up = getattr(default_storage, "tidy", None)  # a bucket has no folders, and no halves
    if tidy_up:
        tidy_up(before=timezone.now() - UNDER_WAY)


def delete(folders: Iterable[str]) -> int:
    """Delete those of the folders that no row names at this moment and no upload is writing; how many."""
    deleted = 0
    for folder in list(folders):
        if _is_named(folder) or not _is_settled(folder):
            continue
        files.forget_folder(folder)
        Orphan.objects.filter(folder=folder).delete()
        deleted += 1
    return deleted


def _is_named(folder: str) -> bool:
    return Version.objects.filter(original__startswith=f"{folder}/").exists()


def _is_settled(folder: str) -> bool:
    try:
        _, names = default_storage.listdir(folder)
        times = [default_storage.get_modified_time(f"{folder}/{name}") for name in names]
    except FileNotFoundError:
        return True
    return all(time < timezone.now() - UNDER_WAY for time in times)
