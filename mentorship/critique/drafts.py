"""What only its author sees: one mentor's review in a round, and the drafts in it."""

from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation, Pass, Round
from mentorship.critique.models import Comment, Review, Thread
from mentorship.toolbox import sanitiser
from mentorship.toolbox.moments import Now
from mentorship.toolbox.questions.composed import composed

REMINDED_AFTER = timedelta(hours=24)


def review_of(asked: Round, *, by: Reader) -> Review:
    """Her review in this round, begun if need be, locked: two posts of one form wait here."""
    assert by.person is not None  # noqa: S101 - rights were asked, and nobody has none
    hand = hand_of(by, asked)
    review = _locked(asked, by.person, hand).first()
    if review is None:
        locked = Review.objects.select_for_update(of=("self",))
        review, _is_new = locked.get_or_create(round=asked, mentor=by.person, hand=hand)
    for invitation in _not_begun(asked, by.person):  # once for each ask
        circle.begun(invitation)
    return review


@composed
def _locked(asked: Round, mentor: User, hand: Pass | None) -> QuerySet[Review]:
    reviews = Review.objects.select_for_update(of=("self",))
    return reviews.filter(round=asked, mentor=mentor, hand=hand)


@composed
def _not_begun(asked: Round, person: User) -> QuerySet[Invitation]:
    return Invitation.objects.filter(round=asked, person=person, begun_at=None)


def hand_of(by: Reader, asked: Round | None) -> Pass | None:
    """What stands beside all that `by` writes in this round: her passed-on pass, else nothing."""
    if by.scope is None or asked is None or asked.pk in by.proved:
        return None
    # Of several copied links in one browser the first goes on: its review is begun already.
    hers = Pass.objects.filter(pk__in=by.hands, invitation__round=asked)
    return hers.order_by("pk")[:1].get()


def draft(
    thread: Thread, review: Review, text: str, key: UUID, *, by: Reader, why: str = ""
) -> Comment:
    """One more draft of her review."""
    remind_later(review)
    return Comment.objects.create(
        thread=thread,
        review=review,
        author=by.person,
        hand=review.hand,
        key=key,
        text=text,
        html=sanitiser.rendered(text),
        why=why,
    )


def remind_later(review: Review) -> None:
    """She is at it: count the time until she is reminded of her drafts from now."""
    Review.objects.filter(pk=review.pk).update(due_at=Now() + REMINDED_AFTER)
