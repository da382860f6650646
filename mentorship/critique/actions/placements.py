"""Where a thread stands in a version, said by a person: put there by hand, or dealt with by the change."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.critique.access import require
from mentorship.critique.changes import hold, lock_thread, mark_changed
from mentorship.critique.models import Placement, Thread
from mentorship.critique.outcomes import become
from mentorship.critique.targets import Target, spot_of
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused


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
