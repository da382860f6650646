"""What a browser holds of letters, and how that ends."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.reader import Request
from mentorship.circle.visitors import passes, signing_out
from mentorship.toolbox.access import public


@public
@require_http_methods(["GET", "POST"])
def browser(request: Request) -> HttpResponse:
    """Ask once; then this browser opens no letter any more. For people without an account."""
    if not passes.shown_by(request) or request.reader.owns:
        return redirect(settings.ACCOUNT_LOGOUT_REDIRECT_URL)
    if request.method == "POST":
        signing_out.end_passes(request)
        messages.success(
            request,
            _("You are signed out. This browser no longer opens what you were asked to read."),
        )
        return redirect(settings.ACCOUNT_LOGOUT_REDIRECT_URL)
    return render(request, "circle/browser.html")
