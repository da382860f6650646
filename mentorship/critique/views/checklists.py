"""Checklists that a mentor keeps, and how she answers one in a review."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.reader import Reader, Request
from mentorship.circle.models import Round
from mentorship.critique import actions
from mentorship.critique.access import asked_in
from mentorship.critique.forms.checklists import (
    AnswersForm,
    ChecklistForm,
    NewChecklistForm,
    as_kept,
)
from mentorship.critique.models import Checklist, FilledChecklist
from mentorship.critique.reviews.checklists import as_it_is
from mentorship.notifications import bell
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.forms import show
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.together import together
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale


@require_http_methods(["GET", "POST"])
def checklists(request: Request) -> HttpResponse:
    """All of hers, and a form for one more."""
    form = NewChecklistForm(request.POST or None)
    if form.is_valid():
        name, questions, key = (form.cleaned_data[one] for one in ("name", "questions", "key"))
        try:
            actions.make_checklist(name, questions, by=request.reader, key=key)
        except Refused as refused:
            show(refused, on=form)
        else:
            return redirect("critique:checklists")
    kept, unseen = together(_kept(request.reader), bell.unseen(request.reader))
    facts = {"form": form, "checklists": kept, "unseen": unseen}
    status = 422 if form.errors else 200
    return render(request, "critique/reviews/checklists.html", facts, status=status)


@composed
def _kept(reader: Reader) -> QuerySet[Checklist]:
    return Checklist.objects.owned_by(reader)


@require_http_methods(["GET", "POST"])
def checklist(request: Request, ref: str) -> HttpResponse:
    """One of them, to change."""
    kept = get_object_or_404(Checklist.objects.owned_by(request.reader), ref=ref)
    form = ChecklistForm(request.POST or None, initial=as_kept(kept))
    facts = {"form": form, "checklist": kept, "stale": None}
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("name", "questions", "revision")}
        try:
            actions.change_checklist(kept, by=request.reader, **given)
        except Stale as stale:
            form.refuse(stale)
            facts["stale"] = stale
        else:
            return redirect("critique:checklists")
    status = 422 if form.errors else 200
    return render(request, "critique/reviews/checklist.html", facts, status=status)


@require_http_methods(["GET", "POST"])
def deletion(request: Request, ref: str) -> HttpResponse:
    """Asks, then lets it go."""
    kept = get_object_or_404(Checklist.objects.owned_by(request.reader), ref=ref)
    if request.method == "POST":
        actions.let_checklist_go(kept, by=request.reader)
        return redirect("critique:checklists")
    title = _("Delete “%(title)s”?") % {"title": kept.name}
    return render(request, "critique/reviews/checklist_deletion.html", {"title": title})


@for_visitors
@require_http_methods(["GET", "POST"])
def answering(request: Request, ref: str, made_of: str) -> HttpResponse:
    """The questions of one checklist, about what this round is for; the answers leave with the review."""
    rounds = asked_in(request.reader).select_related("owner")
    asked = get_object_or_404(rounds, ref=ref)
    kept = _to_answer(request.reader, asked, made_of)
    form = AnswersForm(request.POST or None, checklist=kept)
    facts: dict[str, Any] = {"round": asked, "checklist": kept, "form": form, "kept": None}
    if form.is_valid():
        by, said, seen = request.reader, form.answers, form.revision_seen
        try:
            actions.answer_checklist(asked, kept, by=by, answers=said, revision=seen)
        except Stale as stale:
            form.show_over(stale.seen)
            show(stale, on=form)
            facts["kept"] = as_it_is(stale.kept)
        else:
            return redirect("critique:finish", ref)
    status = 422 if form.errors else 200
    return render(request, "critique/reviews/answering.html", facts, status=status)


def _to_answer(reader: Reader, asked: Round, made_of: str) -> Checklist | FilledChecklist:
    """As it was answered in this round already; else as she keeps it."""
    filled = FilledChecklist.objects.visible_to(reader).filter(review__round=asked, made_of=made_of)
    kept = Checklist.objects.owned_by(reader).filter(ref=made_of)
    found = filled.first() or kept.first()
    if found is None:
        raise Http404
    return found
