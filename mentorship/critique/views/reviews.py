"""Finishing a review: on its page, or by the one button of the letter about drafts."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.reader import Reader, Request
from mentorship.circle.models import Round
from mentorship.critique import actions
from mentorship.critique.access import as_mentor, asked_in
from mentorship.critique.forms.reviews import FinishForm
from mentorship.critique.models import Comment, Review, draft_links
from mentorship.critique.reviews.own import Own, checklists_of, offered, own_in
from mentorship.critique.reviews.people import version_read
from mentorship.critique.views import fragments
from mentorship.documents.models import Document, Version
from mentorship.toolbox.access import for_visitors, public
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.stale import Stale


@for_visitors
@require_http_methods(["GET", "POST"])
def finish(request: Request, ref: str) -> HttpResponse:
    """The verdict and what goes with it; one button sends all drafts.

    In a closed round nothing is sent: that is said, and what was typed meanwhile stands there again.
    """
    asked = _asked(request.reader, ref).or_404()
    form = FinishForm(request.POST or None)
    if asked.closed_at and form.is_bound:
        form.refuse_closed(asked.owner.name)
    if not form.is_valid() or "stay" in request.POST:
        return _finish_page(request, asked, form)
    try:
        actions.finish(asked, by=request.reader, **form.cleaned_data)
    except Stale as stale:
        form.refuse(stale)
        return _finish_page(request, asked, form, stale)
    return redirect("critique:sent", ref)


@for_visitors
@require_safe
def sent(request: Request, ref: str) -> HttpResponse:
    """What the mentor has sent, and what comes next; before anything was, the page to finish.

    It stays when the round is closed.
    """
    rounds = Round.objects.visible_to(request.reader).select_related("owner")
    asked = get_object_or_404(rounds, ref=ref)
    own = own_in(asked, request.reader)
    if own.review is None or own.review.finished_at is None:
        get_object_or_404(asked_in(request.reader, or_closed=True), ref=ref)
        return redirect("critique:finish", ref)
    version = first_page(request, asked)
    about = version_read(own.review, version.document)
    context = {"round": asked, "own": own, "version": version, "about": about}
    return render(request, "critique/reviews/sent.html", context)


@composed
def _asked(reader: Reader, ref: str) -> QuerySet[Round]:
    return asked_in(reader, or_closed=True).filter(ref=ref).select_related("owner")


def _as_it_is(own: Own) -> dict[str, Any]:
    review = own.review
    if review is None:
        return {"lens": own.lens, "revision": 1}
    now = {"summary": review.summary, "verdict": review.verdict, "revision": review.generation}
    return now | {"lens": own.lens}


@for_visitors
@require_POST
def one_sending(request: Request, ref: str) -> HttpResponse:
    """Send this one now; the rest of her review waits."""
    hers = Comment.objects.visible_to(request.reader).by(request.reader)
    parts = ("thread__document__owner", "thread__round", "review__round__owner", "author")
    found = get_object_or_404(hers.standing().select_related(*parts), ref=ref)
    actions.send_now(found, by=request.reader)
    return fragments.done(request, found.thread, fragments.beside(request, found.thread))


def _finish_page(
    request: Request, asked: Round, form: FinishForm, stale: Stale[str] | None = None
) -> HttpResponse:
    own = own_in(asked, request.reader)
    form.initial = _as_it_is(own)
    context = {
        "round": asked,
        "form": form,
        "own": own,
        "stale": stale,
        "version": first_page(request, asked),
        "offered": offered(asked, own, request.reader),
    }
    is_late = stale is not None or asked.closed_at is not None
    status = (409 if is_late else 422) if form.errors else 200
    return render(request, "critique/reviews/finish.html", context, status=status)


def first_page(request: Request, asked: Round) -> Version:
    """The latest version of the first of the round's documents that she may read."""
    documents = Document.objects.visible_to(request.reader).filter(rounds=asked)
    document = get_object_or_404(documents.order_by("pk")[:1])
    return document.versions.select_related("document").latest("number")


@public
@require_http_methods(["GET", "POST"])
def sending(request: Request, ref: str, token: str) -> HttpResponse:
    """From the letter about drafts: one button sends them as they are."""
    reviews = Review.objects.for_token(ref, token).select_related("round__owner", "mentor")
    review = get_object_or_404(reviews)
    by = as_mentor(review)
    is_sent = not draft_links.opens(token, review.ref, review.generation)
    if request.method == "POST" and not (is_sent or review.round.closed_at):
        actions.send_as_they_are(review, by=by)
        return redirect("critique:sending", ref, token)
    drafts = Comment.objects.visible_to(by).drafts().filter(review=review)
    shown = drafts.select_related("suggestion", "thread").order_by("pk")
    checklists = checklists_of(review, by)
    context = {"review": review, "is_sent": is_sent, "drafts": shown, "checklists": checklists}
    return render(request, "critique/reviews/sending.html", context)
