"""Telling mentors how far it came, which is the seeker's to do: nothing of it goes by itself."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.critique.actions.tellings import Words
from mentorship.critique.jobs.helped import helped
from mentorship.critique.models import Thanks
from mentorship.critique.notices import thanked
from mentorship.jobsearch.access import held, require
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.refused import Refused
from mentorship.trail.actions import write


@transaction.atomic
def thank(pursuit: Pursuit, people: Sequence[Words], *, by: Reader, news: str) -> None:
    """Tell these people, in one letter each, with what of theirs was used; nobody hears the same news twice.

    news  what the page said there is to tell

    Whoever may no longer be told is left out. Raises Refused "moved" when the job stands elsewhere.
    """
    require(by, "own", on=pursuit)
    found = helped(held(pursuit), by)
    if not news or found.news != news:
        told = _("This job stands elsewhere now. Look at this page again, then tell people.")
        raise Refused("moved", told)
    known = {one.person.pk: one for one in found.to_tell if one.person}
    for one in people:
        if one.person in known:
            made = Thanks.objects.create(
                pursuit=pursuit, person_id=one.person, news=news, words=one.words
            )
            made.points.set(point.thread for point in known.pop(one.person).points)
            thanked.tell_of(made)
    write("thanked", pursuit.thing, owner=pursuit.owner, by=by)
