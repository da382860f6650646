"""The mailbox page: the letters of this service, where they can be read without a mail server."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.reader import Request
from mentorship.notifications import codes
from mentorship.notifications.locality import mailbox_is_open
from mentorship.notifications.models import Letter
from mentorship.toolbox.access import public

PER_PAGE = 50


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
def letter(request: Request, ref: str) -> HttpResponse:
    """One letter as its text says it, with its code where there is one."""
    visible = Letter.objects.visible_to(request.reader, here=mailbox_is_open(request))
    found = get_object_or_404(visible, ref=ref)
    words = codes.reveal(found.text, found)
    return render(request, "notifications/letter.html", {"letter": found, "words": words})
