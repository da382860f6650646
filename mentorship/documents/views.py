"""A seeker's own documents: list, upload, write, describe, delete. Reading belongs to critique."""

from django.contrib import messages
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from accounts.reader import Request
from mentorship.documents import actions
from mentorship.documents.actions import StaleDraft
from mentorship.documents.forms import (
    Arrival,
    DescriptionForm,
    DraftForm,
    UploadForm,
    VersionForm,
    WritingForm,
)
from mentorship.documents.models import Document, Version
from mentorship.documents.rows import state_word
from mentorship.documents.standing import standing_of, with_earlier
from mentorship.toolbox.refused import Refused

PER_PAGE = 50


def _owned(request: Request, ref: str) -> Document:
    return get_object_or_404(Document.objects.owned_by(request.reader), ref=ref)


@require_safe
def documents(request: Request) -> HttpResponse:
    """All of mine, newest first, each with how its latest version stands."""
    mine = Document.objects.owned_by(request.reader).with_latest().defer("draft", "note")
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "documents/documents.html", {"page": page})


@require_http_methods(["GET", "POST"])
def upload(request: Request) -> HttpResponse:
    """Files in, documents out. One refused file keeps no other from arriving."""
    form = UploadForm(request.POST or None, request.FILES or None)
    arrivals = form.arrivals(by=request.reader) if form.is_valid() else []
    if arrivals and all(arrival.version for arrival in arrivals):
        return _arrived(request, arrivals)
    page = "documents/_arrivals.html" if request.htmx else "documents/upload.html"
    status = 422 if request.method == "POST" else 200
    return render(request, page, {"form": form, "arrivals": arrivals}, status=status)


def _arrived(request: Request, arrivals: list[Arrival]) -> HttpResponse:
    """On to the one that arrived, or to the list; a script that sends file by file is told where."""
    versions = [arrival.version for arrival in arrivals if arrival.version]
    there = versions[0].get_absolute_url() if len(versions) == 1 else reverse("documents:documents")
    if request.htmx:
        context = {"arrivals": arrivals}
        response = render(request, "documents/_arrivals.html", context, status=201)
        response["Location"] = there
        return response
    if len(versions) > 1:
        told = ngettext(
            "%(count)s document arrived.", "%(count)s documents arrived.", len(versions)
        )
        messages.success(request, told % {"count": len(versions)})
    return redirect(there)


@require_http_methods(["GET", "POST"])
def writing(request: Request) -> HttpResponse:
    """Begin a text that is written here."""
    form = WritingForm(request.POST or None, initial={"kind": Document.Kind.COVER_LETTER})
    if form.is_valid():
        document = actions.begin_text(by=request.reader, **form.cleaned_data)
        return redirect("documents:draft", document.ref)
    status = 422 if form.errors else 200
    return render(request, "documents/writing.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def draft(request: Request, ref: str) -> HttpResponse:
    """The working text, kept as it is typed; one button freezes it as a version."""
    document = _owned(request, ref)
    now = {"text": document.draft, "revision": document.draft_revision}
    is_first = not document.versions.exists()
    form = DraftForm(request.POST or None, initial=now, is_first=is_first)
    if form.is_valid():
        return _keep_draft(request, document, form)
    context = {"document": document, "form": form}
    return render(request, "documents/draft.html", context, status=422 if form.errors else 200)


def _keep_draft(request: Request, document: Document, form: DraftForm) -> HttpResponse:
    """Kept; or 409 with both texts, when another window has kept another one since."""
    page = "documents/draft.html"
    sent = form.cleaned_data
    try:
        document = actions.save_draft(
            document, by=request.reader, text=sent["text"], revision=sent["revision"]
        )
        if "version" in request.POST:
            facts = {"key": sent["key"], "change": sent.get("change", "")}
            return redirect(actions.save_as_version(document, by=request.reader, **facts))
    except StaleDraft as stale:
        form.show_with(stale.revision)
        context = {"document": document, "form": form, "stale": stale}
        return render(request, page + "#stale" if request.htmx else page, context, status=409)
    except Refused as refused:
        form.show_with(document.draft_revision)
        form.add_error(refused.field, refused.sentence)
        return render(request, page, {"document": document, "form": form}, status=refused.status)
    if request.htmx:
        return render(request, page + "#kept", {"document": document})
    return redirect("documents:draft", document.ref)


@require_safe
def document(request: Request, ref: str) -> HttpResponse:
    """One document: its versions, and what can be done with it."""
    return _document_page(request, _owned(request, ref), VersionForm())


def _document_page(
    request: Request, document: Document, form: VersionForm, status: int = 200
) -> HttpResponse:
    versions = Version.objects.visible_to(request.reader).filter(document=document)
    newest_first = list(versions.select_related("document").defer("text").order_by("-number"))
    context = {"document": document, "versions": with_earlier(newest_first), "form": form}
    return render(request, "documents/document.html", context, status=status)


@require_POST
def versions(request: Request, ref: str) -> HttpResponse:
    """A new version of the document, made of a file."""
    document = _owned(request, ref)
    form = VersionForm(request.POST, request.FILES)
    arrivals = [form.arrival(document, by=request.reader)] if form.is_valid() else []
    if arrivals and arrivals[0].version:
        return _arrived(request, arrivals)
    if request.htmx:
        context = {"form": form, "arrivals": arrivals}
        return render(request, "documents/_arrivals.html", context, status=422)
    return _document_page(request, document, form, status=422)


@require_http_methods(["GET", "POST"])
def description(request: Request, ref: str) -> HttpResponse:
    """Kind, title and note, to change."""
    document = _owned(request, ref)
    now = {"kind": document.kind, "title": document.title, "note": document.note}
    form = DescriptionForm(request.POST or None, initial=now)
    if form.is_valid():
        actions.describe(document, by=request.reader, **form.cleaned_data)
        return redirect(document)
    context = {"document": document, "form": form}
    return render(
        request, "documents/description.html", context, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
def deletion(request: Request, ref: str) -> HttpResponse:
    """Ask once what goes with it; then it goes."""
    document = _owned(request, ref)
    if request.method == "POST":
        actions.delete(document, by=request.reader)
        messages.success(request, _("“%(title)s” is deleted.") % {"title": document.title})
        return redirect("documents:documents")
    context = {"document": document, "count": document.versions.count()}
    return render(request, "documents/deletion.html", context)


@require_safe
def original(request: Request, ref: str, number: int) -> HttpResponseBase:
    """The file as it came, for its owner, as a download that no browser opens as a page."""
    document = _owned(request, ref)
    kept = Version.objects.visible_to(request.reader).exclude(original="")
    version = get_object_or_404(kept, document=document, number=number)
    actions.note_reading(version, by=request.reader, what="downloaded")
    response = FileResponse(
        default_storage.open(version.original),
        as_attachment=True,
        filename=version.filename,
        content_type="application/octet-stream",
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def state(request: Request, ref: str, number: int) -> HttpResponse:
    """How far the version is, as a fragment; 204 while that is what the page shows already."""
    seen = Version.objects.visible_to(request.reader).select_related("document").defer("text")
    version = get_object_or_404(seen, document__ref=ref, number=number)
    if request.GET.get("since") == standing_of(version).token:
        return HttpResponse(status=204)
    if version.is_ready and request.GET.get("then") == "read":
        return HttpResponseClientRedirect(version.get_absolute_url())
    if "brief" in request.GET:
        return HttpResponse(state_word(version))
    shown = {"version": version, "then": request.GET.get("then")}
    return render(request, "documents/_state.html", shown)
