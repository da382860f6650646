"""A seeker's side: what is covered, the links she passes on, and what readers recalled."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.reader import Request
from mentorship.documents.models import Document, Page, Version
from mentorship.looks import actions, covering, results
from mentorship.looks.forms import LinkForm, PreparationForm
from mentorship.looks.models import Look, LookLink, Showing
from mentorship.looks.sheets import Sheet, sheet, words_by_line
from mentorship.toolbox.forms import show
from mentorship.toolbox.refused import Refused


@require_safe
def looks(request: Request, ref: str) -> HttpResponse:
    """What readers recalled of each version, and the links that lead to the look."""
    return _looks(request, _owned(request, ref), LinkForm())


def _owned(request: Request, ref: str) -> Document:
    return get_object_or_404(Document.objects.owned_by(request.reader), ref=ref)


def _looks(request: Request, document: Document, form: LinkForm, status: int = 200) -> HttpResponse:
    hers = Version.objects.visible_to(request.reader).ready().filter(document=document)
    links = LookLink.objects.owned_by(request.reader).filter(document=document)
    found = results.of(document, by=request.reader)
    newest = hers.defer("text").order_by("-number").first()
    context = {
        "document": document,
        "newest": newest,
        "results": found,
        "is_prepared": bool(found and newest and found[0].showing.version_id == newest.pk),
        "links": links.live().with_counts().order_by("pk"),
        "form": form,
    }
    return render(request, "looks/looks.html", context, status=status)


@require_http_methods(["GET", "POST"])
def preparation(request: Request, ref: str, number: int) -> HttpResponse:
    """Page one with the boxes that cover it, to draw, drop and keep."""
    ready = Version.objects.visible_to(request.reader).ready().select_related("document__owner")
    document = _owned(request, ref)
    version = get_object_or_404(ready, document=document, number=number)
    page = get_object_or_404(version.pages.without_words(), number=1)
    showing = Showing.objects.owned_by(request.reader).filter(version=version).first()
    form = PreparationForm(request.POST or None, by=request.reader, showing=showing)
    if form.is_valid():
        actions.prepare(version, by=request.reader, **form.chosen(), **form.covered())
        messages.success(request, _("Kept. This is what readers will see."))
        return redirect("looks:looks", ref)
    shown = _sheet(version, page, showing, form)
    context = {"version": version, "document": document, "form": form, "sheet": shown}
    return render(request, "looks/preparation.html", context, status=422 if form.errors else 200)


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
