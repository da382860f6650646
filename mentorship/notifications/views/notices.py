"""The bell: what happened, as the letters tell it; and which letters come at all."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.reader import Request
from mentorship.notifications import actions, bell, stopping
from mentorship.notifications.forms import LettersForm, SeenForm
from mentorship.notifications.models import Notice, Preference
from mentorship.notifications.topics import Topic
from mentorship.toolbox.access import public
from mentorship.toolbox.web.fragments import wants_fragment

PER_PAGE = 30


@require_safe
def notices(request: Request) -> HttpResponse:
    """What happened, the newest first. What was shown is marked as seen by a press, or by script."""
    hers = Notice.objects.visible_to(request.reader).newest_first()
    page = Paginator(hers, PER_PAGE).get_page(request.GET.get("page"))
    shown = bell.shown_notices(page)
    newest = shown[0].happened_at if shown else None
    has_new = any(notice.is_new for notice in shown)
    context = {"page": page, "notices": shown, "newest": newest, "has_new": has_new}
    return render(request, "notifications/notices.html", context)


@require_POST
def seen(request: Request) -> HttpResponse:
    """These were shown."""
    form = SeenForm(request.POST)
    if form.is_valid():
        actions.note_seen(form.cleaned_data["until"], by=request.reader)
    return (
        HttpResponse(status=204) if wants_fragment(request) else redirect("notifications:notices")
    )


@require_http_methods(["GET", "POST"])
def letters(request: Request) -> HttpResponse:
    """Which letters come."""
    stopped = Preference.objects.visible_to(request.reader).never()
    wanted = set(Topic.values) - set(stopped.values_list("topic", flat=True))
    form = LettersForm(request.POST or None, initial={"topics": sorted(wanted)})
    if form.is_valid():
        actions.choose(form.cleaned_data["topics"], by=request.reader)
        messages.success(request, _("Your choice is saved."))
        return redirect("notifications:letters")
    status = 422 if form.errors else 200
    return render(request, "notifications/letters.html", {"form": form}, status=status)


@public
@csrf_exempt  # mail programs post here from nowhere (RFC 8058); the token in the address asks
@require_http_methods(["GET", "POST"])
def unsubscription(request: Request, ref: str, topic: str, token: str) -> HttpResponse:
    """Stop letters about one topic, or let them come again. Names nobody, and opens nothing else."""
    letters = stopping.for_token(ref, topic, token)
    if letters is None:
        raise Http404
    if request.method == "POST":
        again = "again" in request.POST
        pace = Preference.Pace.AT_ONCE if again else Preference.Pace.NEVER
        actions.set_pace(letters.person, letters.topic, pace)
    return render(request, "notifications/unsubscription.html", {"letters": letters})
