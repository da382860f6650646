"""Sending a review: what was a draft until now."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation, Round
from mentorship.critique.access import require
from mentorship.critique.comments import budgets
from mentorship.critique.comments.drafts import review_of
from mentorship.critique.models import Comment, FilledChecklist, Review, Thread
from mentorship.critique.notices import finished, published, sent_now
from mentorship.critique.threads.changes import lock, lock_thread, mark_changed
from mentorship.documents.models import Document
from mentorship.toolbox.questions.changed import changed
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.together import together
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from mentorship.toolbox.work.killpoints import killpoint
from mentorship.trail.actions import write


@transaction.atomic
def finish(
    asked: Round,
    *,
    by: Reader,
    verdict: str,
    summary: str,
    lens: str | None = None,
    revision: int | None = None,
) -> Review:
    """Send her review: all its drafts at once, with her verdict. The seeker is told.

    Pressed again with nothing new it changes nothing.

    lens      from where she reads, one of `Review.Lens`, or empty; None leaves it as it is
    revision  of the review she saw: see `Review.generation`

    Raises Refused "not-found" (404), and Stale when another window sent another summary since.
    """
    require(by, "finish", on=asked)
    budgets.lock(by)
    review = review_of(asked, by=by)
    drafts, [invitation], filled = together(
        _drafts(by, asked), _invitation(by, asked), _filled(by, asked)
    )
    summary, lens = summary.replace("\r\n", "\n"), review.lens if lens is None else lens
    is_elsewhere = revision not in {None, review.generation} and review.summary not in {"", summary}
    if is_elsewhere:
        raise Stale(review.summary, seen=review.generation, field="summary")
    checklists = [one for one in filled if one.review_id == review.pk and one.is_unsent]
    is_same = (review.verdict, review.summary, review.lens) == (verdict, summary, lens)
    is_new = bool(drafts or checklists or not is_same)
    if review.finished_at and invitation.answered_at and not is_new:
        return review
    changed = {d.thread for d in drafts} | _shown_from_now_on(review)
    moments = {one: lock(one) for one in sorted({t.document for t in changed}, key=_pk)}
    killpoint("review-untold")
    told = finished.tell_seeker(review)
    _published([draft.pk for draft in drafts], review, told.happened_at).change()
    _send(checklists, told.happened_at)
    for document, moment in moments.items():
        mark_changed([thread for thread in changed if thread.document_id == document.pk], moment)
    review.verdict, review.summary, review.lens = verdict, summary, lens
    review.finished_at, review.due_at = told.happened_at, None
    review.generation += 1
    review.save()
    circle.answered(invitation)
    published.tell_of_all(drafts)
    write("commented", f"review:{review.ref}", owner=asked.owner, by=by)
    killpoint("review-uncommitted")
    return review


@transaction.atomic
def send_as_they_are(review: Review, *, by: Reader) -> Review:
    """Finish with the verdict and summary there are, if any: the letter's one button."""
    require(by, "finish", on=review.round)
    return finish(review.round, by=by, verdict=review.verdict, summary=review.summary)


@transaction.atomic
def send_now(comment: Comment, *, by: Reader) -> None:
    """Send this one of her drafts, and none of the others: her review goes on. The seeker is told.

    Sent already, it stays as it is. Raises Refused "not-found", and "may-not" when it is not hers.
    """
    require(by, "read", on=comment.thread)
    if not Comment.objects.by(by).filter(pk=comment.pk).exists():
        raise Refused("may-not", _("Only the person who wrote it can send it."), status=403)
    if comment.review is None:  # the seeker's own, who has no drafts
        return
    require(by, "finish", on=comment.review.round)
    budgets.lock(by)
    review = review_of(comment.review.round, by=by)
    moment = lock_thread(comment.thread)
    unsent = Comment.objects.drafts()
    sent = {"published_at": timezone.now(), "review": review}
    if not unsent.filter(pk=comment.pk).update(**sent):
        return
    mark_changed([comment.thread], moment)
    waiting = Review.objects.filter(comments__in=unsent)
    Review.objects.filter(pk__in={review.pk, comment.review_id}).exclude(pk__in=waiting).update(
        due_at=None
    )
    circle.heard(Invitation.objects.get(round=review.round, person=review.mentor))
    sent_now.tell_seeker(comment)
    published.tell_of(comment)
    write("commented", f"review:{review.ref}", owner=review.round.owner, by=by)


@composed
def _drafts(by: Reader, asked: Round) -> QuerySet[Comment]:
    unsent = Comment.objects.drafts().by(by).filter(review__round=asked)
    return unsent.select_related("thread__document__owner")


@composed
def _published(drafts: list[int], review: Review, at: datetime) -> QuerySet[Comment]:
    return changed(Comment.objects.filter(pk__in=drafts), published_at=at, review=review)


@composed
def _invitation(by: Reader, asked: Round) -> QuerySet[Invitation]:
    return Invitation.objects.filter(round=asked, person=by.person)


@composed
def _filled(by: Reader, asked: Round) -> QuerySet[FilledChecklist]:
    return FilledChecklist.objects.visible_to(by).filter(review__round=asked)


def _send(checklists: list[FilledChecklist], at: datetime) -> None:
    """Their answers leave with the review; where all were taken back, the checklist with them."""
    for one in checklists:
        one.sent_answers, one.sent_at = one.answers, at if any(one.answers) else None
        one.save(update_fields=["sent_answers", "sent_at"])


def _shown_from_now_on(review: Review) -> set[Thread]:
    """Where she sent something by itself before that others see now that she finishes for the first time."""
    if review.finished_at or review.round.openness != Round.Openness.BLIND_FIRST:
        return set()
    hers = Q(author=review.mentor, hand=review.hand) | Q(asks_all=True)
    early = Thread.objects.sent().filter(hers, round=review.round)
    return set(early.select_related("document"))


def _pk(document: Document) -> int:
    return document.pk
