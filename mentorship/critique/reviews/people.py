"""Everybody who was asked in a round, as its seeker sees them: who began, who finished, about which version."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from mentorship.circle.models import Invitation, Round
from mentorship.circle.status import is_awaited, is_put_off
from mentorship.critique.models import (
    FilledChecklist,
    FilledChecklistQuerySet,
    Placement,
    Review,
)
from mentorship.critique.reviews.checklists import Answered, as_sent
from mentorship.documents.models import Document, Version
from mentorship.documents.sentences.status import latest

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


def overdue(asked: Round, found: Sequence[Person]) -> list[str]:
    """The names of those whose day has passed unanswered, as `steps.moments` asks it for her desk."""
    if asked.closed_at:
        return []
    late = (one.invitation for one in found if _is_late(one.invitation))
    return list(dict.fromkeys(one.name for one in late))


def _is_late(invitation: Invitation) -> bool:
    is_past = invitation.due_on is not None and invitation.due_on < timezone.localdate()
    return is_past and not is_put_off(invitation) and is_awaited(invitation)


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
