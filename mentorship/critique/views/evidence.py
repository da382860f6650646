"""What a posting asks for, beside a version: read by its seeker and by whoever is asked for this job."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accounts.reader import Reader, Request
from mentorship.critique import actions
from mentorship.critique.evidence.build import page_of
from mentorship.critique.evidence.choosing import text_for, texts_of
from mentorship.critique.evidence.doors import pursuit_beside
from mentorship.critique.evidence.rows import anchor_of
from mentorship.critique.forms.evidence import SightingForm, TermForm
from mentorship.documents.access import Rights, rights
from mentorship.documents.models import Version
from mentorship.jobsearch import actions as jobsearch
from mentorship.jobsearch.coverage.evidence import name_of
from mentorship.jobsearch.models import Pursuit
from mentorship.notifications import bell
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.forms import show
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import ask_all, only, side_by_side
from mentorship.toolbox.refused import Refused

Found = tuple[Version, Pursuit, Rights]


@require_safe
def evidence_of(request: Request, ref: str) -> HttpResponse:
    """The map of a job, beside the text that `?document=` names, or the one made or sent for it last."""
    pursuit = get_object_or_404(Pursuit.objects.visible_to(request.reader), ref=ref)
    texts = list(texts_of(request.reader))
    named = [one for one in texts if one.ref == request.GET.get("document")]
    chosen = text_for(pursuit, named or texts)
    if chosen is None:
        return render(request, "critique/jobs/evidence_without_text.html", {"pursuit": pursuit})
    return redirect("critique:evidence", chosen.ref, getattr(chosen, "newest"), pursuit.ref)  # noqa: B009 - annotated


@for_visitors
@require_safe
def evidence(request: Request, ref: str, number: int, pursuit: str) -> HttpResponse:
    """What the posting asks for, and where this version shows it."""
    return _page(request, _found(request, ref, number, pursuit), TermForm())


@require_http_methods(["GET", "POST"])
def terms(request: Request, ref: str, number: int, pursuit: str) -> HttpResponse:
    """The seeker adds a term, drops one, weighs it, or says what is the same to her."""
    found = _found(request, ref, number, pursuit)
    mine = get_object_or_404(Pursuit.objects.visible_to(request.reader), pk=found[1].pk)
    if request.method == "GET":
        return redirect(_address(found))
    form = TermForm(request.POST)
    if form.is_valid():
        try:
            form.carry_out(mine, by=request.reader)
        except Refused as refused:
            show(refused, on=form)
        else:
            return redirect(_address(found, name_of(form.cleaned_data["text"])))
    return _page(request, found, form)


@for_visitors
@require_http_methods(["GET", "POST"])
def sightings(request: Request, ref: str, number: int, pursuit: str) -> HttpResponse:
    """A mentor sees a term in this version, or does not."""
    version, wanted, _held = found = _found(request, ref, number, pursuit)
    form = SightingForm(request.POST)
    if not form.is_valid():
        return redirect(_address(found))
    actions.say_seen(version, wanted, by=request.reader, **form.cleaned_data)
    return redirect(_address(found, form.cleaned_data["name"]))


def _found(request: Request, ref: str, number: int, pursuit: str) -> Found:
    """The version, the job, and her rights; 404 where she may not read both beside each other."""
    version = _version(request.reader, ref, number).or_404()
    held = rights(request.reader, version.document)
    wanted = pursuit_beside(version.document, request.reader, held, pursuit).or_404()
    return version, wanted, held


@composed
def _version(reader: Reader, ref: str, number: int) -> QuerySet[Version]:
    seen = Version.objects.visible_to(reader).ready().filter(document__ref=ref, number=number)
    return seen.select_related("document__owner").defer("document__draft")


def _address(found: Found, name: str = "") -> str:
    """The page, or one term on it."""
    version, pursuit, _held = found
    page = reverse("critique:evidence", args=[version.document.ref, version.number, pursuit.ref])
    return f"{page}#{anchor_of(name)}" if name else page


def _page(request: Request, found: Found, form: TermForm) -> HttpResponse:
    version, pursuit, held = found
    number = _beside(request)
    page, texts, unseen = ask_all(
        side_by_side(
            page_of(version, pursuit, request.reader, held, beside=number),
            only(texts_of(request.reader)),
            only(bell.unseen(request.reader)),
        )
    )
    jobsearch.keep_soon(pursuit, page.mapped)
    shown = {"version": version, "document": version.document, "pursuit": pursuit, "rights": held}
    texts = texts if held.own else []
    context = {**shown, "page": page, "form": form, "texts": texts, "unseen": unseen}
    status = 422 if form.errors else 200
    return render(request, "critique/jobs/evidence.html", context, status=status)


def _beside(request: Request) -> int | None:
    """The number of the version to compare with, as far as it is one."""
    beside = request.GET.get("beside", "")
    return int(beside) if beside.isdecimal() and len(beside) < 9 else None
