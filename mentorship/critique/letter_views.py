"""What a round came to: one page for its seeker, to read or to print."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.reader import Request
from mentorship.circle.models import Round
from mentorship.critique.round_letter import round_letter


@require_safe
def letter(request: Request, ref: str) -> HttpResponse:
    """The must-fixes first, where people pull apart, the rest by section, what to keep."""
    mine = Round.objects.owned_by(request.reader).select_related("owner")
    asked = get_object_or_404(mine, ref=ref)
    context = {"round": asked, "letter": round_letter(asked, reader=request.reader)}
    return render(request, "critique/letter.html", context)
