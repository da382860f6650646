"""What only its author sees: one mentor's review in a round, and the drafts in it."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.expressions import CombinedExpression

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation, Pass, Round
from mentorship.critique.models import Comment, Review, Thread
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.questions.changed import changed
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.words import sanitiser

REMINDED_AFTER = timedelta(hours=24)


def review_of(asked: Round, *, by: Reader) -> Review:
    """Her review in this round, begun if need be, locked: two posts of one form wait here."""
    person, hand = _person(by), hand_of(by, asked)
    review = _locked(asked, person, hand).first() or _begun(asked, person, hand)
    review.round, review.mentor = asked, person  # known, and not asked for again
    note_begun(not_begun(asked, by))
    return review


def hold_review(asked: Round, *, by: Reader) -> Pass | None:
    """As `review_of` for one more draft: locked by the change that counts the time until she is
    reminded from now. The hand of the review, which `held_review` gives, and `not_begun` is left.
    """
    person, hand = _person(by), hand_of(by, asked)
    if not _postponed(asked, person, hand).change():
        remind_later(_begun(asked, person, hand))
    return hand


@composed
def _postponed(asked: Round, mentor: User, hand: Pass | None) -> QuerySet[Review]:
    return changed(Review.objects.filter(round=asked, mentor=mentor, hand=hand), due_at=_due())


@composed
def held_review(asked: Round, by: Reader, hand: Pass | None) -> QuerySet[Review]:
    """Her review in this round by this hand."""
    return Review.objects.filter(round=asked, mentor=by.person, hand=hand)


def note_begun(invitations: Iterable[Invitation]) -> None:
    """She has written something, which only she sees: noted once for each ask."""
    for invitation in invitations:
        circle.begun(invitation)


@composed
def not_begun(asked: Round, by: Reader) -> QuerySet[Invitation]:
    """Those of her invitations in which she has written nothing yet."""
    return Invitation.objects.filter(round=asked, person=by.person, begun_at=None)


def _person(by: Reader) -> User:
    assert by.person is not None  # noqa: S101 - rights were asked, and nobody has none
    return by.person


def _begun(asked: Round, mentor: User, hand: Pass | None) -> Review:
    locked = Review.objects.select_for_update(of=("self",))
    return locked.get_or_create(round=asked, mentor=mentor, hand=hand)[0]


@composed
def _locked(asked: Round, mentor: User, hand: Pass | None) -> QuerySet[Review]:
    reviews = Review.objects.select_for_update(of=("self",))
    return reviews.filter(round=asked, mentor=mentor, hand=hand)


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
    """One more draft of her review, not yet inserted."""
    return Comment(
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
    Review.objects.filter(pk=review.pk).update(due_at=_due())


def _due() -> CombinedExpression:
    return Now() + REMINDED_AFTER
