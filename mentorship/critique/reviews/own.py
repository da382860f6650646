"""One mentor's own review, told to herself: what is unsent, unanswered, and said since."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse

from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.critique.models import (
    Checklist,
    Comment,
    FilledChecklist,
    Review,
    Thread,
    questions_to,
)
from mentorship.critique.models.comments import told_to
from mentorship.critique.reviews.checklists import Answered, as_it_is, as_sent
from mentorship.toolbox.questions.composed import composed


@dataclass(frozen=True, slots=True)
class Own:
    """One mentor's own review, before she finishes it (again).

    drafts   what only she sees
    answers  what others said in its threads since she finished
    unanswered
             the seeker's questions she has not answered, by their numbers
    asked    threads with a question of the seeker's to everybody that she has not answered (`text`)
    replied  her threads in which somebody else had the last word, and nobody settled them
    checklists
             what she answered with checklists, sent or not
    lens     from where she reads: as she said, or as she said the last time to the same seeker
    """

    review: Review | None
    drafts: int
    sent: int
    answers: int
    unanswered: dict[int, str]
    asked: list[Thread]
    replied: list[Thread]
    checklists: list[FilledChecklist]
    lens: str

    @property
    def sent_checklists(self) -> list[Answered]:
        """What the seeker has of them."""
        return [as_sent(one) for one in self.checklists if one.sent_at]

    @property
    def has_news(self) -> bool:
        """Whether anything of hers is not sent as it is."""
        return bool(self.drafts or any(one.is_unsent for one in self.checklists))

    @property
    def left(self) -> int:
        """How much she was asked and has not answered."""
        return len(self.unanswered) + len(self.asked)


def own_in(asked: Round, reader: Reader) -> Own:
    """Of the reader's review in this round."""
    review = _reviews(asked, reader).first()
    # Nobody knows who came by a link that was passed on.
    is_known = reader.scope is None or asked.pk in reader.proved
    last = _with_lens(reader, asked.owner_id).first() if is_known else None
    since = review.finished_at if review and review.finished_at else None
    return Own(
        review=review,
        drafts=_hers(asked, reader, is_sent=False).count(),
        sent=_hers(asked, reader, is_sent=True).count(),
        answers=_of_others(asked, reader, since).count() if since else 0,
        unanswered=_unanswered(asked, reader),
        asked=list(_asked_of_all(asked, reader)),
        replied=list(_replied(asked, reader)) if since else [],
        checklists=list(FilledChecklist.objects.visible_to(reader).filter(review=review)),
        lens=(review and review.lens) or (last.lens if last else ""),
    )


@dataclass(frozen=True, slots=True)
class Offered:
    """A checklist that can be answered in this review, or was: where, and what is said so far."""

    name: str
    url: str
    answered: Answered | None = None
    is_unsent: bool = False


def offered(asked: Round, own: Own, reader: Reader) -> list[Offered]:
    """What she has begun to answer here, then the rest of her checklists; of these none to a pass."""
    begun = {one.made_of: one for one in own.checklists}
    found = [
        Offered(one.name, _answering(asked, ref), as_it_is(one), is_unsent=one.is_unsent)
        for ref, one in begun.items()
    ]
    rest = Checklist.objects.owned_by(reader).exclude(ref__in=begun)
    return found + [Offered(one.name, _answering(asked, one.ref)) for one in rest]


def _answering(asked: Round, made_of: str) -> str:
    return reverse("critique:answering", args=[asked.ref, made_of])


def checklists_of(review: Review, reader: Reader) -> list[Answered]:
    """What she has answered in it and not sent, to be looked at once more."""
    hers = FilledChecklist.objects.visible_to(reader).filter(review=review)
    return [as_it_is(one) for one in hers if one.is_unsent and any(one.answers)]


def _unanswered(asked: Round, reader: Reader) -> dict[int, str]:
    answered = set(_answered(asked, reader)) if asked.questions else set()
    questions = enumerate(asked.questions, 1)
    return {number: text for number, text in questions if number not in answered}


@composed
def _answered(asked: Round, reader: Reader) -> QuerySet[Comment, int | None]:
    hers = Comment.objects.by(reader).answering().filter(thread__round=asked)
    return hers.values_list("thread__question", flat=True)


@composed
def _asked_of_all(asked: Round, reader: Reader) -> QuerySet[Thread]:
    return questions_to(reader).filter(round=asked)


@composed
def _replied(asked: Round, reader: Reader) -> QuerySet[Thread]:
    hers = Comment.objects.by(reader).filter(thread=OuterRef("pk"))
    said = Comment.objects.sent().standing().filter(told_to(reader), thread=OuterRef("pk"))
    last = said.order_by("-published_at", "-pk").values("pk")[:1]
    open_ones = Thread.objects.visible_to(reader).filter(round=asked, resolved_at=None)
    begun = open_ones.filter(Exists(hers.sent()), ~Exists(hers.drafts()))
    answered = begun.annotate(last=Subquery(last)).filter(last__isnull=False)
    return answered.filter(~Exists(hers.filter(pk=OuterRef("last")))).order_by("pk")


@composed
def _reviews(asked: Round, reader: Reader) -> QuerySet[Review]:
    return Review.objects.own(reader).filter(round=asked).order_by("pk")


@composed
def _with_lens(reader: Reader, seeker: int) -> QuerySet[Review]:
    earlier = Review.objects.proved().filter(mentor=reader.person, round__owner=seeker)
    return earlier.exclude(lens="").order_by("-finished_at")


@composed
def _hers(asked: Round, reader: Reader, *, is_sent: bool) -> QuerySet[Comment]:
    hers = Comment.objects.visible_to(reader).standing().by(reader).filter(review__round=asked)
    return hers.sent() if is_sent else hers.drafts()


@composed
def _of_others(asked: Round, reader: Reader, since: datetime) -> QuerySet[Comment]:
    seen = Comment.objects.visible_to(reader).standing()
    others = seen.exclude(pk__in=seen.by(reader)).filter(thread__round=asked)
    return others.filter(published_at__gt=since)
