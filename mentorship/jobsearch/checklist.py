"""Lessons of earlier jobs beside what a seeker does next, those that say the same as one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.documents.asides import Aside
from mentorship.documents.models import Document
from mentorship.jobsearch.models import Lesson, Pursuit, Tick
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking

READ = 300  # lessons, of the latest jobs
SHOWN = 6  # beside one text or job; all of them have a page
RETURNS = 3  # debriefs that say the same: worth a word
NO_JOBS: Mapping[int, Pursuit] = {}
AFTERWARDS = (Document.Kind.DEBRIEF, Document.Kind.FOLLOW_UP, Document.Kind.THANK_YOU)


@dataclass(frozen=True, slots=True)
class Item:
    """One lesson, however often it was written: here in the words of the latest job.

    count      how many jobs it was drawn from
    jobs       which those are, the latest first, where that was asked
    is_ticked  whether she kept to it, where that was asked
    """

    lesson: Lesson
    count: int
    jobs: Sequence[Pursuit] = ()
    is_ticked: bool = False

    @property
    def returns(self) -> str:
        """That she has written it so often, if it is worth a word."""
        if self.count < RETURNS:
            return ""
        told = ngettext(
            "You have written this in %(count)s debrief.",
            "You have written this in %(count)s debriefs.",
            self.count,
        )
        return told % {"count": self.count}


@dataclass(frozen=True, slots=True)
class Checklist:
    """What stands beside a job or a document.

    own    the lessons drawn from the job itself
    items  of other jobs, those first that return, then the latest
    more   how many are not shown
    """

    own: list[Item]
    items: list[Item]
    more: int


def _by_theme(lessons: Iterable[Lesson]) -> Mapping[str, list[Lesson]]:
    """All that say the same, by their theme, in the order of the first of each."""
    themes = defaultdict[str, list[Lesson]](list)
    for one in lessons:
        themes[one.theme or one.ref].append(one)
    return themes


def _item(same: list[Lesson], jobs: Mapping[int, Pursuit] = NO_JOBS) -> Item:
    """Lessons that say the same, as one."""
    drawn_from = dict.fromkeys(one.pursuit_id for one in same)
    known = [jobs[pk] for pk in drawn_from if pk in jobs]
    return Item(same[0], len(drawn_from), known, _is_ticked(same))


def _is_ticked(same: Iterable[Lesson]) -> bool:
    """Whether one of them was ticked, where that was asked."""
    return any(getattr(one, "is_ticked", False) for one in same)


def everything(reader: Reader) -> Asking[list[Item]]:
    """All she has learnt, the latest first."""
    lessons, jobs = yield _hers(reader), _teachers(reader)
    known = {one.pk: one for one in jobs}
    return [_item(same, known) for same in _by_theme(lessons).values()]


def of_pursuit(pursuit: Pursuit, reader: Reader) -> Asking[Checklist]:
    """Beside a job: what it taught her, and what earlier ones did. Once it is over, only what she kept to."""
    [rows] = yield (_beside_pursuit(reader, pursuit.pk),)
    own, others = list[Lesson](), list[Lesson]()
    for one in rows:
        (own if one.pursuit_id == pursuit.pk else others).append(one)
    all_of = _by_theme(rows) if own else {}
    taught = [replace(_item(all_of[one.theme or one.ref]), lesson=one) for one in own]
    earlier = list(_by_theme(others).values())
    if pursuit.stage == Pursuit.Stage.ENDED:
        earlier = [same for same in earlier if _is_ticked(same)]
    return _cut(taught, earlier)


def is_for(kind: str) -> bool:
    """Whether lessons stand beside documents of this kind: those that are written to get a job."""
    return kind not in AFTERWARDS


def of_document(document: Document, reader: Reader) -> Asking[Aside | None]:
    """On the page of a text for a job what earlier jobs taught; of a debrief where to draw lessons from it."""
    if document.kind == Document.Kind.DEBRIEF:
        [pursuits] = yield (_told_in(reader, document.pk),)
        return Aside("jobsearch/_draw_lessons.html", pursuits[0]) if pursuits else None
    if not is_for(document.kind):
        return None
    [lessons] = yield (_beside_document(reader, document.pk),)
    if not lessons:
        return None
    return Aside("jobsearch/_document_lessons.html", _cut([], list(_by_theme(lessons).values())))


@dataclass(frozen=True, slots=True)
class Shown:
    """A lesson as the people she asks see it beside a text of hers."""

    text: str
    is_done: bool


def shown(rows: Iterable[tuple[str, str, bool]]) -> list[Shown]:
    """What the rows of `shown_on` say, each lesson once: done where one that says the same is ticked."""
    themes = dict[str, Shown]()
    for theme, text, is_ticked in rows:
        first = themes.get(theme or text, Shown(text, is_ticked))
        themes[theme or text] = replace(first, is_done=first.is_done or is_ticked)
    return list(themes.values())[:SHOWN]


@composed
def shown_on(document: int) -> QuerySet[Lesson, tuple[str, str, bool]]:
    """What its seeker lets people see beside this document. `shown` makes of it what they see."""
    ticked = Exists(Tick.objects.filter(lesson=OuterRef("pk"), document=document))
    seen = Lesson.objects.seen_on(document).annotate(is_ticked=ticked).newest_first()
    return seen.values_list("theme", "text", "is_ticked")[:READ]


def _cut(own: list[Item], earlier: list[list[Lesson]]) -> Checklist:
    """Of the earlier ones, each with all that say the same, those first that return."""
    first = sorted(earlier, key=lambda same: not _returns(same))
    return Checklist(own, [_item(same) for same in first[:SHOWN]], max(0, len(first) - SHOWN))


def _returns(same: list[Lesson]) -> bool:
    """Whether so many debriefs say it; three lessons of one job are one."""
    return len(same) >= RETURNS and len({one.pursuit_id for one in same}) >= RETURNS


def state_of(lessons: Iterable[Lesson]) -> str:
    """Which lessons of a job these are, for a form to send back."""
    said = [(one.place, one.text, one.shown_at is not None) for one in lessons]
    return sha256(repr(said).encode()).hexdigest()[:16]


@composed
def _told_in(reader: Reader, debrief: int) -> QuerySet[Pursuit]:
    """The job that a debrief is about, with whether it has taught something (`has_lessons`)."""
    about = Pursuit.objects.owned_by(reader).filter(tailorings__document=debrief)
    lessons = Lesson.objects.filter(pursuit=OuterRef("pk"))
    return about.annotate(has_lessons=Exists(lessons)).without_posting()


@composed
def _hers(reader: Reader) -> QuerySet[Lesson]:
    return Lesson.objects.owned_by(reader).newest_first()[:READ]


@composed
def _teachers(reader: Reader) -> QuerySet[Pursuit]:
    """The jobs that taught her something."""
    taught = Lesson.objects.owned_by(reader).order_by().values("pursuit")
    return Pursuit.objects.owned_by(reader).filter(pk__in=taught).only("ref", "role", "employer")


@composed
def _beside_pursuit(reader: Reader, pursuit: int) -> QuerySet[Lesson]:
    ticked = Exists(Tick.objects.filter(lesson=OuterRef("pk"), pursuit=pursuit))
    mine = Lesson.objects.owned_by(reader).annotate(is_ticked=ticked).defer("created_at")
    return mine.newest_first()[:READ]


@composed
def _beside_document(reader: Reader, document: int) -> QuerySet[Lesson]:
    ticked = Exists(Tick.objects.filter(lesson=OuterRef("pk"), document=document))
    mine = Lesson.objects.owned_by(reader).exclude(pursuit__tailorings__document=document)
    return mine.annotate(is_ticked=ticked).newest_first()[:READ]
