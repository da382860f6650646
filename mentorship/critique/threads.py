"""What is known of threads: the one shape that the margin, the work list, letters and the desk start from.

Whoever asks chooses the threads by `Thread.objects`, and with them who may see them; here each becomes
facts, with its place in one version, or in the newest version it is placed in. As many queries for a
thousand threads as for one, and rows as tuples: a page may show a thousand.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import OuterRef, Subquery, Value

from mentorship.critique.models import Placement, Suggestion
from mentorship.critique.models.kinds import Kind
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.overlaps import Claim
from mentorship.documents.models import Version


class Place(NamedTuple):
    """Where a thread stands in one version: see `Placement`."""

    version: int
    number: int
    start: int | None
    end: int | None
    line: int | None
    page: int | None
    box: list[float] | None
    quote: str
    how: str
    confidence: float
    was: str
    settled_at: datetime | None

    @property
    def is_gone(self) -> bool:
        """Whether its words are in this version no more."""
        return self.how == Placement.How.GONE


class ThreadFacts(NamedTuple):
    """One thread; `place` and `made`, the number of the version it was made on, as it was asked for.

    display_name, email  of its author: see `circle.people` for what to call her
    decided, decided_why, told_at
                         what the seeker decided on it, if anything; told to mentors since `told_at`
    """

    pk: int
    ref: str
    document: int
    round: int | None
    kind: str
    question: int | None
    author: int | None
    hand: int | None
    display_name: str | None
    email: str | None
    changed_at: datetime | None
    resolved_at: datetime | None
    deleted_at: datetime | None
    use: str
    use_reason: str
    use_said_at: datetime | None
    decided: str | None
    decided_why: str | None
    told_at: datetime | None
    place: Place | None
    made: int

    @property
    def is_sent(self) -> bool:
        """Whether others may see it; until then it is a draft."""
        return self.changed_at is not None

    @property
    def is_dealt_with(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.resolved_at is not None

    @property
    def is_open(self) -> bool:
        """Whether it stands and is not dealt with."""
        return self.resolved_at is None and self.deleted_at is None

    @property
    def is_decided(self) -> bool:
        """Whether the seeker has decided on it together with others about the same words."""
        return self.decided is not None

    @property
    def use_seen(self) -> str:
        """Which mark `use` is, for a page to send back: empty while there is none."""
        return self.use_said_at.isoformat() if self.use_said_at else ""

    def claim(self, wording: str | None = None) -> Claim[int] | None:
        """What it says of which words, under its id; None of one that stands on none.

        wording  the words it proposes instead
        """
        place = self.place
        if place is None or place.is_gone or place.start is None or place.end is None:
            return None
        return Claim(
            self.pk,
            self.author,
            self.kind,
            place.start,
            place.end,
            Kind(self.kind).facts.opposes,
            wording,
        )


_THREAD = (
    *("pk", "ref", "document_id", "round_id", "kind", "question"),
    *("author_id", "hand_id", "author__display_name", "author__email"),
    *("changed_at", "resolved_at", "deleted_at", "use", "use_reason", "use_said_at"),
    # A thread is decided on once at most (see `actions.decide`), so that no row comes twice.
    *("decisions__text", "decisions__why", "decisions__told_at"),
)
_PLACE = (
    *("version_id", "version__number", "start", "end", "line", "page", "box", "quote"),
    *("how", "confidence", "was", "settled_at"),
)


def threads_in(version: Version, threads: ThreadQuerySet) -> list[ThreadFacts]:
    """Those of the threads that have a row in this version, each with its place there. One query."""
    # What stands in the first version was made on it; in a later one each is asked where it began.
    began = Placement.objects.filter(thread=OuterRef("thread")).order_by("version__number")
    made = Subquery(began.values("version__number")[:1]) if version.number > 1 else Value(1)
    placed = Placement.objects.filter(version=version, thread__in=threads).annotate(made=made)
    rows = placed.values_list(*(f"thread__{fact}" for fact in _THREAD), *_PLACE, "made")
    count = len(_THREAD)
    return [ThreadFacts._make([*row[:count], Place(*row[count:-1]), row[-1]]) for row in rows]


def newest_places(threads: ThreadQuerySet) -> list[ThreadFacts]:
    """All these threads, each in the newest ready version in which it is placed. Two queries.

    One that is gone there keeps the words it was about in the version before.
    """
    rows = list(threads.values_list(*_THREAD))
    ready = Version.State.READY
    placed = Placement.objects.filter(thread__in=[row[0] for row in rows], version__state=ready)
    places: dict[int, Place] = {}
    made: dict[int, int] = {}
    for pk, *facts in placed.order_by("version__number").values_list("thread_id", *_PLACE):
        place, before = Place(*facts), places.get(pk)
        made.setdefault(pk, place.number)
        places[pk] = before._replace(how=place.how) if place.is_gone and before else place
    return [ThreadFacts._make([*row, places.get(row[0]), made.get(row[0], 1)]) for row in rows]


def proposed_words(threads: Iterable[ThreadFacts]) -> dict[int, str]:
    """The words that threads propose, by their ids, unless the seeker declined them. One query."""
    standing = Suggestion.objects.filter(
        comment__thread__in=[one.pk for one in threads],
        comment__published_at__isnull=False,
        comment__deleted_at=None,
        declined_at=None,
    )
    return dict(standing.values_list("comment__thread_id", "new"))
