"""Whom one may name in a comment: asked for when somebody types "@"."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.reader import Request
from mentorship.critique.access import asked_in
from mentorship.critique.comments.mentions import Names, people_in, people_of
from mentorship.critique.models import Comment
from mentorship.critique.views import fragments
from mentorship.documents.models import Version
from mentorship.toolbox.access import for_visitors


@for_visitors
@require_safe
def beside_version(request: Request, ref: str, number: int) -> HttpResponse:
    """In a new thread."""
    versions = Version.objects.visible_to(request.reader).select_related("document__owner")
    found = get_object_or_404(versions.defer("text"), document__ref=ref, number=number)
    asked = asked_in(request.reader, found.document).first()
    people = people_of(asked, found.document, by=request.reader) if asked else {}
    return _answer(request, people)


@for_visitors
@require_safe
def in_thread(request: Request, ref: str) -> HttpResponse:
    """In an answer."""
    return _answer(request, people_in(fragments.seen_thread(request, ref=ref), by=request.reader))


@for_visitors
@require_safe
def in_comment(request: Request, ref: str) -> HttpResponse:
    """In a comment that is changed."""
    seen = Comment.objects.visible_to(request.reader).standing()
    found = get_object_or_404(seen.only("thread"), ref=ref)
    return _answer(
        request, people_in(fragments.seen_thread(request, pk=found.thread_id), by=request.reader)
    )


def _answer(request: Request, people: Names) -> HttpResponse:
    names = sorted(people.values(), key=str.casefold)
    return render(request, "critique/comments/_people.html", {"names": names})
