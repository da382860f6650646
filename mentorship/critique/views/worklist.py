"""The work list of a document, and one press for each point in it: used, partly, not used."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.forms.decisions import DecisionForm
from mentorship.critique.forms.worklist import UseForm
from mentorship.critique.models import Thread
from mentorship.critique.steps.asking import very_next
from mentorship.critique.worklist import page
from mentorship.critique.worklist.collect import collect
from mentorship.critique.worklist.page import Chosen, Progress, WorkList
from mentorship.critique.worklist.points import Point
from mentorship.documents.models import Document
from mentorship.toolbox.pages.next_step import NextStep
from mentorship.toolbox.questions.in_step import ask_all
from mentorship.toolbox.stale import Stale
from mentorship.toolbox.web.fragments import wants_fragment
from mentorship.toolbox.words.phrases import explained


@require_safe
def points(request: Request, ref: str) -> HttpResponse:
    """Everything that was said about it, to work through; `?round=` and `?left=1` choose."""
    document = get_object_or_404(Document.objects.owned_by(request.reader), ref=ref)
    work = page.work_list(document, chosen(request), reader=request.reader)
    return _list_page(request, document, work)


@require_POST
def use(request: Request, ref: str) -> HttpResponse:
    """What became of one point; nothing pressed means that it is open again."""
    mine = Thread.objects.visible_to(request.reader)
    mine = mine.filter(document__in=Document.objects.owned_by(request.reader))
    thread = get_object_or_404(mine.select_related("document__owner"), ref=ref)
    form = UseForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    try:
        if given.get("use"):
            actions.mark(thread, by=request.reader, **given)
        elif given and thread.resolved_at:
            actions.reopen(thread, by=request.reader)
        else:
            return _not_marked(request, thread, form)
    except Stale as stale:
        form.refuse(stale)
        return _not_marked(request, thread, form, stale)
    return _marked(request, thread)


def chosen(request: Request) -> Chosen:
    """Which points the address names."""
    return Chosen(request.GET.get("round", "")[:16], is_left="left" in request.GET)


def list_url(request: Request, document: Document) -> str:
    """Back to the same choice of points."""
    return reverse("critique:points", args=[document.ref]) + chosen(request).query


def _list_page(
    request: Request, document: Document, work: WorkList, *, status: int = 200
) -> HttpResponse:
    context = {
        "document": document,
        "work": work,
        "form": DecisionForm(),
        "next_step": _next_step(request, document, work.progress),
    }
    return render(request, "critique/worklist/points.html", context, status=status)


def _next_step(request: Request, document: Document, progress: Progress) -> NextStep | None:
    """What comes once nothing of what is shown is left, as her desk says it."""
    return None if progress.left else ask_all(very_next(document, request.reader))


def _marked(request: Request, thread: Thread) -> HttpResponse:
    """The point as it is now, for a script; else back to it in the list."""
    if not wants_fragment(request):
        return redirect(f"{list_url(request, thread.document)}#point-{thread.ref}")
    (point,) = collect(Thread.objects.visible_to(request.reader).filter(pk=thread.pk))
    return _one(request, thread.document, point)


def _not_marked(
    request: Request, thread: Thread, form: UseForm, stale: Stale[Thread] | None = None
) -> HttpResponse:
    """The point with what was typed, what is kept, and what to do; alone, or on its page."""
    status = stale.status if stale else 422
    if wants_fragment(request):
        (point,) = collect(Thread.objects.visible_to(request.reader).filter(pk=thread.pk))
        _show_trouble(point, form, stale)
        return _one(request, thread.document, point, status=status)
    work = page.work_list(thread.document, Chosen(), reader=request.reader)
    if shown := work.point(thread.ref):
        _show_trouble(shown, form, stale)
    return _list_page(request, thread.document, work, status=status)


def _show_trouble(point: Point, form: UseForm, stale: Stale[Thread] | None) -> None:
    wrong = " ".join(str(error) for errors in form.errors.values() for error in errors)
    point.trouble = wrong or _("Choose what you did with it.")
    if stale:
        point.theirs = explained(point.use_word, point.reason)
    point.reason = form.data.get("reason", "")


def _one(request: Request, document: Document, point: Point, *, status: int = 200) -> HttpResponse:
    threads = page.threads_of(document, chosen(request), reader=request.reader)
    progress = page.progress_of(threads)
    context = {
        "document": document,
        "point": point,
        "chosen": chosen(request),
        "progress": progress,
        "next_step": _next_step(request, document, progress),
    }
    return render(request, "critique/worklist/_point_answer.html", context, status=status)
