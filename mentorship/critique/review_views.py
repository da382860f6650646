"""Finishing a review: on its page, or by the one button of the letter about drafts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.reader import Request
from mentorship.circle.models import Round
from mentorship.critique import actions, answers, links
from mentorship.critique.access import as_mentor, asked_in
from mentorship.critique.models import Comment, Review
from mentorship.critique.review_forms import FinishForm
from mentorship.documents.models import Document
from mentorship.toolbox.access import for_visitors, public


@for_visitors
@require_http_methods(["GET", "POST"])
def finish(request: Request, ref: str) -> HttpResponse:
    """The verdict, one tap; pressing it sends all drafts."""
    asked = get_object_or_404(asked_in(request.reader).select_related("owner"), ref=ref)
    review = Review.objects.visible_to(request.reader).filter(round=asked).first()
    now = {"summary": review.summary, "verdict": review.verdict} if review else {}
    form = FinishForm(request.POST or None, initial=now)
    if form.is_valid():
        actions.finish(asked, by=request.reader, **form.cleaned_data)
        told = _("Sent to %(name)s. You can add more and finish again.")
        messages.success(request, told % {"name": asked.owner.name})
        return redirect(_first_document(request, asked).versions.latest("number"))
    return _finish_page(request, asked, form)


@for_visitors
@require_POST
def one_sending(request: Request, ref: str) -> HttpResponse:
    """Send this one now; the rest of her review waits."""
    hers = Comment.objects.visible_to(request.reader).filter(author=request.reader.person)
    parts = ("thread__document__owner", "thread__round", "review__round__owner", "author")
    found = get_object_or_404(hers.standing().select_related(*parts), ref=ref)
    actions.send_now(found, by=request.reader)
    return answers.done(request, found.thread, answers.latest(found.thread))


def _finish_page(request: Request, asked: Round, form: FinishForm) -> HttpResponse:
    hers = Comment.objects.visible_to(request.reader).drafts()
    context = {
        "round": asked,
        "form": form,
        "drafts": hers.filter(review__round=asked).count(),
        "verdicts": Review.Verdict.choices,
        "document": _first_document(request, asked),
    }
    status = 422 if form.errors else 200
    return render(request, "critique/finish.html", context, status=status)


def _first_document(request: Request, asked: Round) -> Document:
    documents = Document.objects.visible_to(request.reader).filter(rounds=asked)
    return get_object_or_404(documents.order_by("pk")[:1])


@public
@require_http_methods(["GET", "POST"])
def sending(request: Request, ref: str, token: str) -> HttpResponse:
    """From the letter about drafts: one button sends them as they are."""
    reviews = Review.objects.for_token(ref, token).select_related("round__owner", "mentor")
    review = get_object_or_404(reviews)
    by = as_mentor(review)
    is_sent = not links.opens(token, review.ref, review.generation)
    if request.method == "POST" and not is_sent:
        actions.send_as_they_are(review, by=by)
        return redirect("critique:sending", ref, token)
    drafts = (
        Comment.objects.visible_to(by).drafts().filter(review=review).select_related("suggestion")
    )
    context = {"review": review, "is_sent": is_sent, "drafts": drafts.order_by("pk")}
    return render(request, "critique/sending.html", context)
