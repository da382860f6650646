"""One comment: in other words, taken back, as it read before, and where it stands."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.comments.content import begins, content_of, editable_kind, editable_words
from mentorship.critique.forms.comments import EditForm
from mentorship.critique.models import Comment, EarlierWording, Placement, Thread
from mentorship.critique.threads.facts import place_names
from mentorship.critique.views import fragments
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.forms import show
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from mentorship.toolbox.web.fragments import wants_fragment

EDIT_FORM, EDIT_PAGE = "critique/comments/_edit_form.html", "critique/comments/edit.html"


@for_visitors
@require_http_methods(["GET", "POST"])
def comment(request: Request, ref: str) -> HttpResponse:
    """One's own comment, in other words."""
    found = _comment(request, ref)
    form = _edit_form(request, found)
    stale = None
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            actions.edit(found, by=request.reader, **form.given)
            return fragments.done(request, found.thread, fragments.beside(request, found.thread))
        except Stale as refused:
            form.refuse(refused)
            stale, status = refused, refused.status
        except Refused as refused:
            if not refused.field:
                raise
            form.show_over(found.revision)
            show(refused, on=form)
            status = refused.status
    context = {"form": form, "stale": stale, "comment": found} | _about(request, found.thread)
    page = EDIT_FORM if wants_fragment(request) else EDIT_PAGE
    return render(request, page, context, status=status)


@for_visitors
@require_http_methods(["GET", "POST"])
def deletion(request: Request, ref: str) -> HttpResponse:
    """Asks once, then takes one's own comment back."""
    found = _comment(request, ref)
    if request.method == "POST":
        version = fragments.beside(request, found.thread)
        actions.delete(found, by=request.reader)
        return fragments.done(request, found.thread, version)
    context = {"comment": found, "cancel": _place(found.thread)}
    return render(request, "critique/comments/deletion.html", context)


def _comment(request: Request, ref: str) -> Comment:
    hers = Comment.objects.visible_to(request.reader).by(request.reader).standing()
    found = hers.select_related("thread__document__owner", "thread__round", "review", "suggestion")
    return get_object_or_404(found, ref=ref)


def _edit_form(request: Request, comment: Comment) -> EditForm:
    thread, is_first = comment.thread, begins(comment)
    form = EditForm(
        request.POST or None,
        now=content_of(comment),
        old=editable_words(comment),
        kind=editable_kind(comment),
        is_first=is_first and not thread.is_the_seekers,
        revision=comment.revision,
    )
    if is_first and thread.is_the_seekers:
        form.fields["text"].label = _("Your note") if thread.is_note else _("Your question")
    return form


def _about(request: Request, thread: Thread) -> dict[str, str]:
    """What the thread is about where it is read: the place and its words, and the way back to it."""
    place = thread.placements.get(version=fragments.beside(request, thread))
    is_gone = place.how == Placement.How.GONE
    about = place_names().of(
        question=thread.question,
        line=place.line,
        page=place.page,
        has_box=place.box is not None,
        is_gone=is_gone,
    )
    quote = place.quote or _question(thread)
    return {"about": about, "quote": quote, "cancel": _place(thread)}


def _question(thread: Thread) -> str:
    """The one it answers, if any."""
    asked = thread.round.questions if thread.round and thread.question else []
    return asked[thread.question - 1] if thread.question and asked else ""


def _place(thread: Thread) -> str:
    """Where the thread stands beside its words."""
    return f"{fragments.latest(thread).get_absolute_url()}#thread-{thread.ref}"


@for_visitors
@require_safe
def link(request: Request, ref: str) -> HttpResponse:
    """From its lasting address to where it stands beside its words now."""
    found = _seen_comment(request, ref)
    return redirect(f"{fragments.latest(found.thread).get_absolute_url()}#comment-{found.ref}")


@for_visitors
@require_safe
def earlier(request: Request, ref: str) -> HttpResponse:
    """How it read before it was edited, the last first."""
    found = _seen_comment(request, ref)
    before = EarlierWording.objects.visible_to(request.reader).filter(comment=found)
    context = {
        "comment": found,
        "now": content_of(found),
        "earlier": before.order_by("-revision"),
        "up": f"{fragments.latest(found.thread).get_absolute_url()}#comment-{found.ref}",
    }
    return render(request, "critique/comments/earlier.html", context)


def _seen_comment(request: Request, ref: str) -> Comment:
    seen = Comment.objects.visible_to(request.reader).standing()
    found = seen.select_related("thread__document", "suggestion")
    return get_object_or_404(found, ref=ref)
