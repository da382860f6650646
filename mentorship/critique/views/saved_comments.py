"""Comments that somebody keeps to use again: her list, and what a form offers when she types "/"."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.reader import Reader, Request
from mentorship.critique import actions
from mentorship.critique.comments.saved import saved_for
from mentorship.critique.forms.saved_comments import (
    NewSavedCommentForm,
    SavedCommentForm,
    as_kept,
)
from mentorship.critique.models import Comment, SavedComment
from mentorship.critique.views import fragments
from mentorship.documents.models import Version
from mentorship.notifications import bell
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.forms import show
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.together import together
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale


@require_http_methods(["GET", "POST"])
def saved_comments(request: Request) -> HttpResponse:
    """All of hers, and a form for one more."""
    form = NewSavedCommentForm(request.POST or None)
    if form.is_valid():
        title, text, key = (form.cleaned_data[name] for name in ("title", "text", "key"))
        try:
            actions.save_comment(title, text, by=request.reader, key=key)
        except Refused as refused:
            show(refused, on=form)
        else:
            return redirect("critique:saved_comments")
    saved, unseen = together(_kept(request.reader), bell.unseen(request.reader))
    facts = {"form": form, "saved": saved, "unseen": unseen}
    status = 422 if form.errors else 200
    return render(request, "critique/comments/saved_comments.html", facts, status=status)


@composed
def _kept(reader: Reader) -> QuerySet[SavedComment]:
    return SavedComment.objects.owned_by(reader)


@require_http_methods(["GET", "POST"])
def saved_comment(request: Request, ref: str) -> HttpResponse:
    """One of them, to change."""
    mine = SavedComment.objects.owned_by(request.reader)
    saved = get_object_or_404(mine, ref=ref)
    form = SavedCommentForm(request.POST or None, initial=as_kept(saved))
    facts = {"form": form, "saved": saved, "stale": None}
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("title", "text", "revision")}
        try:
            actions.reword(saved, by=request.reader, **given)
        except Stale as stale:
            form.refuse(stale)
            facts["stale"] = stale
        else:
            return redirect("critique:saved_comments")
    status = 422 if form.errors else 200
    return render(request, "critique/comments/saved_comment.html", facts, status=status)


@require_http_methods(["GET", "POST"])
def deletion(request: Request, ref: str) -> HttpResponse:
    """Asks, then lets it go."""
    saved = get_object_or_404(SavedComment.objects.owned_by(request.reader), ref=ref)
    if request.method == "POST":
        actions.let_go(saved, by=request.reader)
        return redirect("critique:saved_comments")
    title = _("Delete “%(title)s”?") % {"title": saved.title}
    return render(
        request, "critique/comments/saved_deletion.html", {"saved": saved, "title": title}
    )


@for_visitors
@require_safe
def beside_version(request: Request, ref: str, number: int) -> HttpResponse:
    """For a new thread."""
    versions = Version.objects.visible_to(request.reader).select_related("document__owner")
    found = get_object_or_404(versions.defer("text"), document__ref=ref, number=number)
    return _answer(request, found.document.owner.name)


@for_visitors
@require_safe
def in_thread(request: Request, ref: str) -> HttpResponse:
    """For an answer."""
    return _answer(request, fragments.seen_thread(request, ref=ref).document.owner.name)


@for_visitors
@require_safe
def in_comment(request: Request, ref: str) -> HttpResponse:
    """For a comment that is changed."""
    seen = Comment.objects.visible_to(request.reader).standing()
    found = get_object_or_404(seen.only("thread"), ref=ref)
    thread = fragments.seen_thread(request, pk=found.thread_id)
    return _answer(request, thread.document.owner.name)


def _answer(request: Request, seeker: str) -> HttpResponse:
    saved = list(saved_for(request.reader, seeker))
    return render(request, "critique/comments/_saved.html", {"saved": saved})
