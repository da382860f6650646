"""Sending a review: what was a draft until now."""

from django.db import transaction

from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation, Round
from mentorship.critique import notices
from mentorship.critique.access import require
from mentorship.critique.changing import hold, mark_changed, review_of
from mentorship.critique.models import Review
from mentorship.documents.models import Document
from mentorship.trail.actions import write


@transaction.atomic
def finish(asked: Round, *, by: Reader, verdict: str, summary: str) -> Review:
    """Send her review: all its drafts at once, with her verdict. The seeker is told.

    Pressed again with nothing new it changes nothing. Raises Refused "not-found" (404).
    """
    require(by, "finish", on=asked)
    review = review_of(asked, by=by)
    drafts = list(review.comments.drafts().select_related("thread__document__owner"))
    is_same = (review.verdict, review.summary) == (verdict, summary)
    if review.finished_at and is_same and not drafts:
        return review
    moments = {one: hold(one) for one in sorted({d.thread.document for d in drafts}, key=_pk)}
    told = notices.finished(review)
    review.comments.drafts().update(published_at=told.happened_at)
    for document, moment in moments.items():
        mark_changed([d.thread for d in drafts if d.thread.document_id == document.pk], moment)
    review.verdict, review.summary = verdict, summary
    review.finished_at, review.due_at = told.happened_at, None
    review.generation += 1
    review.save()
    circle.answered(Invitation.objects.get(round=asked, person=review.mentor))
    for said in drafts:
        notices.replied(said)
    write("commented", f"review:{review.ref}", owner=asked.owner, by=by)
    return review


@transaction.atomic
def send_as_they_are(review: Review, *, by: Reader) -> Review:
    """Finish with the verdict and summary there are, if any: the letter's one button."""
    require(by, "finish", on=review.round)
    return finish(review.round, by=by, verdict=review.verdict, summary=review.summary)


def _pk(document: Document) -> int:
    return document.pk
