"""What changed beside a version since a page was opened: asked by each open page every few seconds."""

from datetime import datetime

from django.db.models import QuerySet

from accounts.reader import Reader
from mentorship.critique.models import Thread
from mentorship.documents.models import Version
from mentorship.toolbox.questions.composed import composed


def changed(version: Version, reader: Reader, *, after: datetime) -> dict[str, bool]:
    """The threads in which others have changed something since, each with whether it is gone."""
    if not _has_changed(version, after):
        return {}
    rows = _seen_and_changed(version, reader, after)
    return {ref: deleted_at is not None for ref, deleted_at in rows}


@composed
def _seen_and_changed(
    version: Version, reader: Reader, after: datetime
) -> QuerySet[Thread, tuple[str, datetime | None]]:
    seen = Thread.objects.seen_by(reader).filter(placements__version=version)
    return seen.changed_after(after).values_list("ref", "deleted_at")


@composed
def _changed_after(document: int, after: datetime) -> QuerySet[Thread]:
    return Thread.objects.filter(document=document).changed_after(after)


def _has_changed(version: Version, after: datetime) -> bool:
    """Whether anything said about its document has, whoever may see it.

    Each open page asks every few seconds, mostly for nothing. To ask whose it is to see takes more
    processor time than all else of that request.
    """
    return _changed_after(version.document_id, after).exists()
