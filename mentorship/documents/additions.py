"""What arrives becomes a version: the bytes in the file store, then the row."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from unicodedata import normalize
from uuid import UUID

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import Reader
from mentorship.documents import budgets
from mentorship.documents.formats.manuscript import Limits, Unreadable
from mentorship.documents.formats.sniff import sniff
from mentorship.documents.models import Document, Version
from mentorship.documents.presence import held
from mentorship.documents.sentences import refusals
from mentorship.documents.store import files
from mentorship.documents.store.files import Kept
from mentorship.documents.tasks import prepare_next
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.refused import Refused
from mentorship.trail.actions import write

LIMITS = Limits(file_bytes=settings.UPLOAD_LIMIT)


def received(
    file: "File[bytes]", sha256: str, *, owner: User, document: Document | None = None
) -> tuple[str, Kept]:
    """Its format, and its bytes in the file store. Raises Refused as `actions.upload`."""
    try:
        format_ = sniff(file, file.name or "", limits=LIMITS)
    except Unreadable as unreadable:
        raise refusals.refused(unreadable) from None
    budgets.require_room(owner, int(file.size or 0), document=document)
    return format_, files.keep_original(file, sha256)


def add(
    document: Document,
    key: UUID,
    filename: str,
    format_: str,
    kept: Kept,
    *,
    by: Reader,
    change: str = "",
) -> Version:
    """The next version's row, once for each key; without one the bytes go again.

    Locks its owner, so that no budget is passed, and the document, so that two uploads get two
    numbers. Raises Refused as `budgets.require_room`, and "deleted" (409), in a transaction of the
    caller's.
    """
    User.objects.lock(document.owner)
    known = document.versions.filter(key=key).first()
    if known:
        transaction.on_commit(lambda: files.forget([kept.name]))
        return known
    budgets.require_room(document.owner, kept.size, document=document)
    locked = held(document.pk, field="file")
    highest = document.versions.aggregate(last=Max("number"))["last"] or 0
    last = max(highest, locked.last_number)
    version = document.versions.create(
        key=key,
        number=last + 1,
        filename=normalize("NFC", PurePath(filename).name)[-200:],  # a Mac writes NFD
        format=format_,
        size=kept.size,
        sha256=kept.sha256,
        original=kept.name,
        change=change,
        due_at=now(),
    )
    write("uploaded", f"version:{document.ref}/{version.number}", owner=document.owner, by=by)
    prepare_next.delay_on_commit()
    return version


@contextmanager
def forgotten_if_refused(kept: Kept) -> Iterator[None]:
    """These bytes go again when no row names them after all."""
    try:
        yield
    except Refused:
        files.forget([kept.name])
        raise


def with_its_line(version: Version, change: str) -> Version:
    """The version, when this is what it says of itself; no line is put over another unseen."""
    if version.change == change:
        return version
    sentence = _(
        "This text is already version %(number)s, and its line says: “%(line)s”."
        " To say something else, change that line beside the version."
    )
    facts = {"number": version.number, "line": version.change or "–"}
    raise Refused("sent-before", sentence % facts, field="change")
