"""Signing out ends what this browser holds of letters, too: whoever sits down next opens nothing."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from accounts.reader import Request
from mentorship.circle.models import Invitation, Pass
from mentorship.circle.visitors import link_cookie, passes
from mentorship.toolbox.moments import now

Next = Callable[[Request], HttpResponse]


def end_passes(request: HttpRequest, **_: Any) -> None:
    """End the passes this browser shows, and have its cookies go with the answer.

    Called when somebody signs out as well, by Django's `user_logged_out`. The same person's other
    browsers keep theirs.
    """
    refs = passes.shown_by(request)
    Pass.objects.filter(ref__in=refs, ended_at=None).update(ended_at=now())
    request.ended_passes = refs  # type: ignore[attr-defined]  # for the middleware below


class EndedPasses:
    """Takes the cookies of passes that were ended in this request out of the browser."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        response = self.get_response(request)
        refs = getattr(request, "ended_passes", [])
        if refs:
            passes.take_back(response)
            for invitation in Invitation.objects.filter(passes__ref__in=refs):
                link_cookie.unfollow(response, invitation.ref)
        return response
