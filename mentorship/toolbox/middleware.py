"""What every answer gets: nothing is kept by caches unless a view says so; refusals in one place."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from mentorship.toolbox.refused import Refused

Next = Callable[[HttpRequest], HttpResponse]


class PrivateByDefault:
    """`Cache-Control: private, no-store` on each answer whose view did not say otherwise."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()"
        )
        return response


class AnswerRefusals:
    """A `Refused` that no form caught becomes a page with its sentence."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The refusal's page, or None for any other exception."""
        if not isinstance(exception, Refused):
            return None
        return render(request, "refused.html", {"refused": exception}, status=exception.status)
