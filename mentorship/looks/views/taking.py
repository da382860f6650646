"""A reader's side: what will happen, page one, and the questions.

A GET here changes nothing: mail scanners follow every link, and twenty of them leave no trace.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accounts.reader import Request
from mentorship.looks import actions, links, pictures, visitors
from mentorship.looks.forms import RecallForm, RelevanceForm, StartForm
from mentorship.looks.models import Look, Showing
from mentorship.looks.visitors import Held
from mentorship.toolbox.access import public
from mentorship.toolbox.clock.moments import now

COMING = 2  # seconds that a picture may take to come, where no script knows when it is there


@public
@require_safe
def entry(request: Request, ref: str, token: str) -> HttpResponse:
    """Take the token out of the address bar, and go on to the look, whatever it is worth."""
    response = redirect("looks:look", ref)
    response["Referrer-Policy"] = "no-referrer"
    visitors.follow(request, response, ref, token)
    return response


@public
@require_http_methods(["GET", "POST"])
def look(request: Request, ref: str) -> HttpResponse:
    """What will happen; the press that starts it is answered with page one itself.

    Not with a redirect to it, so that reading the page again is another press, which leads to the
    questions: nobody looks twice.
    """
    held = visitors.held(request, ref)
    showing = _open(held)
    if held is None or showing is None:
        return _closed(request, held)
    if held.look:
        return redirect("looks:thanks" if held.look.answered_at else "looks:questions", ref)
    form = StartForm(request.POST or None, may_read=held.invitation is not None)
    if request.method == "POST" and not _is_hers(request, showing):
        return _start(request, held, showing, form)
    context = {"held": held, "seeker": _seeker(showing), "form": form}
    return render(request, "looks/look.html", context | {"is_hers": _is_hers(request, showing)})


def _start(request: Request, held: Held, showing: Showing, form: StartForm) -> HttpResponse:
    begun, is_new = actions.start(held, showing, by=held.by, **form.chosen())
    if not is_new or begun.by_text:
        return redirect("looks:questions", held.ref)
    token = links.picture(begun.ref)
    seconds = begun.seconds or int((begun.picture_ends_at - begun.started_at).total_seconds())
    context = {
        "picture": reverse("looks:page_one", args=[held.ref, token]),
        "page": pictures.first_page(showing),
        "next": reverse("looks:questions", args=[held.ref]),
        "seconds": seconds,
        "is_timed": begun.seconds is not None,
    }
    response = render(request, "looks/page_one.html", context)
    response["Refresh"] = f"{seconds + COMING}; url={context['next']}"
    return response


@public
@require_safe
def page_one(request: Request, ref: str, token: str) -> HttpResponse:
    """The picture, covered, at an address that dies with the look."""
    held = visitors.held(request, ref)
    begun = held.look if held else None
    if begun is None or not links.shows(token, begun.ref) or not _is_on(begun):
        raise Http404
    response = HttpResponse(pictures.covered(begun.showing), content_type="image/webp")
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _is_on(begun: Look) -> bool:
    return begun.answered_at is None and not begun.by_text and now() < begun.picture_ends_at


@public
@require_http_methods(["GET", "POST"])
def questions(request: Request, ref: str) -> HttpResponse:
    """What stayed in mind."""
    held = visitors.held(request, ref)
    showing = _open(held)
    if held is None or showing is None:
        return _closed(request, held)
    if held.look is None or held.look.answered_at:
        return redirect("looks:look", ref)
    form = RecallForm(request.POST or None)
    if form.is_valid():
        actions.answer(held.look, by=held.by, said=form.said())
        return redirect("looks:relevance" if held.job else "looks:thanks", ref)
    eyes = form.eyes() if form.is_bound else []
    page = pictures.first_page(showing)
    context = {"held": held, "look": held.look, "page": page, "form": form, "eyes": eyes}
    context["version"] = showing.version
    return render(request, "looks/questions.html", context, status=422 if form.errors else 200)


@public
@require_http_methods(["GET", "POST"])
def relevance(request: Request, ref: str) -> HttpResponse:
    """The job, shown once all else is answered, and whether the page is relevant to it."""
    held = visitors.held(request, ref)
    if held is None or _open(held) is None:
        return _closed(request, held)
    if held.look is None or held.look.answered_at is None or held.job is None:
        return redirect("looks:look", ref)
    form = RelevanceForm(request.POST or None, initial={"relevant": held.look.relevant})
    if form.is_valid():
        actions.judge(held.look, by=held.by, **form.cleaned_data)
        return redirect("looks:thanks", ref)
    context = {"held": held, "job": held.job, "form": form}
    return render(request, "looks/relevance.html", context, status=422 if form.errors else 200)


@public
@require_safe
def thanks(request: Request, ref: str) -> HttpResponse:
    """That it is enough, and what she may do if she has more time."""
    held = visitors.held(request, ref)
    showing = _open(held)
    if held is None or showing is None:
        return _closed(request, held)
    if held.look is None or held.look.answered_at is None:
        return redirect("looks:look", ref)
    context = {"held": held, "seeker": _seeker(showing), "version": showing.version}
    return render(request, "looks/thanks.html", context)


def _open(held: Held | None) -> Showing | None:
    """What there is to see, unless it was given to others, or its round is closed."""
    is_over = held is None or held.is_full or held.is_closed
    return None if is_over or held is None else held.showing


def _seeker(showing: Showing) -> str:
    return showing.version.document.owner.name


def _is_hers(request: Request, showing: Showing) -> bool:
    return request.reader.owns and request.reader.person == showing.version.document.owner


def _closed(request: Request, held: Held | None) -> HttpResponse:
    """The same for a link that is ended, late, or was never there; whoever holds one reads why."""
    context = {"is_full": bool(held and held.is_full), "is_closed": bool(held and held.is_closed)}
    return render(request, "looks/closed.html", context, status=404)
