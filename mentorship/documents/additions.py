"""What arrives becomes a version: the bytes in the file store, then the row."""

from pathlib import PurePath
from uuid import UUID

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.documents.formats.manuscript import Limits, Unreadable
from mentorship.documents.formats.sniff import sniff
from mentorship.documents.models import Document, Version
from mentorship.documents.sentences import refusals
from mentorship.documents.store import files
from mentorship.documents.store.files import Kept
from mentorship.documents.tasks import prepare_next
from mentorship.toolbox.moments import now
from mentorship.toolbox.refused import Refused
from mentorship.trail.actions import write

LIMITS = Limits(file_bytes=settings.UPLOAD_LIMIT)


def received(file: "File[bytes]", sha256: str) -> tuple[str, Kept]:
    """Its format, and its bytes in the file store. Raises Refused as `actions.upload`."""
    try:
        format_ = sniff(file, file.name or "", limits=LIMITS)
    except Unreadable as unreadable:
        raise refusals.refused(unreadable) from None
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
    """The next version's row. Locks the document, so that two uploads get two numbers."""
    locked = Document.objects.select_for_update().get(pk=document.pk)
    highest = document.versions.aggregate(last=Max("number"))["last"] or 0
    last = max(highest, locked.last_number)
    version, is_new = document.versions.get_or_create(
        key=key,
        defaults={
            "number": last + 1,
            "filename": PurePath(filename).name[-200:],
            "format": format_,
            "size": kept.size,
            "sha256": kept.sha256,
            "original": kept.name,
            "change": change,
            "due_at": now(),
        },
    )
    if is_new:
        write("uploaded", f"version:{document.ref}/{version.number}", owner=document.owner, by=by)
        prepare_next.delay_on_commit()
    else:
        transaction.on_commit(lambda: files.forget([kept.name]))
    return version


def with_its_line(version: Version, change: str) -> Version:
    """The version, when this is what it says of itself; no line is put over another unseen."""
    if version.change == change:
        return version
    sentence = _(
        "This is version %(number)s already, and says of itself: “%(line)s”."
        " To say something else, change that line beside the version."
    )
    facts = {"number": version.number, "line": version.change or "–"}
    raise Refused("sent-before", sentence % facts, field="change")
