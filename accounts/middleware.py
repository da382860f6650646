"""One Reader per request, and nobody past the door without one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.module_loading import import_string

from accounts.backend import Backend
from accounts.models import User
from accounts.reader import NOBODY, Reader, Request, Way
from mentorship.toolbox.access import PUBLIC, VISITORS, audience
from mentorship.toolbox.web.fragments import go_to, page_that_asks, wants_fragment
from mentorship.toolbox.web.networks import network_of

OURS = f"{Backend.__module__}.{Backend.__qualname__}"
Next = Callable[[Request], HttpResponse]


class PersonMiddleware(AuthenticationMiddleware):
    """Sets `request.user`: the person who was found beside the session, if it is signed for her still.

    Everything else is asked of Django: who was not found there, a secret that was changed, a session
    that her new password has ended.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Nobody asks who that is before all others do: no need to wait."""
        super().process_request(request)
        session: Any = request.session
        person = session.person
        if person and _is_signed_for(session, person):
            request.user = person


def _is_signed_for(session: Any, person: User) -> bool:
    """Whether Django would find her by it: she may sign in, and its hash is that of her password."""
    if session.get(BACKEND_SESSION_KEY) != OURS or not Backend().user_can_authenticate(person):
        return False
    signed = session.get(HASH_SESSION_KEY, "")
    return constant_time_compare(signed, person.get_session_auth_hash())


class ReaderMiddleware:
    """Sets `request.reader`, and turns away whoever may not open the view.

    A stranger is asked to sign in, the same way for what is there and for what is not; a browser
    that was let in before, to go the way it came. A visitor gets 404 outside the views marked for
    visitors. Sign-in pages (allauth) guard themselves.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.sources = [import_string(path) for path in settings.READER_SOURCES]
        self.ways_back = [import_string(path) for path in settings.READER_WAYS_BACK]

    def __call__(self, request: Request) -> HttpResponse:
        request.reader = self.reader(request)
        return self.get_response(request)

    def reader(self, request: Request) -> Reader:
        """The first answer of the sources, or nobody."""
        answers = (source(request) for source in self.sources)
        reader = next((reader for reader in answers if reader is not None), NOBODY)
        return replace(reader, network=network_of(request))

    def way_back(self, request: Request, view: Callable[..., Any]) -> HttpResponse | None:
        """To where a visitor whose right has ended can ask for another; None for a stranger."""
        if audience(view) != VISITORS or wants_fragment(request):
            return None
        pages = (way(request) for way in self.ways_back)
        page = next((page for page in pages if page), None)
        return redirect(page) if page else None

    def process_view(
        self, request: Request, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """None to go on; a redirect to sign-in for a stranger; 404 for a visitor."""
        if audience(view) == PUBLIC or view.__module__.startswith("allauth."):
            return None
        if request.reader.way is Way.NONE:
            return self.way_back(request, view) or _to_sign_in(request)
        if request.reader.visits and audience(view) != VISITORS:
            raise Http404
        return None


def _to_sign_in(request: Request) -> HttpResponse:
    """The way to sign in and back; for a fragment that a script asked for, the whole page goes there."""
    page = page_that_asks(request)
    if page:
        return go_to(redirect_to_login(page).url)
    return redirect_to_login(request.get_full_path())


class TimeZoneMiddleware:
    """Times on the page are the reader's own."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        person = request.reader.person
        zone = person.zone if person else timezone.get_default_timezone()
        with timezone.override(zone):
            return self.get_response(request)
