"""What was sent for a job, the copies made for it, and how a copy differs from what it came from."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.reader import Request
from mentorship.documents.models import Document, Version
from mentorship.documents.reading import comparing
from mentorship.jobsearch import actions
from mentorship.jobsearch.around import choices
from mentorship.jobsearch.forms.pursuits import FollowUpForm, TextForm
from mentorship.jobsearch.forms.sendings import VersionForm
from mentorship.jobsearch.views.fragments import owned, pursuit_page
from mentorship.toolbox.forms import show
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.web.compressing import compressed


@require_POST
def sendings(request: Request, ref: str) -> HttpResponse:
    """This version went to the employer."""
    pursuit = owned(request, ref)
    form = VersionForm(request.POST, of=choices(request.reader))
    if not form.is_valid():
        return pursuit_page(request, pursuit, form, status=422)
    actions.send(pursuit, form.chosen, by=request.reader)
    return redirect(pursuit)


@require_POST
def sending_removal(request: Request, ref: str, sending: int) -> HttpResponse:
    """It did not go there after all."""
    pursuit = owned(request, ref)
    actions.take_back(pursuit, sending, by=request.reader)
    return redirect(pursuit)


@require_POST
def copies(request: Request, ref: str) -> HttpResponse:
    """A copy of this version, to be made fit for this job."""
    pursuit = owned(request, ref)
    form = VersionForm(request.POST, of=choices(request.reader))
    if form.is_valid():
        key = form.cleaned_data["key"]
        try:
            copy = actions.tailor(pursuit, form.chosen, by=request.reader, key=key)
        except Refused as refused:
            show(refused, on=form)
        else:
            told = _("“%(title)s” is a document of its own now. Change it as this job wants it.")
            messages.success(request, told % {"title": copy.title})
            return redirect(copy)
    return pursuit_page(request, pursuit, form, status=422)


@require_POST
def texts(request: Request, ref: str) -> HttpResponse:
    """A text about this job, to be written here."""
    pursuit = owned(request, ref)
    form = (FollowUpForm if "reached" in request.POST else TextForm)(request.POST)
    if not form.is_valid():
        return redirect(pursuit)
    made = actions.write_about(pursuit, by=request.reader, **form.cleaned_data)
    return redirect("documents:draft", made.ref)


@require_safe
@compressed
def origin(request: Request, ref: str) -> HttpResponse:
    """How the latest version of a copy came of the version it was made from."""
    hers = Document.objects.owned_by(request.reader).select_related(
        "tailoring__from_version__document"
    )
    document = get_object_or_404(
        hers, ref=ref, tailoring__from_version__document__owner=request.reader.person
    )
    newest = Version.objects.visible_to(request.reader).ready().filter(document=document)
    new = newest.order_by("-number").first()
    old = document.tailoring.from_version
    compared = comparing.words(old, new) if old and new and old.is_ready else None
    context = {"document": document, "old": old, "new": new, "compared": compared}
    return render(request, "jobsearch/origin.html", context)
