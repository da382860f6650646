"""What its owner says about a version: what is new in it, and that it went to an employer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.reader import Request
from mentorship.documents import actions, farewells
from mentorship.documents.forms.versions import ChangeForm, SentForm
from mentorship.documents.models import Document, Version
from mentorship.toolbox.refused import Refused


def _owned(request: Request, ref: str, number: int) -> Version:
    hers = Document.objects.owned_by(request.reader)
    versions = Version.objects.visible_to(request.reader).select_related("document").defer("text")
    return get_object_or_404(versions, document__in=hers, document__ref=ref, number=number)


@require_http_methods(["GET", "POST"])
def change(request: Request, ref: str, number: int) -> HttpResponse:
    """What is new in it, in a line."""
    version = _owned(request, ref, number)
    form = ChangeForm(request.POST or None, initial={"change": version.change})
    if form.is_valid():
        actions.say_what_is_new(version, by=request.reader, **form.cleaned_data)
        return redirect(version.document)
    context = {"version": version, "document": version.document, "form": form}
    return render(request, "documents/change.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def sent(request: Request, ref: str, number: int) -> HttpResponse:
    """It went to an employer: to which one, if she likes to note it."""
    version = _owned(request, ref, number)
    form = SentForm(request.POST or None, initial={"sent_to": version.sent_to})
    if form.is_valid():
        actions.mark_sent(version, by=request.reader, **form.cleaned_data)
        return redirect(version.document)
    context = {"version": version, "document": version.document, "form": form}
    return render(request, "documents/sent.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def version_deletion(request: Request, ref: str, number: int) -> HttpResponse:
    """Ask once what goes with it, or say why it has to stay; then it goes."""
    version = _owned(request, ref, number)
    document = version.document
    if request.method == "POST":
        actions.delete_version(version, by=request.reader)
        messages.success(request, _("Version %(number)s is deleted.") % {"number": number})
        return redirect(document)
    others = document.versions.ready().exclude(pk=version.pk)
    context = {
        "version": version,
        "document": document,
        "why_it_stays": _why_it_stays(version),
        "has_all_points": version.is_ready and not others.exists(),
    }
    return render(request, "documents/version_deletion.html", context)


def _why_it_stays(version: Version) -> str:
    """What its deletion would be refused with now, if it would be."""
    try:
        farewells.require_may_go(version)
    except Refused as refused:
        return refused.sentence
    return ""


@require_http_methods(["GET", "POST"])
def sent_removal(request: Request, ref: str, number: int) -> HttpResponse:
    """Ask once; then it counts as not sent."""
    version = _owned(request, ref, number)
    if request.method == "POST":
        actions.take_back_sent(version, by=request.reader)
        return redirect(version.document)
    context = {"version": version, "document": version.document}
    return render(request, "documents/sent_removal.html", context)
