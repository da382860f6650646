"""Suggested wording: accepted or declined with one press, and then worked in one by one."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.models import Suggestion
from mentorship.critique.views import fragments
from mentorship.critique.worklist.accepted_wording import taken
from mentorship.documents.models import Document
from mentorship.toolbox.access import for_visitors

Decide = Callable[..., None]


@require_safe
def wording(request: Request, ref: str) -> HttpResponse:
    """What the seeker accepted, in the order of her text, to be worked into her own file."""
    document = get_object_or_404(Document.objects.owned_by(request.reader), ref=ref)
    found = taken(document)
    left = sum(not one.is_done for one in found)
    context = {"document": document, "taken": found, "left": left}
    return render(request, "critique/worklist/wording.html", context)


@for_visitors
@require_POST
def acceptance(request: Request, ref: str) -> HttpResponse:
    """The seeker takes these words over."""
    return _decided(request, ref, actions.accept)


@for_visitors
@require_POST
def declining(request: Request, ref: str) -> HttpResponse:
    """She leaves the words as they are."""
    return _decided(request, ref, actions.decline)


@for_visitors
@require_POST
def reconsidering(request: Request, ref: str) -> HttpResponse:
    """Neither of the two any more."""
    return _decided(request, ref, actions.reconsider)


@require_POST
def ticking(request: Request, ref: str) -> HttpResponse:
    """She has it in her own file."""
    return _worked_in(request, ref, actions.tick)


@require_POST
def unticking(request: Request, ref: str) -> HttpResponse:
    """She has not, after all."""
    return _worked_in(request, ref, actions.untick)


def _suggestion(request: Request, ref: str) -> Suggestion:
    seen = Suggestion.objects.visible_to(request.reader)
    found = seen.select_related("comment__thread__document__owner", "comment__thread__round")
    return get_object_or_404(found, comment__ref=ref)


def _decided(request: Request, ref: str, decide: Decide) -> HttpResponse:
    found = _suggestion(request, ref)
    decide(found, by=request.reader)
    thread = found.comment.thread
    return fragments.done(request, thread, fragments.beside(request, thread))


def _worked_in(request: Request, ref: str, decide: Decide) -> HttpResponse:
    found = _suggestion(request, ref)
    decide(found, by=request.reader)
    page = reverse("critique:wording", args=[found.comment.thread.document.ref])
    return redirect(f"{page}#{found.comment.ref}")
