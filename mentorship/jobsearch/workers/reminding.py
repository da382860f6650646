"""The worker that reminds people of a next step, on the morning of its day."""

from datetime import datetime

from django.db import transaction

from mentorship.jobsearch.models import Pursuit
from mentorship.jobsearch.notices import next_steps
from mentorship.toolbox.bulkheads import each
from mentorship.toolbox.moments import now
from mentorship.toolbox.mornings import humane, morning


def remind() -> None:
    """One letter for each next step whose morning has come."""
    each(list(Pursuit.objects.to_remind().values_list("pk", flat=True)[:100]), _remind)


@transaction.atomic
def _remind(pk: int) -> None:
    due = Pursuit.objects.to_remind().filter(pk=pk).select_related("owner")
    pursuit = due.select_for_update(of=("self",)).first()
    if pursuit is None:  # another sweep was here
        return
    moment = max(humane(now(), pursuit.owner.zone), _planned(pursuit))
    pursuit.remind_at = moment if moment > now() else None
    pursuit.save(update_fields=["remind_at"])
    if pursuit.remind_at is None:
        next_steps.remind(pursuit)


def _planned(pursuit: Pursuit) -> datetime:
    """The morning of its day where its owner lives now, which she may have changed since."""
    assert pursuit.next_on is not None  # noqa: S101 - its moment is made of it
    return morning(pursuit.next_on, pursuit.owner.zone)
