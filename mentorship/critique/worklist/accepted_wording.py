"""Wording a seeker has accepted: what she works into her own file, in the order of the text."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from mentorship.circle.models import Invitation
from mentorship.critique.models import Placement, Suggestion
from mentorship.documents.models import Document


@dataclass(frozen=True, slots=True)
class Taken:
    """One accepted suggestion, and where its words were last seen."""

    suggestion: Suggestion
    by: str
    place: Placement | None

    @property
    def is_done(self) -> bool:
        """Whether she has ticked it off."""
        return self.suggestion.done_at is not None


def left_to_take(document: Document) -> int:
    """How many accepted suggestions are not worked in yet. One query."""
    return _accepted(document).filter(done_at=None).count()


def taken(document: Document) -> list[Taken]:
    """All accepted suggestions of the document, in the order of its text. A handful of queries."""
    placed = Placement.objects.select_related("version__document").defer("version__text")
    standing = Prefetch("comment__thread__placements", placed.order_by("version__number"))
    rows = _accepted(document).select_related("comment__thread", "comment__author")
    found = list(rows.prefetch_related(standing))
    names = _names(found)
    shown = []
    for suggestion in found:
        comment = suggestion.comment
        called = names.get((comment.thread.round_id, comment.author_id))
        name = called or (comment.author.name if comment.author else "")
        shown.append(Taken(suggestion, name, _last_seen(comment.thread.placements.all())))
    return sorted(shown, key=_order)


def _accepted(document: Document) -> "QuerySet[Suggestion]":
    """Those that still stand."""
    said = Suggestion.objects.accepted().filter(comment__deleted_at=None)
    return said.filter(comment__thread__document=document)


def _last_seen(placements: Iterable[Placement]) -> Placement | None:
    """In the newest version that still holds the words."""
    return next((one for one in reversed(list(placements)) if one.start is not None), None)


def _order(one: Taken) -> tuple[int, int]:
    return (one.place.start or 0 if one.place else -1, one.suggestion.pk)


def _names(found: list[Suggestion]) -> dict[tuple[int | None, int | None], str]:
    """What the seeker calls who suggested them, by round and person."""
    rounds = {suggestion.comment.thread.round_id for suggestion in found}
    asked = Invitation.objects.filter(round__in=rounds)
    rows = asked.values_list("round_id", "person_id", "name")
    return {(round_id, person): name for round_id, person, name in rows}
