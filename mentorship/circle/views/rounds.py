"""A round as a whole: closing it, and opening it again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.reader import Request
from mentorship.circle import actions
from mentorship.circle.models import Invitation, Round


@require_http_methods(["GET", "POST"])
def closure(request: Request, ref: str) -> HttpResponse:
    """Who is told, and what stays; then it is closed."""
    asked = get_object_or_404(Round.objects.owned_by(request.reader), ref=ref)
    if request.method == "POST":
        actions.close(asked, by=request.reader)
        messages.success(request, _("This round is closed. You can open it again at any time."))
        return redirect(asked)
    still = Invitation.objects.owned_by(request.reader).live().awaited().filter(round=asked)
    waiting = list(still.order_by("pk"))
    context = {
        "round": asked,
        "waiting": [one.name for one in waiting],
        "begun": [one.name for one in waiting if one.begun_at],
    }
    return render(request, "circle/closure.html", context)


@require_POST
def reopening(request: Request, ref: str) -> HttpResponse:
    """It asks again."""
    asked = get_object_or_404(Round.objects.owned_by(request.reader), ref=ref)
    actions.reopen(asked, by=request.reader)
    messages.success(request, _("This round is open again."))
    return redirect(asked)
