"""Files in, documents and versions out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.reader import Request
from mentorship.documents import arriving
from mentorship.documents.arriving import Arrival
from mentorship.documents.forms.uploads import UploadForm, VersionForm
from mentorship.documents.views.fragments import document_page, owned
from mentorship.toolbox.web.fragments import wants_fragment


@require_http_methods(["GET", "POST"])
def upload(request: Request) -> HttpResponse:
    """Files in, documents out. One refused file keeps no other from arriving."""
    form = UploadForm(request.POST or None, request.FILES or None)
    is_sent = form.is_valid()
    arrivals = arriving.as_documents(by=request.reader, **form.given) if is_sent else []
    if arrivals and all(arrival.version for arrival in arrivals):
        return _arrived(request, arrivals)
    page = "documents/_arrivals.html" if wants_fragment(request) else "documents/upload.html"
    status = arriving.status_of(arrivals) if request.method == "POST" else 200
    return render(request, page, {"form": form, "arrivals": arrivals}, status=status)


def _arrived(request: Request, arrivals: list[Arrival]) -> HttpResponse:
    """On to the one that arrived, or to the list; a script that sends file by file is told where."""
    versions = [arrival.version for arrival in arrivals if arrival.version]
    there = versions[0].get_absolute_url() if len(versions) == 1 else reverse("documents:documents")
    if wants_fragment(request):
        context = {"arrivals": arrivals}
        response = render(request, "documents/_arrivals.html", context, status=201)
        response["Location"] = there
        return response
    if len(versions) > 1:
        told = ngettext(
            "%(count)s document uploaded.", "%(count)s documents uploaded.", len(versions)
        )
        messages.success(request, told % {"count": len(versions)})
    return redirect(there)


@require_POST
def versions(request: Request, ref: str) -> HttpResponse:
    """A new version of the document, made of a file."""
    document = owned(request, ref)
    form = VersionForm(request.POST, request.FILES)
    arrivals: list[Arrival] = []
    if form.is_valid():
        given = form.cleaned_data
        arrivals = [arriving.as_next_version(document=document, by=request.reader, **given)]
        if arrivals[0].version:
            return _arrived(request, arrivals)
        form.add_error("file", arrivals[0].sentence)
    if wants_fragment(request):
        context = {"form": form, "arrivals": arrivals}
        return render(
            request, "documents/_arrivals.html", context, status=arriving.status_of(arrivals)
        )
    return document_page(request, document, form, status=arriving.status_of(arrivals))
