"""Agreeing with someone else's point, and taking it back."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.views import fragments
from mentorship.toolbox.access import for_visitors


@for_visitors
@require_POST
def agreement(request: Request, ref: str) -> HttpResponse:
    """This point is right."""
    found = fragments.seen_thread(request, ref=ref)
    actions.agree(found, by=request.reader)
    return fragments.done(request, found, fragments.beside(request, found))


@for_visitors
@require_POST
def withdrawal(request: Request, ref: str) -> HttpResponse:
    """Or it is not, after all."""
    found = fragments.seen_thread(request, ref=ref)
    actions.withdraw(found, by=request.reader)
    return fragments.done(request, found, fragments.beside(request, found))
