"""What each person has sent in one round, told to its seeker, and to herself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.critique.checklists import Answered, as_it_is, as_sent
from mentorship.critique.models import (
    Checklist,
    Comment,
    FilledChecklist,
    FilledChecklistQuerySet,
    Placement,
    Review,
    Thread,
    questions_to,
)
from mentorship.critique.models.comments import told_to
from mentorship.documents.models import Document, Version
from mentorship.documents.sentences.status import latest
from mentorship.toolbox.questions.composed import composed

POINTED = Placement.How.POINTED
IS_SENT = Q(comments__published_at__isnull=False, comments__deleted_at=None)


@dataclass(frozen=True, slots=True)
class Person:
    """One person asked, and her review, if she has begun one.

    sent  how many comments of hers the seeker has
    new   how many of them came after she finished; none before
    checklists
          what she answered with her checklists, as she sent it

    Who wrote through a link that was passed on is a person apart: perhaps it is somebody else.
    """

    invitation: Invitation
    review: Review | None = None
    sent: int = 0
    new: int = 0
    checklists: Sequence[Answered] = ()

    @property
    def is_passed_on(self) -> bool:
        """Whether this came by a link that its seeker copied."""
        return self.review is not None and self.review.hand_id is not None

    @property
    def has_finished(self) -> bool:
        """Whether there is a verdict to tell."""
        return self.review is not None and self.review.finished_at is not None


def version_of(document: Document) -> Coalesce:
    """For reviews: the number of the version of this document that each was finished about.

    The one that what was sent then is about; with no comment the newest that could be read then.
    """
    sent = Placement.objects.filter(
        version__document=document,
        how=POINTED,
        thread__comments__review=OuterRef("pk"),
        thread__comments__published_at=OuterRef("finished_at"),
    )
    ready = Version.objects.filter(document=document, ready_at__lte=OuterRef("finished_at"))
    return Coalesce(
        Subquery(sent.order_by("-version__number").values("version__number")[:1]),
        Subquery(ready.order_by("-number").values("number")[:1]),
    )


def version_read(review: Review, document: Document) -> int | None:
    """The number of the version that this review was finished about."""
    found = Review.objects.filter(pk=review.pk)
    return found.values_list(version_of(document), flat=True).first()


def sent_checklists() -> "Prefetch[str, FilledChecklistQuerySet, str]":
    """For reviews: what left with each."""
    return Prefetch("checklists", FilledChecklist.objects.sent(), to_attr="sent_checklists")


def people(asked: Round) -> list[Person]:
    """Everybody in the order she was asked. Two queries, beside what `with_progress` has fetched."""
    since = IS_SENT & Q(comments__published_at__gt=F("finished_at"))
    reviews = Review.objects.filter(round=asked).annotate(
        sent_count=Count("comments", filter=IS_SENT), new_count=Count("comments", filter=since)
    )
    by_mentor: dict[int, list[Review | None]] = defaultdict(list)
    reviews = reviews.prefetch_related(sent_checklists())
    for review in reviews.order_by(F("hand").asc(nulls_first=True)):
        by_mentor[review.mentor_id].append(review)
    return [
        _person(one, review)
        for one in asked.invitations.all()
        for review in by_mentor[one.person_id] or [None]
    ]


def _person(invitation: Invitation, review: Review | None) -> Person:
    if review is None:
        return Person(invitation)
    sent, new = (getattr(review, name) for name in ("sent_count", "new_count"))
    return Person(invitation, review, sent, new, checklists_sent_with(review))


def checklists_sent_with(review: Review) -> list[Answered]:
    """What left with it, for its seeker; `sent_checklists` has fetched it."""
    sent: list[FilledChecklist] = getattr(review, "sent_checklists", [])
    return [as_sent(one) for one in sent]


def reading_page(asked: Round) -> str:
    """Where the first of its documents is read beside what is said; empty without any."""
    documents = list(asked.documents.all())
    version = latest(documents[0]) if documents else None
    return version.get_absolute_url() if version else ""


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


def own(asked: Round, reader: Reader) -> Own:
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
