"""The mentor's side: the cover page behind a mailed link, and what she answers there.

A GET here changes nothing: mail scanners follow every link, and twenty of them leave no trace.
"""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import actions as accounts
from accounts.reader import Request
from mentorship.circle import actions, offers
from mentorship.circle.forms.answering import CodeForm, LaterForm
from mentorship.circle.later_days import days
from mentorship.circle.models import Invitation, Pass
from mentorship.circle.visitors import link_cookie, passes, places
from mentorship.documents.models import Document, Version
from mentorship.toolbox.access import for_visitors, public
from mentorship.toolbox.refused import Refused

CHOICES = {"later", "no", "stop", "never"}


@public
@require_safe
def entry(request: Request, ref: str, token: str) -> HttpResponse:
    """Take the token out of the address bar, and go on to the cover page, whatever it is worth.

    Where this browser may read already there is nothing to press: it goes on to what is told of.
    """
    choice = request.GET.get("choice", "")
    is_stop = Invitation.objects.for_stop_token(ref, token).exists()
    there = reverse("circle:silence" if is_stop else "circle:cover", args=[ref])
    query = "?" + urlencode({"choice": choice}) if choice in CHOICES else ""
    known = "" if query else places.at_once(request, ref, token)
    response = redirect(known or there + query)
    response["Referrer-Policy"] = "no-referrer"
    link_cookie.follow(request, response, ref, token)
    return response


@public
@require_safe
def cover(request: Request, ref: str) -> HttpResponse:
    """The letter as a page: who asks whom, the questions, how long, by when, one button."""
    held = link_cookie.held(request, ref)
    if held is None:
        return _closed(request, ref)
    with timezone.override(held.invitation.person.zone):
        return _cover_page(request, held, LaterForm())


def _cover_page(
    request: Request, held: link_cookie.Held, form: LaterForm, status: int = 200
) -> HttpResponse:
    invitation = held.invitation
    offered = days(until=invitation.due_on)
    is_over = invitation.answered_at or invitation.round.closed_at
    context = {
        "held": held,
        "invitation": invitation,
        "round": invitation.round,
        "texts": _open_texts(held),
        "look": offers.look_at(invitation, held.by),
        "choice": "" if is_over else request.GET.get("choice", ""),
        "why_not": link_cookie.why_not(request, invitation),
        "days": offered,
        "is_late": bool(invitation.due_on and offered[0] > invitation.due_on),
        "form": form,
    }
    return render(request, "circle/cover.html", context, status=status)


def _open_texts(held: link_cookie.Held) -> list[tuple[Document, str]]:
    """The documents that she may still read, each with its address once this browser may open it."""
    documents = Document.objects.visible_to(held.by).filter(rounds=held.invitation.round)
    ready = Version.objects.visible_to(held.by).ready().filter(document__in=documents)
    versions = ready.select_related("document").defer("text").order_by("number")
    pages = {one.document_id: one.get_absolute_url() for one in versions if held.link is None}
    return [(document, pages.get(document.pk, "")) for document in documents.order_by("pk")]


@public
@require_POST
def visitor_pass(request: Request, ref: str) -> HttpResponse:
    """Continue: the link becomes this browser's pass, and what its letter tells of opens."""
    held = link_cookie.held(request, ref)
    if held is None or link_cookie.why_not(request, held.invitation):
        return redirect("circle:cover", ref)
    _note_time_zone(request, held)
    if held.link is None:
        actions.continue_(held.invitation, by=held.by)
        return redirect(places.onward(request, held))
    if held.invitation.always_by_code:
        actions.send_code(ref, by=request.reader)
        return redirect("circle:code", ref)
    _token, browser = link_cookie.followed(request, ref)
    try:
        made = actions.accept_link(held.invitation, by=held.by, link=held.link, browser=browser)
    except Refused:
        return redirect("circle:cover", ref)
    response = redirect(places.onward(request, held))
    passes.hand_over(response, made, beside=passes.shown_by(request))
    return response


def _note_time_zone(request: Request, held: link_cookie.Held) -> ZoneInfo:
    """Hers, from now on as her browser says in the form she sends."""
    accounts.note_time_zone(request.POST.get("time_zone", ""), by=held.by)
    held.invitation.person.refresh_from_db(fields=["time_zone"])
    return held.invitation.person.zone


@public
@require_http_methods(["GET", "POST"])
def code(request: Request, ref: str) -> HttpResponse:
    """A code from the letter to the invited address opens it in this browser."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        _token, browser = link_cookie.followed(request, ref)
        typed, shown = form.cleaned_data["code"], passes.shown_by(request)
        try:
            made = actions.enter_code(ref, typed, by=request.reader, shown=shown, browser=browser)
        except Refused as refused:
            form.add_error("code", refused.sentence)
        else:
            if made:
                return _let_in(request, made, shown)
            form.add_error("code", _("This is not the code, or it is older than ten minutes."))
    context = {"ref": ref, "form": form}
    return render(request, "circle/code.html", context, status=422 if form.errors else 200)


def _let_in(request: Request, made: Pass, shown: list[str]) -> HttpResponse:
    """A right code goes straight on, as Continue does; somebody else's account is told whose it is."""
    held = link_cookie.Held(made.invitation, passes.as_visitor(made.invitation))
    if link_cookie.why_not(request, made.invitation):
        response = redirect(made.invitation)
    else:
        _note_time_zone(request, held)
        actions.continue_(made.invitation, by=held.by)
        response = redirect(places.onward(request, held))
    passes.hand_over(response, made, beside=shown)
    return response


@public
@require_POST
def code_letters(request: Request, ref: str) -> HttpResponse:
    """Mail a code to the invited address. The answer is the same whether or not it was mailed."""
    actions.send_code(ref, by=request.reader)
    return redirect("circle:code", ref)


@public
@require_http_methods(["GET", "POST"])
def fresh_link(request: Request, ref: str) -> HttpResponse:
    """Mail a new link to the invited address. The answer is the same whether or not it was."""
    if request.method == "POST":
        actions.send_fresh_link(ref, by=request.reader)
        return redirect("circle:fresh_link", ref)
    return render(request, "circle/fresh_link.html", {"ref": ref})


@public
@require_POST
def postponement(request: Request, ref: str) -> HttpResponse:
    """Later, on a day she picks."""
    held = link_cookie.held(request, ref)
    if held is None or link_cookie.why_not(request, held.invitation):
        return redirect("circle:cover", ref)
    form = LaterForm(request.POST)
    with timezone.override(_note_time_zone(request, held)):
        if not form.is_valid():
            return _cover_page(request, held, form, status=422)
    actions.postpone(held.invitation, by=held.by, until=form.cleaned_data["until"])
    return redirect("circle:cover", ref)


@public
@require_POST
def regrets(request: Request, ref: str) -> HttpResponse:
    """Not this time."""
    held = link_cookie.held(request, ref)
    if held and not link_cookie.why_not(request, held.invitation):
        actions.decline(held.invitation, by=held.by)
    return redirect("circle:cover", ref)


@public
@require_POST
def disowning(request: Request, ref: str) -> HttpResponse:
    """I am not the one this letter is for."""
    held = link_cookie.held(request, ref)
    if held is None or held.link is None or link_cookie.why_not(request, held.invitation):
        return redirect("circle:cover", ref)
    actions.report_wrong_person(held.invitation, by=held.by)
    return render(request, "circle/disowned.html", {"seeker": held.invitation.seeker})


@public
@require_http_methods(["GET", "POST"])
def silence(request: Request, ref: str) -> HttpResponse:
    """No more letters: from this seeker, or from anybody."""
    invitation = link_cookie.to_stop(request, ref)
    if invitation is None or link_cookie.why_not(request, invitation):
        return _closed(request, ref)
    if request.method == "POST":
        _silence(request, invitation, request.POST.get("whom", ""))
        return redirect("circle:silence", ref)
    seekers = set(invitation.person.silences.values_list("seeker", flat=True))
    context = {
        "invitation": invitation,
        "is_silent": invitation.seeker.pk in seekers,
        "is_silent_for_all": None in seekers,
    }
    return render(request, "circle/silence.html", context)


def _silence(request: Request, invitation: Invitation, whom: str) -> None:
    person, seeker = invitation.person, invitation.seeker
    if whom == "nobody":
        actions.end_silence(person, seeker=seeker, by=request.reader)
    else:
        of = None if whom == "everybody" else seeker
        actions.silence(person, seeker=of, by=request.reader)


@for_visitors
@require_POST
def departure(request: Request, ref: str, document: str) -> HttpResponse:
    """I no longer want to see this document."""
    invitations = Invitation.objects.visible_to(request.reader)
    invitation = get_object_or_404(invitations, ref=ref)
    granted = Document.objects.visible_to(request.reader).filter(rounds=invitation.round)
    left = get_object_or_404(granted, ref=document)
    actions.leave(invitation, left, by=request.reader)
    messages.success(request, _("You have left “%(title)s”.") % {"title": left.title})
    return redirect(invitation)


def _closed(request: Request, ref: str) -> HttpResponse:
    """The same page for a link that is spent, late, taken back or was never there.

    Whoever proves that it was hers reads what became of it: no new link would ever come.
    """
    over = link_cookie.over(request, ref)
    if over is None:
        return render(request, "circle/closed.html", {"ref": ref})
    context = {"invitation": over, "is_deleted": over.revoked_at is None}
    return render(request, "circle/over.html", context)
