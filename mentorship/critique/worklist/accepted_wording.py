"""Wording a seeker has accepted, in the order of the text: what of it is in her text, and what not yet.

A view of points that are used: nothing waits here, and nothing is counted as left to do.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from mentorship.circle.people import names_in
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


def taken(document: Document) -> list[Taken]:
    """All accepted suggestions of the document, in the order of its text. A handful of queries."""
    placed = Placement.objects.select_related("version__document").defer("version__text")
    standing = Prefetch("comment__thread__placements", placed.order_by("version__number"))
    accepted = Suggestion.objects.accepted().filter(comment__thread__document=document)
    rows = accepted.select_related("comment__thread", "comment__author")
    found = list(rows.prefetch_related(standing))
    names = names_in({one.comment.thread.round_id for one in found})
    shown = []
    for suggestion in found:
        comment = suggestion.comment
        name = names.of(comment.thread.round_id, comment.author)
        shown.append(Taken(suggestion, name, _last_seen(comment.thread.placements.all())))
    return sorted(shown, key=_order)


def _last_seen(placements: Iterable[Placement]) -> Placement | None:
    """In the newest version that still holds the words."""
    return next((one for one in reversed(list(placements)) if one.start is not None), None)


def _order(one: Taken) -> tuple[int, int]:
    return (one.place.start or 0 if one.place else -1, one.suggestion.pk)
