"""What changed beside a version since a page was opened: asked by each open page every few seconds."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from accounts.reader import Reader
from mentorship.critique.models import Thread
from mentorship.documents.models import Version
from mentorship.toolbox.questions.composed import composed


@composed
def moved(reader: Reader, ref: str, number: int, after: datetime) -> QuerySet[Version, bool]:
    """Of this version, if she may see it, whether anything said about its document has changed.

    Whoever may see what changed: each open page asks every few seconds, mostly for nothing, and to ask
    whose it is to see takes more processor time than all else of that request.
    """
    said = Thread.objects.filter(document=OuterRef("document")).changed_after(after)
    seen = Version.objects.visible_to(reader).filter(document__ref=ref, number=number)
    return seen.annotate(moved=Exists(said)).values_list("moved", flat=True)


def changed(version: Version, reader: Reader, *, after: datetime) -> dict[str, bool]:
    """The threads in which others have changed something since, each with whether it is gone."""
    rows = _seen_and_changed(version, reader, after)
    return {ref: deleted_at is not None for ref, deleted_at in rows}


@composed
def _seen_and_changed(
    version: Version, reader: Reader, after: datetime
) -> QuerySet[Thread, tuple[str, datetime | None]]:
    seen = Thread.objects.seen_by(reader).filter(placements__version=version)
    return seen.changed_after(after).values_list("ref", "deleted_at")
