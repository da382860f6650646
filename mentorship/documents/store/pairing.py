"""Whether the database and the file store belong together: both hold the same id.

A wrong, empty or restored database knows few of the files in the store, and an empty or unmounted
store holds none of those the rows name. Neither proves that anything may be deleted.
"""

from enum import Enum
from pathlib import PurePosixPath

from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.utils import timezone

from mentorship.documents.models import FileStore, Version
from mentorship.documents.store.storage import store_failures

KEY = "belongs-to"
THE_ONLY = 1  # there is one store, and so one row
MAX_SHARE = 0.05  # of all uploads, may be without their other half in an ordinary life
SAY_ADOPT = (
    " Only if you are sure that they belong together: `python manage.py sanity --adopt`"
    " (`./run manage sanity --adopt`). Nothing was changed."
)


class Pair(Enum):
    """How the database and the store stand to each other; the value says what to do."""

    MATCHED = ""
    NEW = "They have not met yet."
    STRANGE_FILES = (
        "The files belong to another database than the one in DATABASE_URL, which does not know them."
        " Set DATABASE_URL to the database of these files, or S3_BUCKET or STATE_DIR to the files of"
        " this database." + SAY_ADOPT
    )
    NO_FILES = (
        "The files of this database are not where S3_BUCKET or STATE_DIR says. Is the disk mounted,"
        " and is it the right folder or bucket?" + SAY_ADOPT
    )
    UNLIKE = (
        "Database and files have never run together, and they do not look as if they belonged"
        " together: too many rows are without files, or files without rows. Check DATABASE_URL, and"
        " S3_BUCKET or STATE_DIR." + SAY_ADOPT
    )


def pair() -> Pair:
    """How they stand to each other now; changes nothing."""
    row = FileStore.objects.filter(pk=THE_ONLY).first()
    ours, theirs = row.ref if row else None, _in_store()
    if ours and ours == theirs:
        return Pair.MATCHED
    if theirs:
        return Pair.STRANGE_FILES
    return Pair.NO_FILES if row and row.confirmed_at else Pair.NEW


def settle() -> Pair:
    """Let a database and a store that never met know each other, if they look alike; the outcome."""
    found = pair()
    if found is Pair.NEW and not look_alike():
        return Pair.UNLIKE
    if found is Pair.NEW:
        adopt()
        return Pair.MATCHED
    if found is Pair.MATCHED:
        FileStore.objects.filter(pk=THE_ONLY, confirmed_at=None).update(confirmed_at=timezone.now())
    return found


def adopt() -> None:
    """Let them belong together from now on, whatever was so before."""
    theirs = _in_store()
    row, _ = FileStore.objects.get_or_create(pk=THE_ONLY)
    if theirs:
        FileStore.objects.filter(pk=THE_ONLY).update(ref=theirs)
    else:
        made = default_storage.save(KEY, ContentFile(row.ref.encode()))
        if made != KEY:  # another process was faster, with the same id
            default_storage.delete(made)
    FileStore.objects.filter(pk=THE_ONLY).update(confirmed_at=timezone.now())


def require_pair() -> None:
    """Raise ImproperlyConfigured with what to do when database and store belong to others.

    Asked at the start of each process. While one of them does not answer nothing is known: then
    the process starts, and says so on its health page.
    """
    try:
        found = settle()
    except _unanswered():
        return
    if found is not Pair.MATCHED:
        raise ImproperlyConfigured(found.value)


def start_celery(**_: object) -> None:
    """End a worker or beat at its start when database and files do not belong together."""
    try:
        require_pair()
    except ImproperlyConfigured as reason:
        raise SystemExit(str(reason)) from reason  # Celery goes on after any other exception


def look_alike() -> bool:
    """Whether nearly every row has its folder in the store, and nearly every folder its row."""
    named, there = named_folders(), stored_folders()
    return all(len(odd) <= MAX_SHARE * len(named) for odd in (named - there, there - named))


def named_folders() -> set[str]:
    """The folders that versions name."""
    originals = Version.objects.exclude(original="").values_list("original", flat=True)
    return {str(PurePosixPath(name).parent) for name in originals}


def stored_folders() -> set[str]:
    """The folders in the store."""
    try:
        return set(default_storage.listdir("")[0])
    except FileNotFoundError:
        return set()


def _in_store() -> str | None:
    try:
        with default_storage.open(KEY) as file:
            return bytes(file.read(64)).decode("ascii", "replace").strip()
    except FileNotFoundError:
        return None


def _unanswered() -> tuple[type[Exception], ...]:
    return (DatabaseError, *store_failures())
