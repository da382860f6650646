"""The reading page.

Compressed: of 23 kB on a slow line, 18 kB are a tenth of a second. It echoes nothing of a request
beside a secret; what tokens it may come to hold Django masks anew in each answer (BREACH).
"""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from accounts.reader import Request
from mentorship.documents import actions as documents
from mentorship.documents.access import rights
from mentorship.documents.models import Version
from mentorship.documents.notes import sentences
from mentorship.documents.sheets import sheets
from mentorship.toolbox.access import for_visitors


@for_visitors
@require_safe
@gzip_page
def reading(request: Request, ref: str, number: int) -> HttpResponse:
    """A version where there is room as it looks, page images under the real text; else reflowed."""
    return _reading(request, ref, number, view="auto")


@for_visitors
@require_safe
@gzip_page
def reading_pages(request: Request, ref: str, number: int) -> HttpResponse:
    """The pages as they look, at any width."""
    return _reading(request, ref, number, view="pages")


@for_visitors
@require_safe
@gzip_page
def reading_text(request: Request, ref: str, number: int) -> HttpResponse:
    """The same lines as text, at any width."""
    return _reading(request, ref, number, view="text")


def _reading(request: Request, ref: str, number: int, *, view: str) -> HttpResponse:
    versions = Version.objects.visible_to(request.reader).select_related("document__owner")
    version = get_object_or_404(versions, document__ref=ref, number=number)
    context = {
        "version": version,
        "document": version.document,
        "rights": rights(request.reader, version.document),
    }
    if not version.is_ready:
        return render(request, "critique/waiting.html", context)
    documents.note_reading(version, by=request.reader, what="read")
    context |= {"view": view, "sheets": sheets(version), "notes": sentences(version)}
    return render(request, "critique/reading.html", context)
