"""What several views of documents fetch, and answer with."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.reader import Request
from mentorship.documents import asides, next_steps
from mentorship.documents.forms.uploads import VersionForm
from mentorship.documents.models import Document, Version
from mentorship.documents.sentences.status import with_earlier


def owned(request: Request, ref: str) -> Document:
    """A document of the reader's own; 404 for any other."""
    return get_object_or_404(Document.objects.owned_by(request.reader), ref=ref)


def document_page(
    request: Request, document: Document, form: VersionForm, status: int = 200
) -> HttpResponse:
    """The page of one document, with the form for its next version."""
    versions = Version.objects.visible_to(request.reader).filter(document=document)
    newest_first = list(versions.select_related("document").defer("text").order_by("-number"))
    context = {
        "document": document,
        "versions": with_earlier(newest_first),
        "form": form,
        "next_step": next_steps.of(document, request.reader),
        "asides": asides.of(document, request.reader),
    }
    return render(request, "documents/document.html", context, status=status)
