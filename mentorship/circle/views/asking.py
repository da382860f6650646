"""The seeker's side: asking, and what became of it."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BaseFormSet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.addresses import identity
from accounts.reader import Request
from mentorship.circle import actions, links
from mentorship.circle.asking import RowsRefused
from mentorship.circle.forms.answering import AnotherLookForm
from mentorship.circle.forms.asking import AskForm, PeopleForms, PersonForm, as_typed, rows_as_typed
from mentorship.circle.forms.people import refuse, typed
from mentorship.circle.models import Invitation, Round
from mentorship.circle.views import previews
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.forms import show
from mentorship.toolbox.refused import Refused

PER_PAGE = 20
Made = TypeVar("Made")


@require_safe
def rounds(request: Request) -> HttpResponse:
    """What became of what I asked, the newest first; of one document alone by `?document=`."""
    mine = Round.objects.owned_by(request.reader).with_progress()
    if document := request.GET.get("document"):
        mine = mine.filter(documents__ref=document)
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "circle/rounds.html", {"page": page})


@require_http_methods(["GET", "POST"])
def ask(request: Request) -> HttpResponse:
    """Whom to ask, to read what, by when. What they get is seen first; then one press asks them all."""
    if request.method == "GET":
        form = AskForm(by=request.reader, initial=_wanted(request))
        return _ask_page(request, form, PeopleForms(prefix="people"))
    if {"more", "example", "back"} & request.POST.keys():
        return _once_more(request)
    form = AskForm(request.POST, by=request.reader)
    rows = PeopleForms(request.POST, prefix="people")
    if form.is_valid() & rows.is_valid():
        if "preview" in request.POST:
            if seen := _asked(request, form, rows, actions.preview):
                key = str(form.cleaned_data["key"])
                context = previews.shown(seen, request.POST, action=request.path, key=key)
                return render(request, previews.PAGE, context)
        elif asked := _asked(request, form, rows, actions.ask):
            messages.success(request, previews.told(asked.invitations.count()))
            return redirect(asked)
    return _ask_page(request, form, rows, status=422)


def _wanted(request: Request) -> dict[str, Any]:
    """What the page that led here names: texts, and the job they are for, or were made for."""
    texts = request.GET.getlist("document")
    made_for = Pursuit.objects.owned_by(request.reader).filter(tailorings__document__ref__in=texts)
    job = request.GET.get("pursuit") or made_for.values_list("ref", flat=True).first()
    return {"documents": texts, "pursuit": job}


def _once_more(request: Request) -> HttpResponse:
    """What was typed, with one more row, with an example among the questions, or as it was."""
    form = AskForm(by=request.reader, initial=as_typed(request.POST))
    rows = PeopleForms(prefix="people", initial=rows_as_typed(request.POST))
    rows.extra = 1 if "more" in request.POST else 0
    return _ask_page(request, form, rows)


def _ask_page(
    request: Request, form: AskForm, rows: "BaseFormSet[PersonForm]", status: int = 200
) -> HttpResponse:
    context = {"form": form, "people": rows}
    return render(request, "circle/ask.html", context, status=status)


def _asked(
    request: Request, form: AskForm, rows: "BaseFormSet[PersonForm]", do: Callable[..., Made]
) -> Made | None:
    """What is made of the ask; or None, and beside each field that stands in its way a sentence."""
    asks = typed(rows, besides=form.known)
    people = [person for _row, person in asks] + form.known
    if not people:
        return None
    given = {"people": people, "ask": form.ask, "key": form.cleaned_data["key"]}
    try:
        return do(form.to_read, by=request.reader, **given)
    except RowsRefused as refused:
        refuse(refused, asks)
        for person in form.known:
            if sentence := refused.sentences.get(identity(person.email)):
                form.add_error("colleagues", f"{person.name}: {sentence}")
    except Refused as refused:
        form.add_error(refused.field, refused.sentence)
    return None


@require_POST
def letters(request: Request, ref: str) -> HttpResponse:
    """One more letter to the same person."""
    invitation = _mine(request, ref)
    actions.send_again(invitation, by=request.reader)
    messages.success(
        request, _("A new email to %(name)s is on its way.") % {"name": invitation.name}
    )
    return redirect(invitation.round)


@require_http_methods(["GET", "POST"])
def another_look(request: Request, ref: str) -> HttpResponse:
    """Ask whoever has finished once more: by one press, or with a few words and a day."""
    invitation = _mine(request, ref)
    form = AnotherLookForm(request.POST if request.method == "POST" else None)
    status = 422
    if form.is_valid():
        try:
            actions.ask_again(invitation, by=request.reader, **form.cleaned_data)
        except Refused as refused:
            show(refused, on=form)
            status = refused.status
        else:
            told = _("%(name)s is asked for another look.") % {"name": invitation.name}
            messages.success(request, told)
            return redirect(invitation.round)
    context = {"invitation": invitation, "form": form}
    answer = status if form.errors else 200
    return render(request, "circle/another_look.html", context, status=answer)


@require_http_methods(["GET", "POST"])
def copy(request: Request, ref: str) -> HttpResponse:
    """A link to send by other means: made by one press, shown until the next one is made."""
    invitation = _mine(request, ref)
    if request.method == "POST":
        actions.copy_link(invitation, by=request.reader)
        return redirect("circle:copy", ref)
    link = links.passed_on(invitation) if invitation.copies else ""
    return render(request, "circle/copy.html", {"invitation": invitation, "link": link})


@require_http_methods(["GET", "POST"])
def revocation(request: Request, ref: str) -> HttpResponse:
    """Ask once; then it is taken back."""
    invitation = _mine(request, ref)
    if request.method == "POST":
        actions.revoke(invitation, by=request.reader)
        told = _("%(name)s can no longer read this.") % {"name": invitation.name}
        messages.success(request, told)
        return redirect(invitation.round)
    return render(request, "circle/revocation.html", {"invitation": invitation})


def _mine(request: Request, ref: str) -> Invitation:
    mine = Invitation.objects.owned_by(request.reader).select_related("round__owner", "person")
    return get_object_or_404(mine, ref=ref)
