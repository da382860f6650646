"""Where a thread stands in one version: put there by hand, and what the change of its words meant."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.access import thread_rights
from mentorship.critique.forms.placements import GuessForm, PlaceForm
from mentorship.critique.models import Placement
from mentorship.critique.views import fragments
from mentorship.critique.views.worklist import list_url
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.web.fragments import wants_fragment


@for_visitors
@require_http_methods(["GET", "POST"])
def placement(request: Request, ref: str, number: int) -> HttpResponse:
    """A line of this version for the thread: chosen on its page by a script, or named here."""
    found = _found(request, ref, number)
    form = PlaceForm(request.POST or None)
    if form.is_valid():
        actions.place(found.thread, found.version, by=request.reader, place=form.place)
        return _done(request, found)
    may = thread_rights(request.reader, found.thread).place
    context = {
        "placement": found,
        "document": found.version.document,
        "form": form if may else None,
        "cancel": _beside(found),
    }
    status = 422 if form.errors else 200
    return render(request, "critique/comments/placement.html", context, status=status)


@for_visitors
@require_http_methods(["GET", "POST"])
def settlement(request: Request, ref: str, number: int) -> HttpResponse:
    """Whether the change of its words was about the point. The question stands beside the version."""
    found = _found(request, ref, number)
    if request.method == "POST":
        is_addressed = request.POST.get("addressed") == "yes"
        actions.settle(found, by=request.reader, is_addressed=is_addressed)
        return _done(request, found)
    return redirect(_beside(found))


@for_visitors
@require_http_methods(["GET", "POST"])
def guess(request: Request, ref: str, number: int) -> HttpResponse:
    """Whether it is where it may be. The question stands beside the version, and in the work list."""
    found = _found(request, ref, number)
    form = GuessForm(request.POST)
    if not form.is_valid():
        return redirect(_beside(found))
    actions.answer_guess(found, by=request.reader, is_here=form.is_here)
    if "list" in request.GET:
        return redirect(f"{list_url(request, found.version.document)}#point-{found.thread.ref}")
    return _done(request, found)


def _found(request: Request, ref: str, number: int) -> Placement:
    seen = Placement.objects.visible_to(request.reader)
    found = seen.select_related("thread__round", "version__document__owner", "thread__document")
    return get_object_or_404(found, thread__ref=ref, version__number=number)


def _beside(placement: Placement) -> str:
    """The thread beside this version."""
    return f"{placement.version.get_absolute_url()}#thread-{placement.thread.ref}"


def _done(request: Request, placement: Placement) -> HttpResponse:
    """The thread as it is now, for a script; else back to it beside the version."""
    if wants_fragment(request):
        return fragments.thread(request, placement.version, placement.thread)
    return redirect(_beside(placement))
