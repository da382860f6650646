"""What every answer gets: nothing is kept by caches unless a view says so; refusals in one place."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from mentorship.toolbox.refused import Refused
from mentorship.toolbox.web import too_large
from mentorship.toolbox.work.killpoints import killpoint

NUL = "\0"
Next = Callable[[HttpRequest], HttpResponse]


class PrivateByDefault:
    """`Cache-Control: private, no-store` on each answer whose view did not say otherwise."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST":
            killpoint("unanswered")
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()"
        )
        return response


class BodiesInBounds:
    """Refuses a body that is too large by what it says of its length, before anything reads it.

    Nobody but people who signed in sends files. A body without a length is refused: no form sends one.
    Stands before the check for CSRF reads the form, which it does when the view is known.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        may_send_files = length > settings.MAX_BODY_OF_STRANGERS and request.user.is_authenticated
        most = settings.MAX_BODY if may_send_files else settings.MAX_BODY_OF_STRANGERS
        if length <= most and "HTTP_TRANSFER_ENCODING" not in request.META:
            return self.get_response(request)
        return too_large.refuse(request, most)


class WithoutNul:
    """Leaves NUL out of what is typed, before anything reads it: nobody's keyboard has it, a paste may.

    PostgreSQL takes it in no text, and a form field would refuse the whole text for it. In the path
    of an address it is part of no name. After the check for CSRF, which reads a form anyway.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.GET = without_nul(request.GET)  # type: ignore[assignment]  # may change all the same
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """The same for a form, which was allowed by now; 404 for an address that holds one."""
        if NUL in request.path_info:
            raise Http404
        if request.method == "POST":
            request.POST = without_nul(request.POST)  # type: ignore[assignment]  # as above
        return None


def without_nul(given: QueryDict) -> QueryDict:
    """The same fields without it; the very same object when it is in none."""
    if not any(NUL in part for name, values in given.lists() for part in (name, *values)):
        return given
    cleaned = QueryDict(mutable=True)
    for name, values in given.lists():
        cleaned.setlist(name.replace(NUL, ""), [value.replace(NUL, "") for value in values])
    cleaned._mutable = False
    return cleaned


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
