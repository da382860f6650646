"""How what is said changes: under a lock on the document, so that nobody who asks for news misses any.

What others see of a document's threads changes under that lock, and `changed_at` grows with each
change: whoever asks for what is new since a moment misses nothing that commits later.

Whoever locks several rows locks them in this order, or two would wait for each other: the person who
acts (`budgets.lock`), her review, documents by number, versions of one by number, comments.
"""

from datetime import datetime, timedelta

from django.db.models import QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from mentorship.critique.models import Comment, Placement, Thread
from mentorship.documents.models import Document, Version
from mentorship.toolbox.questions.changed import changed
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.inserted import insert
from mentorship.toolbox.refused import Refused


def lock(document: Document) -> datetime:
    """Lock the document until the end of the transaction; the moment of what changes in it now.

    Later than every change before, whatever the clocks say. Raises Refused "deleted" when it has gone.
    """
    _lock(document)
    return _later_than(next(iter(_last_change(document)), None))


def lock_thread(thread: Thread) -> datetime:
    """As `lock`, for a change in this thread. Raises Refused "deleted" when that has gone, too.

    A point goes with the version it is about, also while somebody answers it.
    """
    _lock(thread.document)
    changed = thread.document.threads.sent().order_by("-changed_at")
    found = Thread.objects.filter(pk=thread.pk)
    last = found.values_list(Subquery(changed.values("changed_at")[:1])).first()
    if last is None:
        raise Refused("deleted", _("This has just been deleted."))
    return _later_than(last[0])


def _lock(document: Document) -> None:
    if not list(_locked(document)):
        raise Refused("deleted", _("This document has just been deleted."))


@composed
def _locked(document: Document) -> QuerySet[Document, int]:
    locked = Document.objects.select_for_update(no_key=True).filter(pk=document.pk)
    return locked.values_list("pk", flat=True)


@composed
def _last_change(document: Document) -> QuerySet[Thread, datetime | None]:
    """When something changed in it last; no row where nothing did."""
    ever = Thread.objects.filter(document=document, changed_at__isnull=False)
    return ever.order_by("-changed_at").values_list("changed_at", flat=True)[:1]


def _later_than(last: datetime | None) -> datetime:
    now = timezone.now()
    return max(now, last + timedelta(microseconds=1)) if last else now


def hold(version: Version) -> list[int]:
    """Keep a ready version from being deleted until the end of the transaction; those after it, by pk.

    Raises Refused "deleted" when it has gone meanwhile.
    """
    held = list(_ready_from(version.document, version.number))
    if version.pk not in held:
        raise Refused("deleted", _("This version has just been deleted."))
    return held[1:]


def begin(thread: Thread, placement: Placement, said: Comment) -> list[int]:
    """Insert a new thread, where it stands, and what begins it; the later versions it has to be
    carried to, by pk.

    Raises Refused "deleted" when its version has gone meanwhile.
    """
    later = hold(placement.version)
    insert(thread, placement, said)
    more_to_carry(later)
    return later


def more_to_carry(later: list[int]) -> None:
    """Something is said about a version before these, which are held: it has to find its places."""
    if later:
        Version.objects.filter(pk__in=later).update(awaits_carrying=True)


@composed
def _ready_from(document: Document, number: int) -> QuerySet[Version, int]:
    from_here = document.versions.ready().filter(number__gte=number)
    locked = from_here.select_for_update(no_key=True).order_by("number")
    return locked.values_list("pk", flat=True)


def mark_changed(threads: list[Thread], moment: datetime) -> None:
    """These threads changed at `moment`, as others see them."""
    _changed_at([thread.pk for thread in threads], moment).change()


@composed
def _changed_at(threads: list[int], moment: datetime) -> QuerySet[Thread]:
    return changed(Thread.objects.filter(pk__in=threads), changed_at=moment)
