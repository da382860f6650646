"""Signing out ends what this browser holds of letters, too: whoever sits down next opens nothing."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from accounts.reader import Request
from mentorship.circle.models import Pass
from mentorship.circle.visitors import link_cookie, passes
from mentorship.toolbox.clock.moments import now

Next = Callable[[Request], HttpResponse]


def end_passes(request: HttpRequest, **_: Any) -> None:
    """End the passes this browser shows, and have its cookies go with the answer.

    Called when somebody signs out as well, by Django's `user_logged_out`. The same person's other
    browsers keep theirs.
    """
    refs = passes.shown_by(request)
    Pass.objects.filter(ref__in=refs, ended_at=None).update(ended_at=now())
    request.is_signed_out = True  # type: ignore[attr-defined]  # for the middleware below


class EndedPasses:
    """Takes passes and followed links out of a browser in which somebody signed out just now."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "is_signed_out", False):
            passes.take_back(response)
            link_cookie.unfollow_all(request, response)
        return response
