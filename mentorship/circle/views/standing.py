"""How it stands with one person of a round, while its page is open."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.reader import Request
from mentorship.circle.models import Invitation


@require_safe
def standing(request: Request, ref: str) -> HttpResponse:
    """The part of the page that says it; 204 while the letter is as far as the page shows."""
    mine = Invitation.objects.owned_by(request.reader).with_letters()
    invitation = get_object_or_404(mine, ref=ref)
    if request.GET.get("since") == (getattr(invitation, "letter_state", "") or ""):
        return HttpResponse(status=204)
    return render(request, "circle/_standing.html", {"invitation": invitation})
