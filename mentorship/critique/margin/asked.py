"""What a mentor is asked beside a version: her round, its questions, and how much of her work is not sent."""

from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.circle.status import who_sees
from mentorship.critique.access import asked_in
from mentorship.critique.margin.cards import AskedQuestion, Bar
from mentorship.critique.models import Comment, Placement, Review
from mentorship.documents.models import Document, Version
from mentorship.toolbox.questions.composed import composed


@composed
def rounds_of(reader: Reader, document: Document) -> QuerySet[Round]:
    """The round she comments in, with the count of her drafts and when she last finished; then others."""
    drafts = Comment.objects.drafts().by(reader).filter(review__round=OuterRef("pk"))
    count = drafts.order_by().values("review__round").annotate(count=Count("pk")).values("count")
    review = Review.objects.own(reader).filter(round=OuterRef("pk")).order_by("pk")
    letter = Invitation.objects.filter(round=OuterRef("pk"), person=reader.person)
    return asked_in(reader, document, or_closed=True).annotate(
        draft_count=Subquery(count),
        finished_at=Subquery(review.values("finished_at")[:1]),
        letter=Subquery(letter.values("ref")),
        job=F("pursuit__ref"),
    )


def bar_of(asked: Round, version: Version) -> Bar:
    """What stands above what she says in it."""
    return Bar(
        round=asked.ref,
        seeker=version.document.owner.name,
        who_sees=who_sees(asked, version.document.owner.name),
        drafts=getattr(asked, "draft_count", 0) or 0,
        is_finished=getattr(asked, "finished_at", None) is not None,
        letter=getattr(asked, "letter", ""),
        job=getattr(asked, "job", None) or "",
    )


@composed
def answers_of(reader: Reader, version: Version) -> QuerySet[Comment, tuple[Any, ...]]:
    """Which questions of its document's rounds she has answered, sent or not, in which thread, whatever
    it is about; and whether that stands in this version.
    """
    about = Q(thread__round__documents__versions=version)
    here = Exists(Placement.objects.filter(thread=OuterRef("thread"), version=version))
    hers = Comment.objects.by(reader).answering().filter(about).annotate(here=here)
    rows = ("thread__round_id", "thread__question", "thread__ref", "here")
    return hers.order_by("-pk").values_list(*rows)


def questions_of(asked: Round, answers: list[tuple[Any, ...]]) -> list[AskedQuestion]:
    """What the round asks her, each with where her first answer stands: here, or on its own page."""
    found = {
        number: f"#thread-{ref}" if is_here else reverse("critique:thread", args=[ref])
        for round_id, number, ref, is_here in answers
        if round_id == asked.pk
    }
    return [
        AskedQuestion(number, text, found.get(number, ""))
        for number, text in enumerate(asked.questions, 1)
    ]
