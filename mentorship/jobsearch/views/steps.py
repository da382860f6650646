"""How a job goes on: its stage, its next step, and its posting once more."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.reader import Request
from mentorship.jobsearch import actions
from mentorship.jobsearch.forms.pursuits import NextStepForm, OutcomeForm, StageForm
from mentorship.jobsearch.views.fragments import owned


@require_POST
def stage(request: Request, ref: str) -> HttpResponse:
    """It stands there now; whoever moved it on the board is back at its card."""
    pursuit = owned(request, ref)
    form = StageForm(request.POST)
    if form.is_valid():
        actions.move(pursuit, by=request.reader, **form.cleaned_data)
    if "board" in request.POST:
        return redirect(f"{reverse('jobsearch:pursuits')}#{pursuit.ref}")
    return redirect(pursuit)


@require_POST
def outcome(request: Request, ref: str) -> HttpResponse:
    """It is over, and this is how."""
    pursuit = owned(request, ref)
    form = OutcomeForm(request.POST)
    if form.is_valid():
        actions.end(pursuit, by=request.reader, **form.cleaned_data)
    return redirect(pursuit)


@require_http_methods(["GET", "POST"])
def next_step(request: Request, ref: str) -> HttpResponse:
    """What comes next, and on which day."""
    pursuit = owned(request, ref)
    now = {"next_step": pursuit.next_step, "next_on": pursuit.next_on}
    form = NextStepForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        actions.plan(pursuit, by=request.reader, **form.cleaned_data)
        return redirect(pursuit)
    context = {"pursuit": pursuit, "form": form}
    status = 422 if form.errors else 200
    return render(request, "jobsearch/next_step.html", context, status=status)


@require_POST
def reading(request: Request, ref: str) -> HttpResponse:
    """The file of its posting is read once more."""
    pursuit = owned(request, ref)
    actions.read_again(pursuit, by=request.reader)
    return redirect(pursuit)
