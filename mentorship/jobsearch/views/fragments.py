"""What several views of jobs fetch, and answer with."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.reader import Request
from mentorship.jobsearch import checklist
from mentorship.jobsearch.board import card
from mentorship.jobsearch.forms.pursuits import FollowUpForm, StageForm
from mentorship.jobsearch.forms.sendings import VersionForm
from mentorship.jobsearch.letters.beginnings import reached_by
from mentorship.jobsearch.models import PostingFile, Pursuit
from mentorship.jobsearch.postings import shown

ABOUT_COPIES = ("document__employer_letter", "from_version")


def owned(request: Request, ref: str) -> Pursuit:
    """A job of the reader's own; 404 for any other."""
    hers = Pursuit.objects.owned_by(request.reader).select_related("owner")
    return get_object_or_404(hers, ref=ref)


def pursuit_page(
    request: Request, pursuit: Pursuit, form: VersionForm, status: int = 200
) -> HttpResponse:
    """The page of one job, with the form that chooses a version for it."""
    copies = list(pursuit.tailorings.select_related(*ABOUT_COPIES).order_by("-pk"))
    context = {
        "pursuit": pursuit,
        "card": card(pursuit),
        "posting": shown(pursuit, PostingFile.objects.owned_by(request.reader)),
        "stage": StageForm(initial={"stage": pursuit.stage}),
        "after": FollowUpForm(initial={"reached": reached_by(pursuit)}),
        "outcomes": Pursuit.Outcome.choices,
        "form": form,
        "sendings": pursuit.sendings.select_related("version__document").order_by("-sent_at"),
        "copies": copies,
        "begun": {one.document.kind for one in copies},
        "lessons": checklist.of_pursuit(pursuit, request.reader),
        "rounds": pursuit.rounds.prefetch_related("documents").order_by("-created_at"),
    }
    return render(request, "jobsearch/pursuit.html", context, status=status)
