"""Points that belong together because they are about the same words, and what was decided on them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from accounts.reader import Reader
from mentorship.critique.models import Decision, Placement, Suggestion, Thread
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.threads.facts import (
    ThreadFacts,
    claims,
    newest_places,
    places_of,
    proposed_words,
    rows_of,
)
from mentorship.critique.threads.overlaps import Claim, disagree, overlapping
from mentorship.critique.worklist.points import Part, Point
from mentorship.documents.models import Document
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking


@dataclass(frozen=True, slots=True)
class Entry:
    """One point; or several about the same words, perhaps with a decision."""

    points: Sequence[Point]
    is_apart: bool = False
    decision: Decision | None = None

    @property
    def is_group(self) -> bool:
        """Whether there is more than one, or something was decided."""
        return len(self.points) > 1 or self.decision is not None

    @property
    def is_left(self) -> bool:
        """Whether something of it is still to be dealt with."""
        return any(not point.is_dealt_with for point in self.points)

    @property
    def is_undecided(self) -> bool:
        """Whether people disagree there, and the seeker has to decide."""
        return self.is_apart and _is_undecided([point.thread for point in self.points])

    @property
    def part(self) -> Part:
        """The part of the text it begins in."""
        return min(point.part for point in self.points)

    @property
    def people(self) -> int:
        """How many people speak in it."""
        return len({point.thread.author for point in self.points})


def entries(points: Iterable[Point], decisions: Iterable[Decision]) -> list[Entry]:
    """The points, each alone or with those about the same words: by part, there by weight.

    decisions  with their threads; one on points that moved apart since keeps them together
    """
    alone = {point.thread.pk: point for point in points}
    decided = {thread.pk: one for one in decisions for thread in one.threads.all()}
    wordings = {pk: point.wording for pk, point in alone.items() if point.wording}
    words = {pk: wording.new for pk, wording in wordings.items() if wording.stands}
    found = []
    for claimed in _overlapping([point.thread for point in alone.values()], words):
        group = sorted((alone.pop(claim.key) for claim in claimed), key=lambda point: point.order)
        keys = [point.thread.pk for point in group]
        decision = next((decided[key] for key in keys if key in decided), None)
        found.append(Entry(group, disagree(claimed), decision))
    shown = {entry.decision for entry in found}
    apart: dict[Decision, list[Point]] = defaultdict(list)
    for pk, decision in decided.items():
        if pk in alone and decision not in shown:
            apart[decision].append(alone.pop(pk))
    found += [Entry(group, decision=decision) for decision, group in apart.items()]
    found += [Entry([point]) for point in alone.values()]
    return sorted(found, key=lambda entry: (entry.part, min(one.order for one in entry.points)))


def count_undecided(reader: Reader, documents: list[int]) -> Asking[Counter[int]]:
    """At how many places people disagree and the seeker has to decide, by document.

    documents  ids; of others' nothing is counted

    What was dealt with alone still speaks against others.
    """
    sent, placed, words = yield (
        _sent(reader, documents),
        _placed(reader, documents),
        _proposed(reader, documents),
    )
    facts = {one.pk: one for one in newest_places(sent, placed)}
    counts: Counter[int] = Counter()
    for claimed in _overlapping(facts.values(), dict(words)):
        group = [facts[claim.key] for claim in claimed]
        if disagree(claimed) and _is_undecided(group):
            counts[group[0].document] += 1
    return counts


def _sent_about(reader: Reader, documents: list[int]) -> ThreadQuerySet:
    return Thread.objects.points().filter(
        document__in=Document.objects.owned_by(reader).filter(pk__in=documents), deleted_at=None
    )


@composed
def _sent(reader: Reader, documents: list[int]) -> QuerySet[Thread, tuple[Any, ...]]:
    return rows_of(_sent_about(reader, documents))


@composed
def _placed(reader: Reader, documents: list[int]) -> QuerySet[Placement, tuple[Any, ...]]:
    return places_of(_sent_about(reader, documents))


@composed
def _proposed(reader: Reader, documents: list[int]) -> QuerySet[Suggestion, tuple[int, str]]:
    return proposed_words(_sent_about(reader, documents))


def _is_undecided(threads: Sequence[ThreadFacts]) -> bool:
    """Whether something is left among these, on which nothing was decided."""
    is_left = any(not one.is_dealt_with for one in threads)
    return is_left and not any(one.is_decided for one in threads)


def _overlapping(
    threads: Iterable[ThreadFacts], words: Mapping[int, str]
) -> list[list[Claim[int]]]:
    """Those that share words, in each version for itself."""
    by_version: dict[int, list[ThreadFacts]] = defaultdict(list)
    for one in threads:
        if one.place:
            by_version[one.place.version].append(one)
    return [group for same in by_version.values() for group in overlapping(claims(same, words))]
