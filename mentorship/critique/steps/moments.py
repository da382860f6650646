"""How far a seeker's documents are: what `deciding` makes her next steps of.

One statement for any number of documents, rounds, points and people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Case, Count, Exists, F, Max, OuterRef, Q, QuerySet, When
from django.utils import timezone

from accounts.reader import Reader
from mentorship.circle.models import Colleague, Invitation, Round
from mentorship.critique.models import Thread
from mentorship.critique.models.kinds import TAKEN
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.steps.tellings import invitations_about, untold
from mentorship.documents.models import Document
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking

Which = list[int] | None  # the ids of documents; None for all of hers
Listening = tuple[int, int, str]  # of which document, which version, who
Answer = tuple[int, str, str, datetime | None]  # about which document, in which round, whose, when
Late = tuple[int, str, str, date]  # about which document, in which round, who, since when
Said = tuple[
    int, int | None, int, datetime | None
]  # document, person, how many are open, last dealt


@dataclass(frozen=True, slots=True)
class Letter:
    """A round in which nobody is awaited any more, and what they said is not read as one letter yet.

    names        those who have answered
    answered_at  when the last of them did
    """

    round: str
    names: list[str]
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Untold:
    """A next version of which it is not said yet whom to tell, out of those with these names."""

    number: int
    names: list[str]


@dataclass(frozen=True, slots=True)
class Overdue:
    """A round whose day has passed, and who has not answered."""

    round: str
    names: list[str]
    day: date


@dataclass(slots=True)
class Moment:
    """How far one document is.

    untold    its newest version, when that is one
    letters   of rounds about it, the earliest first
    people    who made the open points, each with how many
    speakers  how many people made points at all
    apart     at how many places people disagree and nothing is decided
    dealt     when the last of the points was dealt with
    overdue   rounds about it, the earliest first
    taken     when its owner last marked a point as used
    """

    untold: Untold | None = None
    letters: list[Letter] = field(default_factory=list)
    people: Counter[int | None] = field(default_factory=Counter)
    speakers: int = 0
    apart: int = 0
    overdue: list[Overdue] = field(default_factory=list)
    dealt: datetime | None = None
    taken: datetime | None = None


@dataclass(frozen=True, slots=True)
class Moments:
    """Of each document about which there is something to know, by its id.

    names  what their owner calls those who made the points, by the person's id
    """

    of: Mapping[int, Moment]
    names: Mapping[int, str]


def moments(reader: Reader, which: Which = None) -> Asking[Moments]:
    """Of these documents, those that are hers."""
    to_tell, letters, late, points, used, names = yield (
        _to_tell(reader, which),
        _answered(reader, which),
        _overdue(reader, which, timezone.localdate()),
        _points_by_author(reader, which),
        _last_used(reader, which),
        _names(reader, which),
    )
    found: defaultdict[int, Moment] = defaultdict(Moment)
    _add_untold(found, to_tell)
    _add_letters(found, letters)
    _add_overdue(found, late)
    _add_points(found, points)
    for document, last in used:
        found[document].taken = last
    return Moments(dict(found), dict(names))


def _add_untold(found: defaultdict[int, Moment], to_tell: Iterable[Listening]) -> None:
    for document, number, name in to_tell:
        before = found[document].untold
        names = before.names if before else []
        found[document].untold = Untold(number, list(dict.fromkeys([*names, name])))


def _add_letters(found: defaultdict[int, Moment], answers: Iterable[Answer]) -> None:
    letters: dict[tuple[int, str], Letter] = {}
    for document, ref, name, at in answers:
        before = letters.get((document, ref), Letter(ref, [], None))
        last = max(filter(None, (before.answered_at, at)), default=None)
        letters[document, ref] = Letter(ref, [*before.names, name], last)
    for (document, _ref), letter in letters.items():
        found[document].letters.append(letter)


def _add_overdue(found: defaultdict[int, Moment], late: Iterable[Late]) -> None:
    rounds: dict[tuple[int, str], Overdue] = {}
    for document, ref, name, day in late:
        before = rounds.get((document, ref), Overdue(ref, [], day))
        rounds[document, ref] = Overdue(ref, [*before.names, name], max(before.day, day))
    for (document, _ref), overdue in rounds.items():
        found[document].overdue.append(overdue)


def _add_points(found: defaultdict[int, Moment], points: Iterable[Said]) -> None:
    for document, author, left, dealt in points:
        moment = found[document]
        moment.speakers += 1
        if left:
            moment.people[author] += left
        moment.dealt = max(filter(None, (moment.dealt, dealt)), default=None)


@composed
def _to_tell(reader: Reader, which: Which) -> QuerySet[Invitation, Listening]:
    """Who may be told of a next version, and was not yet."""
    versions = untold(reader)
    versions = versions if which is None else versions.filter(document__in=which)
    about = invitations_about(versions, reader).order_by("pk")
    joined = "round__documents__versions"
    return about.values_list(f"{joined}__document", f"{joined}__number", "name")


@composed
def _answered(reader: Reader, which: Which) -> QuerySet[Invitation, Answer]:
    """Who has sent something in rounds whose letters wait. A ten-second look alone stands in none."""
    invitations = Invitation.objects.owned_by(reader).filter(round=OuterRef("pk"))
    unread = Q(round__letter_read_at=None) | Q(answered_at__gt=F("round__letter_read_at"))
    said = {"answered_at__isnull": False, "heard_at__isnull": False}
    answered = Exists(invitations.filter(unread, **said))
    nobody_is_awaited = Q(closed_at__isnull=False) | ~Exists(invitations.awaited())
    waiting = Round.objects.owned_by(reader).filter(answered, nobody_is_awaited)
    answers = Invitation.objects.owned_by(reader).filter(round__in=waiting)
    about = Q(round__documents__isnull=False) if which is None else Q(round__documents__in=which)
    rows = answers.filter(about, **said).order_by("round", "answered_at", "pk")
    return rows.values_list("round__documents", "round__ref", "name", "answered_at")


@composed
def _overdue(reader: Reader, which: Which, today: date) -> QuerySet[Invitation, Late]:
    """Who is awaited although the day has passed, and has not picked a later one."""
    day = Case(When(asked_again_at__isnull=False, then="wanted_by"), default="round__wanted_by")
    awaited = Invitation.objects.owned_by(reader).live().awaited().filter(round__closed_at=None)
    about = Q(round__documents__isnull=False) if which is None else Q(round__documents__in=which)
    late = awaited.filter(about).annotate(day=day).filter(day__lt=today)
    late = late.exclude(put_off_until__gte=today).order_by("round", "pk")
    return late.values_list("round__documents", "round__ref", "name", "day")


def _sent(reader: Reader, which: Which) -> ThreadQuerySet:
    """What was sent to her about her own documents: `visible_to`, asked for with less."""
    hers = Thread.objects.filter(document__in=Document.objects.owned_by(reader), deleted_at=None)
    return (hers if which is None else hers.filter(document__in=which)).points()


@composed
def _points_by_author(reader: Reader, which: Which) -> QuerySet[Thread, Said]:
    """Who speaks of which document, and how many of the points are open."""
    threads = _sent(reader, which).order_by().values_list("document", "author")
    left = Count("pk", filter=Q(resolved_at=None))
    return threads.annotate(left=left, dealt=Max("resolved_at"))


@composed
def _last_used(reader: Reader, which: Which) -> QuerySet[Thread, tuple[int, datetime]]:
    used = _sent(reader, which).filter(use__in=TAKEN).order_by()
    return used.values_list("document").annotate(last=Max("use_said_at"))


@composed
def _names(reader: Reader, which: Which) -> QuerySet[Colleague, tuple[int, str]]:
    known = Colleague.objects.filter(owner=reader.person)
    return known.filter(person__in=_sent(reader, which).order_by().values("author")).values_list(
        "person_id", "name"
    )
