"""A seeker's next steps: all of them for her desk, the very next one for the pages of a document."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.critique.steps import deciding
from mentorship.critique.steps.moments import Moment, Moments, moments
from mentorship.critique.worklist.groups import count_undecided
from mentorship.documents.models import Document, DocumentQuerySet
from mentorship.toolbox.pages.next_step import NextStep
from mentorship.toolbox.questions.composed import Answer, composed
from mentorship.toolbox.questions.in_step import Asking, side_by_side

SHOWN = 8  # documents: a desk is no archive


def on_her_desk(reader: Reader) -> Asking[list[NextStep]]:
    """Document by document, the newest first, and of each what comes first. Two statements in all."""
    if not reader.owns:
        return []
    found = yield from moments(reader)
    [documents], undecided = yield from side_by_side(
        _asked(_documents(reader, sorted(found.of))), count_undecided(reader, _contested(found))
    )
    for document, count in undecided.items():
        found.of[document].apart = count
    steps = [
        step
        for one in documents
        for step in deciding.next_steps(one, found.of[one.pk], found.names)
    ]
    # A round about several documents has one letter.
    return list({step.url: step for step in reversed(steps)}.values())[::-1]


def very_next(document: Document, reader: Reader) -> Asking[NextStep | None]:
    """The very next step with one of her own documents, for its pages."""
    return (yield from first_of([document.pk], reader))


def first_of(documents: list[int], reader: Reader) -> Asking[NextStep | None]:
    """The very next step with the first of her documents, by their ids, that has one."""
    found, [hers] = yield from side_by_side(
        moments(reader, documents), _asked(_of_these(reader, documents))
    )
    for one in hers:
        moment = found.of.get(one.pk, Moment())
        first = next(deciding.next_steps(one, moment, found.names), None)
        if step := first or (None if getattr(one, "is_asked", False) else deciding.ask(one)):
            return step
    return None


def _contested(found: Moments) -> list[int]:
    """Nobody disagrees with one alone, and what is dealt with is decided."""
    return sorted(pk for pk, one in found.of.items() if one.people and one.speakers > 1)


def _asked(*questions: Answer[Any]) -> Asking[list[list[Any]]]:
    """A part of one step."""
    return (yield questions)


@composed
def _documents(reader: Reader, which: list[int]) -> QuerySet[Document]:
    return _hers(reader).filter(pk__in=which)[:SHOWN]


@composed
def _of_these(reader: Reader, which: list[int]) -> QuerySet[Document]:
    """In the order in which they came, each with whether anybody was ever asked about it (`is_asked`)."""
    rounds = Round.documents.through.objects.filter(document=OuterRef("pk"))
    return _hers(reader).filter(pk__in=which).annotate(is_asked=Exists(rounds)).order_by("pk")


def _hers(reader: Reader) -> DocumentQuerySet:
    return Document.objects.owned_by(reader).with_latest().defer("draft", "note")
