"""The worker that reminds people, on the morning of its day: of a next step, of a letter that has not left."""

from datetime import datetime

from django.db import transaction

from mentorship.jobsearch.models import EmployerLetter, Pursuit
from mentorship.jobsearch.notices import next_steps, unsent_letters
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.clock.mornings import humane, morning
from mentorship.toolbox.work.bulkheads import each

AT_ONCE = 100


def remind() -> None:
    """One letter for each next step, and each letter to an employer, whose morning has come."""
    each(list(Pursuit.objects.to_remind().values_list("pk", flat=True)[:AT_ONCE]), _remind)
    unsent = EmployerLetter.objects.to_remind().values_list("pk", flat=True)
    each(list(unsent[:AT_ONCE]), _remind_of_letter)


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


@transaction.atomic
def _remind_of_letter(pk: int) -> None:
    due = EmployerLetter.objects.to_remind().filter(pk=pk)
    letter = (
        due.select_related("document", "pursuit__owner").select_for_update(of=("self",)).first()
    )
    if letter is None:  # another sweep was here
        return
    moment = humane(now(), letter.pursuit.owner.zone)
    if moment > now():
        letter.remind_at = moment
        letter.save(update_fields=["remind_at"])
        return
    letter.remind_at, letter.reminded_at = None, moment
    letter.save(update_fields=["remind_at", "reminded_at"])
    unsent_letters.remind(letter)


def _planned(pursuit: Pursuit) -> datetime:
    """The morning of its day where its owner lives now, which she may have changed since."""
    assert pursuit.next_on is not None  # noqa: S101 - its moment is made of it
    return morning(pursuit.next_on, pursuit.owner.zone)
