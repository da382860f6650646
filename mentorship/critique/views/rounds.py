"""One round to its seeker: how it stands with each person, and what they see of each other."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.reader import Reader, Request
from mentorship.circle.models import Round
from mentorship.critique import actions
from mentorship.critique.forms.rounds import OpennessForm
from mentorship.critique.reviews.people import overdue, people, reading_page
from mentorship.critique.steps.asking import first_of
from mentorship.critique.worklist.report import report_of
from mentorship.toolbox.pages.next_step import NextStep
from mentorship.toolbox.questions.in_step import ask_all


@require_safe
def round_page(request: Request, ref: str) -> HttpResponse:
    """What was asked, and what each person has sent."""
    mine = Round.objects.owned_by(request.reader).with_progress()
    asked = get_object_or_404(mine, ref=ref)
    asked_people = people(asked)
    context = {
        "round": asked,
        "people": asked_people,
        "overdue": overdue(asked, asked_people),
        "is_heard": any(person.has_finished for person in asked_people),
        "next_step": _next_step(asked, request.reader),
        "reading": reading_page(asked),
    }
    return render(request, "critique/rounds/round.html", context)


@require_http_methods(["GET", "POST"])
def openness(request: Request, ref: str) -> HttpResponse:
    """What the people asked see of each other, from now on."""
    asked = get_object_or_404(Round.objects.owned_by(request.reader), ref=ref)
    form = OpennessForm(request.POST or None, asked=asked)
    if form.is_valid():
        actions.choose_openness(asked, by=request.reader, **form.cleaned_data)
        messages.success(request, _("From now on: %(choice)s.") % {"choice": form.choice})
        return redirect(asked)
    context = {"round": asked, "form": form}
    status = 422 if form.errors else 200
    return render(request, "critique/rounds/openness.html", context, status=status)


@require_safe
def letter(request: Request, ref: str) -> HttpResponse:
    """The must-fixes first, where people disagree, the rest by section, what to keep."""
    mine = Round.objects.owned_by(request.reader).select_related("owner")
    asked = get_object_or_404(mine, ref=ref)
    now = timezone.now()  # what comes while the letter is put together is not in it
    report = report_of(asked, reader=request.reader)
    if not report.is_empty:
        actions.note_letter_read(asked, by=request.reader, at=now)
    is_done = not report.is_empty and report.is_worked_through
    next_step = _next_step(asked, request.reader) if is_done else None
    context = {"round": asked, "letter": report, "next_step": next_step}
    return render(request, "critique/rounds/letter.html", context)


def _next_step(asked: Round, reader: Reader) -> NextStep | None:
    """What comes next with what this round is about, as her desk says it."""
    documents = [document.pk for document in asked.documents.all()]
    return ask_all(first_of(documents, reader)) if documents else None
