"""A seeker's side: what is covered, the links she passes on, and what readers recalled."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.reader import Reader, Request
from mentorship.documents.models import Document, Page, Version
from mentorship.jobsearch.models import Pursuit
from mentorship.looks import actions, covering, results
from mentorship.looks.forms import LinkForm, PreparationForm
from mentorship.looks.models import Look, LookLink, Showing
from mentorship.looks.sheets import Sheet, sheet, words_by_line
from mentorship.notifications import bell
from mentorship.toolbox.forms import show
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import ask_all, only, side_by_side
from mentorship.toolbox.questions.together import together
from mentorship.toolbox.refused import Refused

MAX_JOBS = 200  # to choose from, the newest


@require_safe
def looks(request: Request, ref: str) -> HttpResponse:
    """What readers recalled of each version, and the links that lead to the look."""
    return _looks(request, _owned(request, ref), LinkForm())


def _owned(request: Request, ref: str) -> Document:
    return _documents(request.reader, ref).or_404()


def _looks(request: Request, document: Document, form: LinkForm, status: int = 200) -> HttpResponse:
    found, links, ready, unseen = ask_all(
        side_by_side(
            results.of(document, by=request.reader),
            only(_live_links(request.reader, document.pk)),
            only(_newest(request.reader, document.pk)),
            only(bell.unseen(request.reader)),
        )
    )
    newest = ready[0] if ready else None
    context = {
        "document": document,
        "newest": newest,
        "results": found,
        "is_prepared": bool(found and newest and found[0].showing.version_id == newest.pk),
        "links": links,
        "form": form,
        "unseen": unseen,
    }
    return render(request, "looks/looks.html", context, status=status)


@composed
def _documents(reader: Reader, ref: str) -> QuerySet[Document]:
    return Document.objects.owned_by(reader).filter(ref=ref).select_related("owner").defer("draft")


@composed
def _live_links(reader: Reader, document: int) -> QuerySet[LookLink]:
    hers = LookLink.objects.owned_by(reader).filter(document=document)
    return hers.live().with_counts().order_by("pk")


@composed
def _newest(reader: Reader, document: int) -> QuerySet[Version]:
    hers = Version.objects.visible_to(reader).ready().filter(document=document)
    return hers.defer("text").order_by("-number")[:1]


@require_http_methods(["GET", "POST"])
def preparation(request: Request, ref: str, number: int) -> HttpResponse:
    """Page one with the boxes that cover it, to draw, drop and keep."""
    asked = (_version(request.reader, ref, number), _first_page(request.reader, ref, number))
    about = (_showing(request.reader, ref, number), _jobs(request.reader))
    versions, pages, showings, jobs, unseen = together(*asked, *about, bell.unseen(request.reader))
    if not (versions and pages):
        raise Http404
    version, page, showing = versions[0], pages[0], (showings[0] if showings else None)
    form = PreparationForm(request.POST or None, jobs=jobs, showing=showing)
    if form.is_valid():
        actions.prepare(version, by=request.reader, **form.chosen(), **form.covered())
        messages.success(request, _("Kept. This is what readers will see."))
        return redirect("looks:looks", ref)
    shown = _sheet(version, page, showing, form)
    context = {"version": version, "document": version.document, "form": form, "sheet": shown}
    status = 422 if form.errors else 200
    return render(request, "looks/preparation.html", context | {"unseen": unseen}, status=status)


@composed
def _version(reader: Reader, ref: str, number: int) -> QuerySet[Version]:
    hers = Document.objects.owned_by(reader).filter(ref=ref)
    ready = Version.objects.visible_to(reader).ready().filter(document__in=hers, number=number)
    return ready.select_related("document__owner").defer("document__draft")


@composed
def _first_page(reader: Reader, ref: str, number: int) -> QuerySet[Page]:
    shown = Page.objects.visible_to(reader).filter(number=1).without_words()
    return shown.filter(version__document__ref=ref, version__number=number)


@composed
def _showing(reader: Reader, ref: str, number: int) -> QuerySet[Showing]:
    hers = Showing.objects.owned_by(reader).select_related("pursuit").defer("pursuit__posting")
    return hers.filter(version__document__ref=ref, version__number=number)


@composed
def _jobs(reader: Reader) -> QuerySet[Pursuit]:
    hers = Pursuit.objects.owned_by(reader).only("ref", "role", "employer", "owner")
    return hers.order_by("-created_at")[:MAX_JOBS]


def _sheet(version: Version, page: Page, showing: Showing | None, form: PreparationForm) -> Sheet:
    """What was sent just now, or what she kept, or else what we propose."""
    if form.is_bound:
        covered = form.covered()
    elif showing:
        covered = {"lines": showing.lines, "drawn": showing.drawn}
    else:
        proposed = covering.proposed(words_by_line(page, version.text))
        covered = {"lines": proposed, "drawn": []}
    return sheet(page, version.text, **covered)


@require_POST
def links(request: Request, ref: str) -> HttpResponse:
    """A link to pass on."""
    document = _owned(request, ref)
    form = LinkForm(request.POST)
    if form.is_valid():
        try:
            actions.make_link(document, by=request.reader, **form.cleaned_data)
        except Refused as refused:
            show(refused, on=form)
        else:
            return redirect(reverse("looks:looks", args=[ref]) + "#links")
    return _looks(request, document, form, status=422)


@require_http_methods(["GET", "POST"])
def ending(request: Request, ref: str) -> HttpResponse:
    """Ask once; then the link opens nothing."""
    hers = LookLink.objects.owned_by(request.reader).select_related("document__owner")
    link = get_object_or_404(hers, ref=ref)
    if request.method == "POST":
        actions.end_link(link, by=request.reader)
        messages.success(request, _("The link is ended. What was answered stays."))
        return redirect("looks:looks", link.document.ref)
    return render(request, "looks/ending.html", {"link": link})


@require_POST
def naming(request: Request, ref: str) -> HttpResponse:
    """She says herself whether a reader named the job."""
    hers = Look.objects.owned_by(request.reader).select_related("showing__version__document")
    look = get_object_or_404(hers, ref=ref)
    actions.say_named(look, by=request.reader, named="named" in request.POST)
    return redirect(f"{look.get_absolute_url()}#look-{look.ref}")
