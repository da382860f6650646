"""Where a thread stands in a version, said by a person: put there by hand, found where it may be, or
dealt with by the change."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.critique.access import require
from mentorship.critique.comments.targets import Target, spot_of
from mentorship.critique.models import Placement, Thread
from mentorship.critique.outcomes import become
from mentorship.critique.threads.changes import hold, lock_thread, mark_changed
from mentorship.documents.anchors.selectors import Span, quote_of
from mentorship.documents.lines import ReadingCopy
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused

_NOWHERE: dict[str, Any] = {  # a row's facts are of many types
    **dict.fromkeys(("quote", "prefix", "suffix"), ""),
    **dict.fromkeys(("start", "end", "line", "page", "placed_by")),
    "how": Placement.How.GONE,
}


@transaction.atomic
def place(thread: Thread, version: Version, *, by: Reader, place: Target) -> Placement:
    """Put the thread at `place` in this version, whatever was found there before.

    Raises Refused "no-place" (422) when `place` is nowhere in the version, "deleted" when that has gone.
    """
    require(by, "place", on=thread)
    chosen = spot_of(place, version).placement(version)
    if not chosen.is_anywhere:
        raise Refused("no-place", _("Choose a line or select words first."), status=422)
    moment = lock_thread(thread)
    hold(version)
    before = Placement.objects.filter(thread=thread, version=version)
    chosen.was = before.values_list("was", flat=True).first() or ""
    before.delete()
    chosen.thread, chosen.placed_by, chosen.how = thread, by.person, Placement.How.BY_HAND
    chosen.save()
    if thread.changed_at:
        mark_changed([thread], moment)
    return chosen


@transaction.atomic
def answer_guess(placement: Placement, *, by: Reader, is_here: bool | None) -> None:
    """Say whether the thread is where it may be, or take back what was said: None.

    Raises Refused "moved" when somebody has put it elsewhere meanwhile.
    """
    require(by, "place", on=placement.thread)
    thread, version = placement.thread, placement.version
    moment = lock_thread(thread)
    hold(version)
    offered = Placement.objects.filter(pk=placement.pk).exclude(guess_start=None)
    row = offered.first()
    if row is None:
        raise Refused("moved", _("Somebody has put this elsewhere meanwhile. Reload the page."))
    found = _found(row, by) if is_here else _NOWHERE
    declined_at = timezone.now() if is_here is False else None
    offered.update(**found, guess_declined_at=declined_at)
    if thread.changed_at:
        mark_changed([thread], moment)


def _found(row: Placement, by: Reader) -> dict[str, Any]:
    """What the row says of a thread that is there in other words: a person is sure of it."""
    copy = ReadingCopy.of(row.version)
    span = Span(row.guess_start or 0, row.guess_end or 0)
    quote, line = quote_of(span, copy.text), copy.line_at(span.start)
    return {
        "quote": quote.text,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start": span.start,
        "end": span.end,
        "line": line.number if line else None,
        "page": line.page if line else None,
        "how": Placement.How.REWORDED,
        "confidence": 1.0,
        "placed_by": by.person,
    }


@transaction.atomic
def settle(placement: Placement, *, by: Reader, is_addressed: bool) -> None:
    """Say whether the change of its words was about the point: then it was used, and is dealt with."""
    require(by, "settle", on=placement.thread)
    thread = placement.thread
    moment = lock_thread(thread)
    unsettled = Placement.objects.filter(pk=placement.pk, settled_at=None)
    unsettled.update(settled_at=timezone.now())
    mark_changed([thread], moment)
    if is_addressed:
        said = Thread.objects.values_list("use", flat=True).get(pk=thread.pk)
        become(thread, said or Thread.Use.USED, by=by, moment=moment)
