"""Whom to tell of the next version: asked once it can be read, and answered once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.actions import Words
from mentorship.critique.forms.tellings import TellingForm
from mentorship.critique.notices import uptake
from mentorship.critique.steps import tellings
from mentorship.critique.steps.tellings import Listener
from mentorship.documents.models import Document, Version
from mentorship.toolbox.words.phrases import listed


@require_http_methods(["GET", "POST"])
def telling(request: Request, ref: str, number: int) -> HttpResponse:
    """Each person with what she will read; then what was told to whom."""
    version = _version(request, ref, number)
    told = tellings.told_of(version, request.reader)
    people = [] if told is not None else tellings.listeners(version, request.reader)
    form = TellingForm(request.POST or None, people=people, said=_said(version, people))
    is_nobody = "nobody" in request.POST
    if people and (is_nobody or ("stay" not in request.POST and form.is_valid())):
        return _tell(request, version, [] if is_nobody else form.given)
    context = {
        "version": version,
        "document": version.document,
        "is_answered": told is not None,
        "told": told,
        "form": form,
        "names": listed(tellings.names_of(people)),
        "is_one": len(people) == 1,
    }
    status = 422 if people and form.errors else 200
    return render(request, "critique/rounds/telling.html", context, status=status)


def _version(request: Request, ref: str, number: int) -> Version:
    own = Document.objects.owned_by(request.reader)
    found = Version.objects.visible_to(request.reader).ready().filter(document__in=own)
    found = found.select_related("document__owner").defer("text")
    return get_object_or_404(found, document__ref=ref, number=number)


def _said(version: Version, people: list[Listener]) -> dict[int, str]:
    """What each is told unless the seeker writes something else."""
    counted = uptake.summaries(version, [one.person_id for one in people]) if people else {}
    return {person: uptake.told(one) for person, one in counted.items()}


def _tell(request: Request, version: Version, given: list[Words]) -> HttpResponse:
    actions.tell(version, given, by=request.reader)
    if not given:
        messages.success(request, _("Nobody is told of this version."))
        return redirect(version)
    return redirect("critique:telling", version.document.ref, version.number)
