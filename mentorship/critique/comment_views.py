"""One comment, for everybody who sees it: where it stands, and how it read before."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from accounts.reader import Request
from mentorship.critique import answers
from mentorship.critique.models import Comment, EarlierWording
from mentorship.critique.saying import said_in
from mentorship.toolbox.access import for_visitors


@for_visitors
@require_safe
def link(request: Request, ref: str) -> HttpResponse:
    """From its lasting address to where it stands beside its words now."""
    found = _comment(request, ref)
    return redirect(f"{answers.latest(found.thread).get_absolute_url()}#comment-{found.ref}")


@for_visitors
@require_safe
def earlier(request: Request, ref: str) -> HttpResponse:
    """How it read before it was edited, the last first."""
    found = _comment(request, ref)
    before = EarlierWording.objects.visible_to(request.reader).filter(comment=found)
    context = {
        "comment": found,
        "now": said_in(found),
        "earlier": before.order_by("-revision"),
        "up": f"{answers.latest(found.thread).get_absolute_url()}#comment-{found.ref}",
    }
    return render(request, "critique/earlier.html", context)


def _comment(request: Request, ref: str) -> Comment:
    seen = Comment.objects.visible_to(request.reader).standing()
    found = seen.select_related("thread__document", "suggestion")
    return get_object_or_404(found, ref=ref)
