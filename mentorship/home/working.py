"""What a seeker works through: points, contradictions, the next version.

Two statements in all, however many documents, points and people there are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.circle.people import names_by
from mentorship.critique.models import Thread
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.worklist.groups import count_undecided
from mentorship.documents.models import Document
from mentorship.home.next_step import NextStep
from mentorship.toolbox.phrases import listed
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking, side_by_side

SHOWN = 8  # documents: a desk is no archive
TAKEN = (Thread.Use.USED, Thread.Use.PARTLY)


@dataclass(slots=True)
class Work:
    """What is to be done about one document.

    people  who made the open points, each with how many
    apart   at how many places people disagree and nothing is decided
    taken   when she last marked a point as used
    """

    people: Counter[int | None] = field(default_factory=Counter)
    apart: int = 0
    taken: datetime | None = None


def next_steps(reader: Reader) -> Asking[list[NextStep]]:
    """Document by document, the newest first, and of each what comes first."""
    if not reader.owns:
        return []
    points, used = yield _points_by_author(reader), _last_used(reader)
    work: dict[int, Work] = defaultdict(Work)
    for document, author, left in points:
        if left:
            work[document].people[author] += left
    for document, last in used:
        work[document].taken = last
    (documents, names), undecided = yield from side_by_side(
        _about(reader, work), count_undecided(reader, _contested(points))
    )
    for document, count in undecided.items():
        work[document].apart = count
    return [step for one in documents for step in _next_steps(one, work[one.pk], names)]


def _contested(points: Iterable[tuple[int, int | None, int]]) -> list[int]:
    """Nobody disagrees with one alone, and what is dealt with is decided."""
    speakers = Counter(document for document, _author, _left in points)
    open_ones = {document for document, _author, left in points if left}
    return sorted(pk for pk in open_ones if speakers[pk] > 1)


def _about(
    reader: Reader, work: Mapping[int, Work]
) -> Asking[tuple[list[Document], dict[int, str]]]:
    """The documents that there is something to do about, and what she calls the people."""
    people = {pk for one in work.values() for pk in one.people if pk}
    documents, names = yield (
        _documents(reader, sorted(work)),
        names_by(reader.account, sorted(people)),
    )
    return documents, dict(names)


def _next_steps(document: Document, work: Work, names: Mapping[int, str]) -> Iterator[NextStep]:
    title = document.title
    points = reverse("critique:points", args=[document.ref])
    if count := sum(work.people.values()):
        sentence = ngettext(
            "%(points)s point from %(names)s waits in “%(title)s”.",
            "%(points)s points from %(names)s wait in “%(title)s”.",
            count,
        )
        who = sorted({names.get(person or 0, _("somebody")) for person in work.people})
        facts = {"points": count, "names": listed(who), "title": title}
        yield NextStep(sentence % facts, _("Work through them"), f"{points}?left=1")
    if work.apart:
        sentence = ngettext(
            "At one place in “%(title)s” people disagree.",
            "At %(count)s places in “%(title)s” people disagree.",
            work.apart,
        )
        yield NextStep(sentence % {"count": work.apart, "title": title}, _("Decide"), points)
    if _is_next_version_due(document, work):
        sentence = _("Everything that was said about “%(title)s” is dealt with.")
        url = f"{document.get_absolute_url()}#next-title"
        yield NextStep(sentence % {"title": title}, _("Upload the next version"), url)


def _is_next_version_due(document: Document, work: Work) -> bool:
    """Points were used since the latest version, and nothing is left."""
    latest: datetime | None = getattr(document, "latest_created_at", None)
    return bool(not work.people and work.taken and latest and work.taken > latest)


def _sent(reader: Reader) -> ThreadQuerySet:
    """What was sent to her about her own documents: `visible_to`, asked for with less."""
    hers = Thread.objects.filter(document__in=Document.objects.owned_by(reader), deleted_at=None)
    return hers.sent()


@composed
def _points_by_author(reader: Reader) -> QuerySet[Thread, tuple[int, int | None, int]]:
    """Who speaks of which document, and how many of the points are open."""
    threads = _sent(reader).order_by().values_list("document", "author")
    return threads.annotate(left=Count("pk", filter=Q(resolved_at=None)))


@composed
def _last_used(reader: Reader) -> QuerySet[Thread, tuple[int, datetime]]:
    used = _sent(reader).filter(use__in=TAKEN).order_by()
    return used.values_list("document").annotate(last=Max("use_said_at"))


@composed
def _documents(reader: Reader, which: list[int]) -> QuerySet[Document]:
    documents = Document.objects.owned_by(reader).filter(pk__in=which).with_latest()
    return documents.defer("draft", "note")[:SHOWN]
