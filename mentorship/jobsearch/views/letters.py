"""A letter to an employer: how it leaves, when to be reminded of it, and what was answered."""

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.reader import Reader, Request
from mentorship.jobsearch import actions
from mentorship.jobsearch.forms.letters import AnswerForm, ReminderForm
from mentorship.jobsearch.letters import leaving
from mentorship.jobsearch.letters.showing import shown
from mentorship.jobsearch.models import EmployerLetter
from mentorship.toolbox.forms import show
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.refused import Refused


@require_safe
def employer_letter(request: Request, ref: str) -> HttpResponse:
    """The letter as it leaves, with the ways for it to leave."""
    return _page(request, _owned(request, ref))


@require_safe
def employer_letter_file(request: Request, ref: str) -> HttpResponse:
    """The email as a file for her mail program."""
    seen = shown(_owned(request, ref))
    me, now = seen.letter.pursuit.owner, timezone.localtime()
    raw = leaving.as_file(seen.subject, seen.text, name=me.name, address=me.email, now=now)
    file = HttpResponse(raw, content_type="message/rfc822")
    file["Content-Disposition"] = 'attachment; filename="letter.eml"'
    file["X-Content-Type-Options"] = "nosniff"
    return file


@require_POST
def leaving_said(request: Request, ref: str) -> HttpResponse:
    """I have sent it."""
    letter = _owned(request, ref)
    actions.say_letter_left(letter, by=request.reader)
    return redirect(letter)


@require_POST
def leaving_taken_back(request: Request, ref: str) -> HttpResponse:
    """I have not sent it after all."""
    letter = _owned(request, ref)
    actions.say_letter_stays(letter, by=request.reader)
    return redirect(letter)


@require_POST
def reminder(request: Request, ref: str) -> HttpResponse:
    """On which morning to be reminded of it; on none, when the day is left out."""
    letter = _owned(request, ref)
    form = ReminderForm(request.POST)
    if form.is_valid():
        try:
            day = form.cleaned_data["remind_on"]
            actions.remind_of_letter(letter, by=request.reader, on=day)
            return redirect(letter)
        except Refused as refused:
            show(refused, on=form)
    return _page(request, letter, reminder=form)


@require_POST
def answer(request: Request, ref: str) -> HttpResponse:
    """What they wrote goes into the debrief, where she is then."""
    letter = _owned(request, ref)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            debrief = actions.keep_answer(letter, by=request.reader, **form.cleaned_data)
        except Refused as refused:
            show(refused, on=form)
        else:
            messages.success(request, _("Their answer is in your debrief."))
            return redirect("documents:draft", debrief.ref)
    return _page(request, letter, answer=form)


def _owned(request: Request, ref: str) -> EmployerLetter:
    return _of(request.reader, ref).or_404()


@composed
def _of(reader: Reader, ref: str) -> QuerySet[EmployerLetter]:
    return EmployerLetter.objects.owned_by(reader).filter(document__ref=ref)


def _page(request: Request, letter: EmployerLetter, **sent: forms.Form) -> HttpResponse:
    """The page, with what was sent once more where that could not be done."""
    seen = shown(letter)
    context = {
        "shown": seen,
        "letter": letter,
        "document": letter.document,
        "pursuit": letter.pursuit,
        "reminder": ReminderForm(initial={"remind_on": seen.reminded_on}),
        "answer": AnswerForm(),
        "form": next(iter(sent.values()), None),
        **sent,
    }
    status = 422 if sent else 200
    return render(request, "jobsearch/employer_letter.html", context, status=status)
