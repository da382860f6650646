"""What a seeker planned for today, and what is late, of the jobs she goes for: one row on her desk."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.pages.next_step import NextStep
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking

COUNTED = 100  # at most


def due_steps(reader: Reader) -> Asking[list[NextStep]]:
    """One row for all of them, or none."""
    [due] = yield (_due(reader, timezone.localdate()),)
    return [_row(due)] if due else []


def _row(due: list[Pursuit]) -> NextStep:
    if len(due) == 1 and due[0].next_step:
        facts = {"role": due[0].role, "step": due[0].next_step}
        sentence = _("For “%(role)s” you planned this: %(step)s") % facts
        return NextStep(sentence, _("Open this job"), due[0].get_absolute_url())
    sentence = ngettext(
        "The next step of %(count)s job is due.",
        "The next steps of %(count)s jobs are due.",
        len(due),
    )
    return NextStep(
        sentence % {"count": len(due)}, _("See your jobs"), reverse("jobsearch:pursuits")
    )


@composed
def _due(reader: Reader, today: date) -> QuerySet[Pursuit]:
    mine = Pursuit.objects.owned_by(reader).under_way().filter(next_on__lte=today)
    return mine.without_posting().nearest_first()[:COUNTED]
