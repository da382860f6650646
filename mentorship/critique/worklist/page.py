"""A seeker's work list of one document: what was said, section by section, and what is left of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.circle.naming import among_others
from mentorship.critique.models import Decision, Thread
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.worklist.collect import collect
from mentorship.critique.worklist.groups import Entry, entries
from mentorship.critique.worklist.points import Part, Point
from mentorship.documents.models import Document


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which points are shown: of one round or of all, and only those that are left."""

    round: str = ""
    is_left: bool = False

    @property
    def query(self) -> str:
        """The same as the end of an address: "?round=k3f9&left=1"; empty for all of them."""
        facts = {"round": self.round, "left": "1" if self.is_left else ""}
        said = urlencode({name: value for name, value in facts.items() if value})
        return f"?{said}" if said else ""

    @property
    def all(self) -> "Chosen":
        """The same rounds, whatever became of the points."""
        return Chosen(self.round)

    @property
    def left(self) -> "Chosen":
        """The same rounds, and only what is left."""
        return Chosen(self.round, is_left=True)


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of it is dealt with."""

    done: int
    points: int

    @property
    def left(self) -> int:
        """How many are not."""
        return self.points - self.done


@dataclass(frozen=True, slots=True)
class PartWithEntries:
    """A part of the text and what was said about it, the weightiest first."""

    part: Part
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Choice:
    """A round to choose: its name, else who was asked and when, and the address of its points alone."""

    word: str
    query: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class WorkList:
    """What the page shows."""

    sections: Sequence[PartWithEntries]
    progress: Progress
    chosen: Chosen
    rounds: Sequence[Choice]

    @property
    def undecided(self) -> list[Entry]:
        """Where people disagree and nothing is decided."""
        found = [entry for section in self.sections for entry in section.entries]
        return [entry for entry in found if entry.is_undecided]

    def point(self, ref: str) -> Point | None:
        """The point with this ref, if it is shown."""
        shown = (
            one for section in self.sections for entry in section.entries for one in entry.points
        )
        return next((point for point in shown if point.ref == ref), None)


def work_list(document: Document, chosen: Chosen, *, reader: Reader) -> WorkList:
    """Everything that was sent to her about it, or what is chosen of that. Constant queries."""
    points = collect(threads_of(document, chosen, reader=reader))
    decisions = Decision.objects.visible_to(reader).filter(document=document)
    together = entries(points, decisions.prefetch_related("threads"))
    shown = [entry for entry in together if entry.is_left or not chosen.is_left]
    done = sum(point.is_dealt_with for point in points)
    return WorkList(
        [PartWithEntries(part, list(of_part)) for part, of_part in groupby(shown, key=_part)],
        Progress(done, len(points)),
        chosen,
        _rounds(document, chosen, reader),
    )


def threads_of(document: Document, chosen: Chosen, *, reader: Reader) -> ThreadQuerySet:
    """Those that were sent to her, of the chosen round or of all."""
    sent = Thread.objects.visible_to(reader).points().filter(document=document)
    return sent.filter(round__ref=chosen.round) if chosen.round else sent


def progress_of(threads: ThreadQuerySet) -> Progress:
    """How much is dealt with, counted by the database."""
    counts = threads.aggregate(points=Count("pk"), done=Count("pk", filter=~Q(resolved_at=None)))
    return Progress(counts["done"], counts["points"])


def _part(entry: Entry) -> Part:
    return entry.part


def _rounds(document: Document, chosen: Chosen, reader: Reader) -> list[Choice]:
    """The rounds in which something was said, when there is a choice."""
    said = Thread.objects.visible_to(reader).points().filter(document=document)
    rounds = Round.objects.owned_by(reader).filter(pk__in=said.values("round"))
    found = [
        Choice(
            among_others(asked),
            Chosen(asked.ref, is_left=chosen.is_left).query,
            asked.ref == chosen.round,
        )
        for asked in rounds.order_by("created_at").prefetch_related("invitations")
    ]
    if len(found) < 2:
        return []
    everything = Choice(_("All rounds"), Chosen(is_left=chosen.is_left).query, not chosen.round)
    return [everything, *found]
