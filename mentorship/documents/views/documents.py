"""A seeker's own documents: list, upload, write, describe, delete. Reading belongs to critique."""

from django.contrib import messages
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.reader import Reader, Request
from mentorship.documents import actions
from mentorship.documents.forms.descriptions import FROM_A_JOB, DescriptionForm
from mentorship.documents.forms.uploads import VersionForm
from mentorship.documents.markup.rows import state_word
from mentorship.documents.models import Document, Version
from mentorship.documents.sentences.findings import told
from mentorship.documents.sentences.status import status_of
from mentorship.documents.views.fragments import document_page, owned
from mentorship.notifications import bell
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.together import together
from mentorship.toolbox.web.fragments import go_to

PER_PAGE = 50


@require_safe
def documents(request: Request) -> HttpResponse:
    """All of mine, newest first, each with how its latest version stands."""
    mine, unseen = together(_ids(request.reader), bell.unseen(request.reader))
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    shown = _shown(request.reader, list(page.object_list))
    context = {"page": page, "shown": shown, "unseen": unseen}
    return render(request, "documents/documents.html", context)


@composed
def _ids(reader: Reader) -> QuerySet[Document, int]:
    return Document.objects.owned_by(reader).order_by("-created_at").values_list("pk", flat=True)


@composed
def _shown(reader: Reader, which: list[int]) -> QuerySet[Document]:
    shown = Document.objects.owned_by(reader).filter(pk__in=which)
    return shown.with_latest().only("ref", "kind", "title", "created_at", "draft_saved_at")


@require_safe
def document(request: Request, ref: str) -> HttpResponse:
    """One document: its versions, and what can be done with it."""
    return document_page(request, owned(request, ref), VersionForm())


@require_http_methods(["GET", "POST"])
def description(request: Request, ref: str) -> HttpResponse:
    """Kind, title and note, to change."""
    document = owned(request, ref)
    now = {"kind": document.kind, "title": document.title, "note": document.note}
    form = DescriptionForm(request.POST or None, initial=now)
    if document.kind in FROM_A_JOB:
        form.keep_kind()
    if form.is_valid():
        actions.describe(document, by=request.reader, **now | form.cleaned_data)
        return redirect(document)
    context = {"document": document, "form": form}
    return render(
        request, "documents/description.html", context, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
def deletion(request: Request, ref: str) -> HttpResponse:
    """Ask once what goes with it; then it goes."""
    document = owned(request, ref)
    if request.method == "POST":
        actions.delete(document, by=request.reader)
        messages.success(request, _("“%(title)s” is deleted.") % {"title": document.title})
        return redirect("documents:documents")
    context = {"document": document, "count": document.versions.count()}
    return render(request, "documents/deletion.html", context)


@require_safe
def original(request: Request, ref: str, number: int) -> HttpResponseBase:
    """The file as it came, for its owner, as a download that no browser opens as a page."""
    document = owned(request, ref)
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
    if request.GET.get("since") == status_of(version).token:
        return HttpResponse(status=204)
    if version.is_ready and request.GET.get("then") == "read":
        return go_to(version.get_absolute_url())
    if "brief" in request.GET:
        return HttpResponse(state_word(version))
    tell = "tell" in request.GET
    shown = {"version": version, "then": request.GET.get("then"), "tell": tell}
    found = told(version, request.reader) if tell else []
    return render(request, "documents/_state.html", shown | {"findings": found})
