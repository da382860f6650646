"""A round as a whole: another name or day, more people, closing it, opening it again."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib import messages
from django.forms import BaseFormSet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.reader import Request
from mentorship.circle import actions
from mentorship.circle.actions.previewing import Preview
from mentorship.circle.asking import RowsRefused
from mentorship.circle.forms.asking import PeopleForms, PersonForm, rows_as_typed
from mentorship.circle.forms.people import Typed, refuse, typed
from mentorship.circle.forms.rounds import RoundForm
from mentorship.circle.models import Invitation, Round
from mentorship.circle.naming import name_of, offered
from mentorship.circle.views import previews
from mentorship.toolbox.forms import show
from mentorship.toolbox.refused import Refused

Made = TypeVar("Made")


@require_http_methods(["GET", "POST"])
def closure(request: Request, ref: str) -> HttpResponse:
    """Who is told, and what stays; then it is closed."""
    asked = get_object_or_404(Round.objects.owned_by(request.reader), ref=ref)
    if request.method == "POST":
        actions.close(asked, by=request.reader)
        messages.success(request, _("This round is closed. You can open it again at any time."))
        return redirect(asked)
    still = Invitation.objects.owned_by(request.reader).live().awaited().filter(round=asked)
    waiting = list(still.order_by("pk"))
    context = {
        "round": asked,
        "waiting": [one.name for one in waiting],
        "begun": [one.name for one in waiting if one.begun_at],
    }
    return render(request, "circle/closure.html", context)


@require_POST
def reopening(request: Request, ref: str) -> HttpResponse:
    """It asks again."""
    asked = get_object_or_404(Round.objects.owned_by(request.reader), ref=ref)
    actions.reopen(asked, by=request.reader)
    messages.success(request, _("This round is open again."))
    return redirect(asked)


@require_http_methods(["GET", "POST"])
def changes(request: Request, ref: str) -> HttpResponse:
    """Another name, another day, one question more."""
    asked = get_object_or_404(Round.objects.owned_by(request.reader), ref=ref)
    form = RoundForm(request.POST or None, asked=asked)
    if form.is_valid():
        given = form.cleaned_data
        is_offered = given["name"] in {given.pop("offered"), offered(asked)}
        name = "" if is_offered else given["name"]
        try:
            is_told = actions.change(asked, by=request.reader, **{**given, "name": name})
        except Refused as refused:
            show(refused, on=form)
        else:
            told = _("Saved. The people it concerns are told.") if is_told else _("Saved.")
            messages.success(request, told)
            return redirect(asked)
    context = {"round": asked, "form": form, "called": name_of(asked)}
    return render(request, "circle/changes.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def people(request: Request, ref: str) -> HttpResponse:
    """More people, who are asked what the others were."""
    asked = get_object_or_404(Round.objects.owned_by(request.reader), ref=ref)
    if request.method == "GET" or {"more", "back"} & request.POST.keys():
        return _people_page(request, asked, _rows_again(request))
    rows = PeopleForms(request.POST, prefix="people")
    if rows.is_valid() and (asks := typed(rows)):
        do = actions.preview_more if "preview" in request.POST else actions.add_people
        made = _asked(request, asked, asks, do)
        if isinstance(made, Preview):
            context = previews.shown(made, request.POST, action=request.path)
            return render(request, previews.PAGE, context)
        if not rows.total_error_count():
            _say(request, asked=len(made or []))
            return redirect(asked)
    return _people_page(request, asked, rows, status=422)


def _rows_again(request: Request) -> "BaseFormSet[PersonForm]":
    """One row to begin with; what was typed, and one more or as it was."""
    first = rows_as_typed(request.POST) if request.method == "POST" else []
    rows = PeopleForms(prefix="people", initial=first)
    rows.extra = 0 if "back" in request.POST else 1
    return rows


def _asked(request: Request, asked: Round, asks: Typed, do: Callable[..., Made]) -> Made | None:
    """What is made of it; or None, and beside each row that stands in its way a sentence."""
    try:
        return do(asked, by=request.reader, people=[one for _row, one in asks])
    except RowsRefused as refused:
        refuse(refused, asks)
    except Refused as refused:
        asks[0][0].add_error("email", refused.sentence)
    return None


def _say(request: Request, *, asked: int) -> None:
    if asked:
        messages.success(request, previews.told(asked))
    else:
        messages.info(request, _("They are in this round already. Nobody was written to."))


def _people_page(
    request: Request, asked: Round, rows: "BaseFormSet[PersonForm]", status: int = 200
) -> HttpResponse:
    context = {"round": asked, "people": rows, "called": name_of(asked)}
    return render(request, "circle/people.html", context, status=status)
