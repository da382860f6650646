"""What the owner of a document decides about points on the same words."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.forms.decisions import DecisionForm
from mentorship.critique.forms.worklist import as_kept
from mentorship.critique.models import Decision, Thread
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.views.worklist import chosen, list_url
from mentorship.critique.worklist.collect import collect
from mentorship.documents.models import Document
from mentorship.toolbox.stale import Stale


@require_POST
def decisions(request: Request, ref: str) -> HttpResponse:
    """What she decides about the points that are named."""
    document = get_object_or_404(Document.objects.owned_by(request.reader), ref=ref)
    named = request.POST.getlist("thread")
    threads = Thread.objects.visible_to(request.reader).filter(document=document, ref__in=named)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        action = reverse("critique:decisions", args=[ref])
        return _decision_page(request, document, form, threads, action=action)
    given = {name: form.cleaned_data[name] for name in ("text", "why", "is_told")}
    goes_with = _chosen(form, threads)
    try:
        made = actions.decide(document, list(threads), by=request.reader, chosen=goes_with, **given)
    except Stale as stale:
        return _stale(request, document, form, threads, stale)
    return _to(request, made)


@require_http_methods(["GET", "POST"])
def decision(request: Request, ref: str) -> HttpResponse:
    """One decision, to change."""
    mine = Decision.objects.visible_to(request.reader)
    mine = mine.filter(document__in=Document.objects.owned_by(request.reader))
    found = get_object_or_404(mine.select_related("document__owner"), ref=ref)
    document = found.document
    threads = Thread.objects.visible_to(request.reader).filter(decisions=found)
    form = DecisionForm(request.POST or None, initial=as_kept(found))
    if not form.is_valid():
        action = reverse("critique:decision", args=[ref])
        return _decision_page(request, document, form, threads, action=action)
    given = form.cleaned_data | {"chosen": _chosen(form, threads)}
    try:
        actions.revise(found, by=request.reader, **given)
    except Stale as stale:
        return _stale(request, document, form, threads, stale)
    return _to(request, found)


@require_POST
def undoing(request: Request, ref: str) -> HttpResponse:
    """Take one back: what it settled is open again."""
    mine = Decision.objects.visible_to(request.reader)
    mine = mine.filter(document__in=Document.objects.owned_by(request.reader))
    found = get_object_or_404(mine.select_related("document__owner"), ref=ref)
    first = found.threads.order_by("pk").values_list("ref", flat=True).first()
    actions.undecide(found, by=request.reader)
    return redirect(f"{list_url(request, found.document)}#point-{first}")


def _chosen(form: DecisionForm, threads: ThreadQuerySet) -> Thread | None:
    """The one she goes with, if it is among these."""
    ref = form.cleaned_data["chosen"]
    return threads.filter(ref=ref).first() if ref else None


def _to(request: Request, made: Decision) -> HttpResponse:
    """To the decision in the list, among all points where nothing of its own is left."""
    is_left = made.threads.filter(resolved_at=None).exists()
    shown = chosen(request) if is_left else chosen(request).all
    page = reverse("critique:points", args=[made.document.ref])
    return redirect(f"{page}{shown.query}#decision-{made.ref}")


def _stale(
    request: Request,
    document: Document,
    form: DecisionForm,
    threads: ThreadQuerySet,
    stale: Stale[Decision],
) -> HttpResponse:
    """Both texts; keeping hers puts it over the other."""
    form.refuse(stale)
    action = reverse("critique:decision", args=[stale.kept.ref])
    return _decision_page(request, document, form, threads, action=action, stale=stale)


def _decision_page(
    request: Request,
    document: Document,
    form: DecisionForm,
    threads: ThreadQuerySet,
    *,
    action: str,
    stale: Stale[Decision] | None = None,
) -> HttpResponse:
    context = {
        "document": document,
        "form": form,
        "points": collect(threads),
        "action": action + chosen(request).query,
        "cancel": list_url(request, document),
        "stale": stale,
    }
    status = stale.status if stale else 422 if form.errors else 200
    return render(request, "critique/worklist/decision.html", context, status=status)
