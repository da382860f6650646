"""Agreeing with a point of somebody else, and taking it back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.models import Thread
from mentorship.critique.views import fragments
from mentorship.toolbox.access import for_visitors


@for_visitors
@require_POST
def agreement(request: Request, ref: str) -> HttpResponse:
    """This point is right."""
    found = _thread(request, ref)
    actions.agree(found, by=request.reader)
    return fragments.done(request, found, fragments.beside(request, found))


@for_visitors
@require_POST
def withdrawal(request: Request, ref: str) -> HttpResponse:
    """Or it is not, after all."""
    found = _thread(request, ref)
    actions.withdraw(found, by=request.reader)
    return fragments.done(request, found, fragments.beside(request, found))


def _thread(request: Request, ref: str) -> Thread:
    threads = Thread.objects.visible_to(request.reader)
    return get_object_or_404(threads.select_related("document__owner", "round"), ref=ref)
