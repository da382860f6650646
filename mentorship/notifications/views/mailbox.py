"""The mailbox page: the letters of this service, where they can be read without a mail server."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from accounts.reader import Request
from mentorship.notifications import codes
from mentorship.notifications.locality import mailbox_is_open
from mentorship.notifications.models import Letter
from mentorship.toolbox.access import public

PER_PAGE = 50
# No script, nothing from anywhere, and a world of its own: what stands in a letter reaches nothing here.
SIGHT_POLICY = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
    "style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'"
)


@public
@require_safe
def mailbox(request: Request) -> HttpResponse:
    """The newest letters, fifty to a page."""
    if not mailbox_is_open(request) and not request.reader.owns:
        return redirect_to_login(request.get_full_path())
    letters = Letter.objects.visible_to(
        request.reader, here=mailbox_is_open(request)
    ).newest_first()
    page = Paginator(letters, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "is_open": mailbox_is_open(request),
        "mail_leaves": settings.MAIL_LEAVES,
    }
    return render(request, "notifications/mailbox.html", context)


@public
@require_safe
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]  # it calls a Request an HttpRequest
def letter(request: Request, ref: str) -> HttpResponse:
    """One letter, with its code where there is one: as mail programs show it, and as its text says it."""
    found = _letter(request, ref)
    words = codes.reveal(found.text, found)
    return render(request, "notifications/letter.html", {"letter": found, "words": words})


@public
@require_safe
@xframe_options_sameorigin
def sight(request: Request, ref: str) -> HttpResponse:
    """The letter as mail programs show it, for a frame in its page. Its links open beside it."""
    found = _letter(request, ref)
    if not found.html:
        raise Http404
    page = codes.reveal(found.html, found)
    response = HttpResponse(page.replace("<head>", '<head><base target="_blank" />', 1))
    response["Content-Security-Policy"] = SIGHT_POLICY
    response["Referrer-Policy"] = "no-referrer"
    return response


def _letter(request: Request, ref: str) -> Letter:
    visible = Letter.objects.visible_to(request.reader, here=mailbox_is_open(request))
    return get_object_or_404(visible, ref=ref)
