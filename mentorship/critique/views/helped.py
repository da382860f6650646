"""What helped with a job, and thanks to those whose advice it was."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.forms.thanks import ThanksForm
from mentorship.critique.jobs.helped import helped as helped_with
from mentorship.jobsearch.models import Pursuit


@require_http_methods(["GET", "POST"])
def helped(request: Request, ref: str) -> HttpResponse:
    """The advice that was in what was sent, how far it went, and whom to tell."""
    mine = Pursuit.objects.owned_by(request.reader).select_related("owner").without_posting()
    pursuit = get_object_or_404(mine, ref=ref)
    found = helped_with(pursuit, request.reader)
    people = found.to_tell
    form = ThanksForm(request.POST or None, people=people, pursuit=pursuit, news=found.news)
    if people and "stay" not in request.POST and form.is_valid():
        actions.thank(pursuit, form.given, by=request.reader, news=form.cleaned_data["news"])
        return redirect("critique:helped", ref)
    context = {"pursuit": pursuit, "helped": found, "form": form}
    status = 422 if people and form.errors else 200
    return render(request, "critique/jobs/helped.html", context, status=status)
