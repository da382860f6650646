"""What several views of documents fetch, and answer with."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from accounts.reader import Reader, Request
from mentorship.documents import asides, next_steps
from mentorship.documents.forms.uploads import VersionForm
from mentorship.documents.models import Document, Version
from mentorship.documents.sentences.status import with_earlier
from mentorship.notifications import bell
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import ask_all, only, side_by_side


def owned(request: Request, ref: str) -> Document:
    """A document of the reader's own; 404 for any other."""
    return _owned(request.reader, ref).or_404()


def document_page(
    request: Request, document: Document, form: VersionForm, status: int = 200
) -> HttpResponse:
    """The page of one document, with the form for its next version."""
    newest_first, next_step, found, unseen = ask_all(
        side_by_side(
            only(_versions(request.reader, document.pk)),
            next_steps.of(document, request.reader),
            asides.of(document, request.reader),
            only(bell.unseen(request.reader)),
        )
    )
    context = {
        "document": document,
        "versions": with_earlier(newest_first),
        "form": form,
        "next_step": next_step,
        "asides": found,
        "unseen": unseen,
    }
    return render(request, "documents/document.html", context, status=status)


@composed
def _owned(reader: Reader, ref: str) -> QuerySet[Document]:
    return Document.objects.owned_by(reader).filter(ref=ref)


@composed
def _versions(reader: Reader, document: int) -> QuerySet[Version]:
    seen = Version.objects.visible_to(reader).filter(document=document)
    return seen.select_related("document").defer("text").order_by("-number")
