"""What is known of threads: the one shape that the margin, the work list, letters and the desk start from.

Whoever asks chooses the threads by `Thread.objects`, and with them who may see them; here each becomes
facts, with its place in one version, or in the newest or the first it is placed in. As many queries
for a thousand threads as for one, and rows as tuples: a page may show a thousand.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, OuterRef, QuerySet, Subquery, Value
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.critique.models import Placement, Suggestion, Thread
from mentorship.critique.models.hands import written_by
from mentorship.critique.models.kinds import OPPOSED
from mentorship.critique.models.placements import Place
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.threads.overlaps import Claim
from mentorship.documents.access import Rights
from mentorship.documents.models import Document, Version
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.words.spoken import once_a_language


class ThreadFacts(NamedTuple):
    """One thread; `place` and `made`, the number of the version it was made on, as it was asked for.

    display_name, email  of its author: see `circle.people` for what to call her
    decided, decided_why, told_at, chosen
                   what the seeker decided on it, if anything; told to mentors since `told_at`; the
                   id of the one she goes with, this or another
    is_hers        the reader wrote it by the way she came in, where a reader was given
    is_sent        others may see it; until then it is a draft
    is_dealt_with  nothing is left to do about it
    """

    pk: int
    ref: str
    document: int
    round: int | None
    kind: str
    question: int | None
    asks_all: bool
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
    chosen: int | None
    place: Place | None
    made: int
    is_hers: bool
    is_sent: bool
    is_dealt_with: bool

    @property
    def is_note(self) -> bool:
        """As `Thread.is_note`."""
        return self.round is None

    @property
    def is_the_seekers(self) -> bool:
        """As `Thread.is_the_seekers`."""
        return self.asks_all or self.is_note

    @property
    def is_decided(self) -> bool:
        """Whether the seeker has decided on it together with others about the same words."""
        return self.decided is not None

    @property
    def use_seen(self) -> str:
        """Which mark `use` is, for a page to send back: empty while there is none."""
        return self.use_said_at.isoformat() if self.use_said_at else ""


_THREAD = (
    *("pk", "ref", "document_id", "round_id", "kind", "question", "asks_all"),
    *("author_id", "hand_id", "author__display_name", "author__email"),
    *("changed_at", "resolved_at", "deleted_at", "use", "use_reason", "use_said_at"),
    # A thread is decided on once at most (see `actions.decide`), so that no row comes twice.
    *("decisions__text", "decisions__why", "decisions__told_at", "decisions__chosen_id"),
)
_PLACE = (
    *("version_id", "version__number", "start", "end", "line", "page", "box", "quote"),
    *("how", "confidence", "was", "settled_at", "is_suggested"),
    *("guess", "guess_line", "guess_declined_at"),
)
_CHANGED, _RESOLVED = _THREAD.index("changed_at"), _THREAD.index("resolved_at")
_HOW, _NUMBER = _PLACE.index("how"), _PLACE.index("version__number")


def threads_of(rows: Iterable[tuple[Any, ...]]) -> list[ThreadFacts]:
    """The threads of these rows (`placed_in`)."""
    count = len(_THREAD)
    return [
        _facts(row[:count], _place(row[count:-2]), made=row[-2], is_hers=bool(row[-1]))
        for row in rows
    ]


@composed
def placed_in(
    version: Version,
    document: Document,
    reader: Reader,
    held: Rights,
    *,
    is_first: bool,
    alone: Thread | None = None,
) -> QuerySet[Placement, tuple[Any, ...]]:
    """The threads she sees that have a row in this version of the document, with their places there.

    held      her rights on the document
    is_first  it is the document's first version
    alone     of them this one
    """
    # What stands in the first version was made on it; in a later one each is asked where it began.
    began = Placement.objects.filter(thread=OuterRef("thread")).order_by("version__number")
    made = Value(1) if is_first else Subquery(began.values("version__number")[:1])
    wrote = written_by(reader, person="thread__author", asked="thread__round", hand="thread__hand")
    hers = ExpressionWrapper(wrote, output_field=BooleanField())
    threads = Thread.objects.seen_on(document, reader, held)
    placed = Placement.objects.filter(version=version, thread__in=threads)
    placed = placed.filter(thread=alone) if alone else placed
    return placed.annotate(made=made, is_hers=hers).values_list(
        *[f"thread__{fact}" for fact in _THREAD], *_PLACE, "made", "is_hers"
    )


def rows_of(threads: QuerySet[Thread]) -> QuerySet[Thread, tuple[Any, ...]]:
    """What `newest_places` needs to know of them."""
    return threads.values_list(*_THREAD)


def newest_places(
    threads: Iterable[tuple[Any, ...]], placed: Iterable[tuple[Any, ...]]
) -> list[ThreadFacts]:
    """The threads of these rows (`rows_of`), each in the newest ready version it is placed in.

    placed  the rows of `places_of`
    One that is gone there keeps the words it was about in the version before.
    """
    places: dict[int, Place] = {}
    made: dict[int, int] = {}
    for pk, *facts in placed:
        place, before = _place(facts), places.get(pk)
        made.setdefault(pk, place.number)
        is_lost = place.is_gone and before is not None
        places[pk] = _lost(before, place) if before and is_lost else place
    return [_facts(row, places.get(row[0]), made=made.get(row[0], 1)) for row in threads]


def _lost(before: Place, place: Place) -> Place:
    """Where it was before its words went, with what is known of where they may be."""
    return before._replace(
        how=place.how,
        is_gone=True,
        guess=place.guess,
        guess_line=place.guess_line,
        guess_declined_at=place.guess_declined_at,
        guess_number=place.number,
    )


def places_of(threads: QuerySet[Thread]) -> QuerySet[Placement, tuple[Any, ...]]:
    """Where they stand in ready versions, the first one first: what `newest_places` needs, too."""
    ready = Version.State.READY
    placed = Placement.objects.filter(thread__in=threads, version__state=ready)
    return placed.order_by("version__number").values_list("thread_id", *_PLACE)


def first_places(threads: ThreadQuerySet) -> list[ThreadFacts]:
    """All these threads, each where it was made. Two queries."""
    rows = list(threads.values_list(*_THREAD))
    placed = Placement.objects.filter(thread__in=[row[0] for row in rows])
    latest_first = placed.order_by("-version__number").values_list("thread_id", *_PLACE)
    places = {pk: _place(facts) for pk, *facts in latest_first}
    return [_facts(row, places.get(row[0]), made=1) for row in rows]


def claims(
    threads: Iterable[ThreadFacts], wordings: Mapping[int, str] | None = None
) -> list[Claim[int]]:
    """What each says of which words, under its id; without those that stand on none, or are no points.

    wordings  the words that threads propose instead, by their ids
    """
    return [
        Claim(
            one.pk,
            one.author,
            one.kind,
            one.place.start,
            one.place.end,
            OPPOSED[one.kind],
            (wordings or {}).get(one.pk),
        )
        for one in threads
        if one.place and not one.place.is_gone
        if one.place.start is not None and one.place.end is not None
        if not one.is_the_seekers
    ]


def proposed_words(threads: QuerySet[Thread]) -> QuerySet[Suggestion, tuple[int, str]]:
    """The words that threads propose, each with its id, unless the seeker declined them."""
    standing = Suggestion.objects.filter(
        comment__thread__in=threads,
        comment__published_at__isnull=False,
        comment__deleted_at=None,
        declined_at=None,
    )
    return standing.values_list("comment__thread_id", "new")


class PlaceNames:
    """What places are called, in the language that holds while it is made: see `place_names`.

    "Line 14", "Page 2", "Part of page 2", "Question 1", "Whole document".
    """

    def __init__(self) -> None:
        self.line, self.question = _("Line %(number)s"), _("Question %(number)s")
        self.page, self.part = _("Page %(number)s"), _("Part of page %(number)s")
        self.whole, self.nowhere = _("Whole document"), _("No longer placed")

    def of(
        self,
        *,
        question: int | None = None,
        line: int | None = None,
        page: int | None = None,
        has_box: bool = False,
        is_gone: bool = False,
    ) -> str:
        """The smallest thing that is known of it: a page counts where no line does.

        is_gone  its words are nowhere in this version any more
        """
        if question:
            return self.question % {"number": question}
        if line:
            return self.line % {"number": line}
        if page:
            return (self.part if has_box else self.page) % {"number": page}
        return self.nowhere if is_gone else self.whole

    def of_all(self, threads: Iterable[ThreadFacts]) -> list[str]:
        """Where each stands, in words."""
        return [
            self.of(
                is_gone=bool(place and place.is_gone),
                question=one.question,
                line=place.line if place else None,
                page=place.page if place else None,
                has_box=bool(place and place.box is not None),
            )
            for one, place in [(one, one.place) for one in threads]
        ]


@once_a_language
def place_names() -> PlaceNames:
    """What places are called in the language that holds now."""
    return PlaceNames()


def _place(row: Sequence[object]) -> Place:
    return Place._make([*row, row[_HOW] == Placement.How.GONE, row[_NUMBER]])


def _facts(
    row: Sequence[object], place: Place | None, *, made: int, is_hers: bool = False
) -> ThreadFacts:
    is_sent, is_dealt_with = row[_CHANGED] is not None, row[_RESOLVED] is not None
    return ThreadFacts._make([*row, place, made, is_hers, is_sent, is_dealt_with])
