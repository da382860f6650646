"""A seeker's jobs: the board, the list, one of them; begun, described, deleted."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.reader import Request
from mentorship.jobsearch import actions
from mentorship.jobsearch import board as boards
from mentorship.jobsearch.forms.pursuits import JobForm
from mentorship.jobsearch.models import Pursuit
from mentorship.jobsearch.postings import shown
from mentorship.jobsearch.views.fragments import owned, pursuit_page
from mentorship.notifications import bell
from mentorship.toolbox.forms import show
from mentorship.toolbox.questions.in_step import ask_all, only, side_by_side
from mentorship.toolbox.questions.together import together
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale

PER_PAGE = 50


@require_safe
def board(request: Request) -> HttpResponse:
    """My jobs by where they stand."""
    columns, unseen = ask_all(
        side_by_side(boards.board(request.reader), only(bell.unseen(request.reader)))
    )
    has_any = any(column.cards for column in columns)
    context = {"columns": columns, "has_any": has_any, "unseen": unseen}
    return render(request, "jobsearch/board.html", context)


@require_safe
def pursuits(request: Request) -> HttpResponse:
    """All of them as a list, the nearest step first; of one stage alone by `?stage=`."""
    stage = request.GET.get("stage", "")
    known, unseen = together(boards.standing(request.reader), bell.unseen(request.reader))
    mine = [
        pk for pk, stands in known if stage in {"", stands} or stage not in Pursuit.Stage.values
    ]
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    cards = boards.cards_of(request.reader, list(page.object_list))
    context = {"page": page, "cards": cards, "stage": stage, "stages": Pursuit.Stage.choices}
    context["unseen"] = unseen
    return render(request, "jobsearch/pursuits.html", context)


@require_safe
def pursuit(request: Request, ref: str) -> HttpResponse:
    """One job: its posting, where it stands, what was sent and made for it."""
    return pursuit_page(request, owned(request, ref))


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """A job to go for, its posting pasted or as a file."""
    form = JobForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            return redirect(_begun(request, form))
        except Refused as refused:
            show(refused, on=form)
    return _form_page(request, form, None)


def _begun(request: Request, form: JobForm) -> Pursuit:
    given = form.cleaned_data
    file = given["file"]
    return actions.begin(form.job, by=request.reader, key=given["key"], file=file)


@require_http_methods(["GET", "POST"])
def description(request: Request, ref: str) -> HttpResponse:
    """What I say of it, to change."""
    pursuit = owned(request, ref)
    form = JobForm(request.POST or None, request.FILES or None, initial=JobForm.saying(pursuit))
    if form.is_valid():
        try:
            return redirect(_described(request, pursuit, form))
        except Stale as stale:
            form.refuse(stale)
            return _form_page(request, form, pursuit, kept=stale.kept)
        except Refused as refused:
            show(refused, on=form)
    return _form_page(request, form, pursuit)


def _described(request: Request, pursuit: Pursuit, form: JobForm) -> Pursuit:
    given = form.cleaned_data
    return actions.describe(
        pursuit,
        by=request.reader,
        job=form.job,
        revision=given["revision"] or 0,
        file=given["file"],
    )


def _form_page(
    request: Request, form: JobForm, pursuit: Pursuit | None, kept: Pursuit | None = None
) -> HttpResponse:
    context = {"form": form, "pursuit": pursuit, "kept": kept}
    status = 422 if form.errors else 200
    return render(request, "jobsearch/description.html", context, status=status)


@require_http_methods(["GET", "POST"])
def deletion(request: Request, ref: str) -> HttpResponse:
    """Ask once what goes with it; then it goes."""
    pursuit = owned(request, ref)
    if request.method == "POST":
        actions.delete(pursuit, by=request.reader)
        messages.success(request, _("“%(role)s” is deleted.") % {"role": pursuit.role})
        return redirect("jobsearch:pursuits")
    return render(request, "jobsearch/deletion.html", {"pursuit": pursuit})


@require_safe
def posting(request: Request, ref: str) -> HttpResponse:
    """The posting as a fragment; 204 while its file stands where it stood."""
    found = ask_all(shown(owned(request, ref), request.reader))
    if found.standing and found.token == request.GET.get("since"):
        return HttpResponse(status=204)
    return render(request, "jobsearch/_posting.html", {"posting": found})
