"""A text that is written here, kept as it is typed."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.reader import Request
from mentorship.documents import actions, asides
from mentorship.documents.forms.writing import DraftForm, WritingForm
from mentorship.documents.models import Document
from mentorship.documents.views.fragments import owned
from mentorship.toolbox.forms import show
from mentorship.toolbox.questions.in_step import ask_all
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from mentorship.toolbox.web.fragments import wants_fragment

DRAFT = "documents/draft.html"


@require_http_methods(["GET", "POST"])
def writing(request: Request) -> HttpResponse:
    """Begin a text that is written here."""
    form = WritingForm(request.POST or None, initial={"kind": Document.Kind.COVER_LETTER})
    status = 200
    if form.is_valid():
        try:
            document = actions.begin_text(by=request.reader, **form.cleaned_data)
            return redirect("documents:draft", document.ref)
        except Refused as refused:
            show(refused, on=form)
            status = refused.status
    elif form.errors:
        status = 422
    return render(request, "documents/writing.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def draft(request: Request, ref: str) -> HttpResponse:
    """The working text, kept as it is typed; one button freezes it as a version."""
    document = owned(request, ref)
    now = {"text": document.draft, "revision": document.draft_revision}
    is_first = not document.versions.exists()
    form = DraftForm(request.POST or None, initial=now, is_first=is_first)
    if form.is_valid():
        return _keep_draft(request, document, form)
    return _draft_page(request, document, form, status=422 if form.errors else 200)


def _keep_draft(request: Request, document: Document, form: DraftForm) -> HttpResponse:
    """Kept; or 409 with both texts, when another window has kept another one since."""
    sent = form.cleaned_data
    try:
        document = actions.save_draft(
            document, by=request.reader, text=sent["text"], revision=sent["revision"]
        )
        if "version" in request.POST:
            facts = {"key": sent["key"], "change": sent.get("change", "")}
            return redirect(actions.save_as_version(document, by=request.reader, **facts))
    except Stale as stale:
        form.show_over(stale.seen)
        return _draft_page(request, document, form, status=409, stale=stale)
    except Refused as refused:
        form.show_over(document.draft_revision)
        show(refused, on=form)
        return _draft_page(request, document, form, status=refused.status)
    if wants_fragment(request):
        return render(request, f"{DRAFT}#kept", {"document": document})
    return redirect("documents:draft", document.ref)


def _draft_page(
    request: Request,
    document: Document,
    form: DraftForm,
    status: int = 200,
    stale: Stale[str] | None = None,
) -> HttpResponse:
    """The text with what stands beside it; with `stale` the other one, too, to a script alone."""
    shown: dict[str, Any] = {"document": document, "form": form, "stale": stale}
    if stale and wants_fragment(request):
        return render(request, f"{DRAFT}#stale", shown, status=status)
    found = ask_all(asides.for_writing(document, request.reader))
    shown |= {"asides": found, "leads_on": any(one.is_next for one in found)}
    return render(request, DRAFT, shown, status=status)
