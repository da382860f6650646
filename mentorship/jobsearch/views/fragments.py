"""What several views of jobs fetch, and answer with."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.reader import Request
from mentorship.jobsearch import checklist
from mentorship.jobsearch.board import card
from mentorship.jobsearch.forms.pursuits import StageForm, TextForm
from mentorship.jobsearch.forms.sendings import VersionForm
from mentorship.jobsearch.models import PostingFile, Pursuit
from mentorship.jobsearch.postings import shown


def owned(request: Request, ref: str) -> Pursuit:
    """A job of the reader's own; 404 for any other."""
    hers = Pursuit.objects.owned_by(request.reader).select_related("owner")
    return get_object_or_404(hers, ref=ref)


def pursuit_page(
    request: Request, pursuit: Pursuit, form: VersionForm, status: int = 200
) -> HttpResponse:
    """The page of one job, with the form that chooses a version for it."""
    context = {
        "pursuit": pursuit,
        "card": card(pursuit),
        "posting": shown(pursuit, PostingFile.objects.owned_by(request.reader)),
        "stage": StageForm(initial={"stage": pursuit.stage}),
        "after": TextForm(),
        "outcomes": Pursuit.Outcome.choices,
        "form": form,
        "sendings": pursuit.sendings.select_related("version__document").order_by("-sent_at"),
        "copies": pursuit.tailorings.select_related("document", "from_version").order_by("-pk"),
        "lessons": checklist.of_pursuit(pursuit, request.reader),
        "rounds": pursuit.rounds.prefetch_related("documents").order_by("-created_at"),
    }
    return render(request, "jobsearch/pursuit.html", context, status=status)
