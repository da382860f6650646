"""What several views of jobs fetch, and answer with."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from accounts.reader import Reader, Request
from mentorship.jobsearch.around import around
from mentorship.jobsearch.board import card
from mentorship.jobsearch.forms.pursuits import FollowUpForm, StageForm
from mentorship.jobsearch.forms.sendings import VersionForm
from mentorship.jobsearch.letters.beginnings import reached_by
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.questions.composed import composed


def owned(request: Request, ref: str) -> Pursuit:
    """A job of the reader's own; 404 for any other."""
    return _owned(request.reader, ref).or_404()


@composed
def _owned(reader: Reader, ref: str) -> QuerySet[Pursuit]:
    return Pursuit.objects.owned_by(reader).select_related("owner").filter(ref=ref)


def pursuit_page(
    request: Request, pursuit: Pursuit, sent: VersionForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of one job; `sent` is what was wrong with the choice of a version for it."""
    found = around(pursuit, request.reader)
    context = {
        "pursuit": pursuit,
        "card": card(pursuit),
        "around": found,
        "stage": StageForm(initial={"stage": pursuit.stage}),
        "after": SimpleLazyObject(lambda: FollowUpForm(initial={"reached": reached_by(pursuit)})),
        "outcomes": Pursuit.Outcome.choices,
        "form": sent or VersionForm(of=found.choices),
        "begun": {one.document.kind for one in found.copies},
        "unseen": found.unseen,
    }
    return render(request, "jobsearch/pursuit.html", context, status=status)
