"""Lessons of earlier jobs beside what a seeker does next, those that say the same as one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.documents.asides import Aside
from mentorship.documents.models import Document
from mentorship.jobsearch.models import Lesson, Pursuit, Tick
from mentorship.jobsearch.returning import groups
from mentorship.toolbox.questions.composed import composed

READ = 300  # lessons, of the latest jobs
SHOWN = 6  # beside one text or job; all of them have a page
RETURNS = 3  # debriefs that say the same: worth a word
AFTERWARDS = (Document.Kind.DEBRIEF, Document.Kind.FOLLOW_UP, Document.Kind.THANK_YOU)


@dataclass(frozen=True, slots=True)
class Item:
    """One lesson, however often it was written: here in the words of the latest job.

    jobs       it was drawn from, the latest first
    is_ticked  whether she kept to it, where that was asked
    """

    lesson: Lesson
    jobs: list[Pursuit]
    is_ticked: bool = False

    @property
    def returns(self) -> str:
        """That she has written it so often, if it is worth a word."""
        count = len(self.jobs)
        if count < RETURNS:
            return ""
        told = ngettext(
            "You have written this in %(count)s debrief.",
            "You have written this in %(count)s debriefs.",
            count,
        )
        return told % {"count": count}


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


def items_of(lessons: Iterable[Lesson]) -> list[Item]:
    """The lessons in their order, each with all that say the same. One that was ticked has `is_ticked`."""
    rows = list(lessons)
    return [_item([rows[place] for place in group]) for group in groups([one.text for one in rows])]


def _item(same: list[Lesson]) -> Item:
    jobs = {one.pursuit_id: one.pursuit for one in same}
    ticked = any(getattr(one, "is_ticked", False) for one in same)
    return Item(same[0], list(jobs.values()), ticked)


def everything(reader: Reader) -> list[Item]:
    """All she has learnt, the latest first."""
    return items_of(_hers(reader))


def of_pursuit(pursuit: Pursuit, reader: Reader) -> Checklist:
    """Beside a job: what it taught her, and what earlier ones did. Once it is over, only what she kept to."""
    rows = list(_beside_pursuit(reader, pursuit.pk))
    own = [_in_its_words(one, rows) for one in rows if one.pursuit_id == pursuit.pk]
    items = items_of(one for one in rows if one.pursuit_id != pursuit.pk)
    if pursuit.stage == Pursuit.Stage.ENDED:
        items = [item for item in items if item.is_ticked]
    return _cut(own, items)


def _in_its_words(lesson: Lesson, among: list[Lesson]) -> Item:
    return replace(_item([one for one in among if _same(one, lesson)]), lesson=lesson)


def is_for(kind: str) -> bool:
    """Whether lessons stand beside documents of this kind: those that are written to get a job."""
    return kind not in AFTERWARDS


def of_document(document: Document, reader: Reader) -> Aside | None:
    """On the page of a text for a job what earlier jobs taught; of a debrief where to draw lessons from it."""
    if not is_for(document.kind):
        about = Pursuit.objects.owned_by(reader).filter(tailorings__document=document)
        told = about.annotate(has_lessons=Exists(Lesson.objects.filter(pursuit=OuterRef("pk"))))
        pursuit = told.without_posting().first() if document.kind == AFTERWARDS[0] else None
        return Aside("jobsearch/_draw_lessons.html", pursuit) if pursuit else None
    items = items_of(_beside_document(reader, document.pk))
    return Aside("jobsearch/_document_lessons.html", _cut([], items)) if items else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A lesson as the people she asks see it beside a text of hers."""

    text: str
    is_done: bool


def shown(rows: Iterable[tuple[str, bool]]) -> list[Shown]:
    """What the rows of `shown_on` say, each lesson once: done where one that says the same is ticked."""
    known = list(rows)
    return [
        Shown(known[group[0]][0], any(known[place][1] for place in group))
        for group in groups([text for text, _is_ticked in known])
    ][:SHOWN]


@composed
def shown_on(document: int) -> QuerySet[Lesson, tuple[str, bool]]:
    """What its seeker lets people see beside this document. `shown` makes of it what they see."""
    ticked = Exists(Tick.objects.filter(lesson=OuterRef("pk"), document=document))
    seen = Lesson.objects.seen_on(document).annotate(is_ticked=ticked).newest_first()
    return seen.values_list("text", "is_ticked")[:READ]


def _cut(own: list[Item], items: list[Item]) -> Checklist:
    first = sorted(items, key=lambda item: not item.returns)
    return Checklist(own, first[:SHOWN], max(0, len(first) - SHOWN))


def state_of(lessons: Iterable[Lesson]) -> str:
    """Which lessons of a job these are, for a form to send back."""
    said = [(one.place, one.text, one.shown_at is not None) for one in lessons]
    return sha256(repr(said).encode()).hexdigest()[:16]


def alike(lesson: Lesson, reader: Reader) -> list[int]:
    """The ids of her lessons that say what this one says, itself among them."""
    return [one.pk for one in _hers(reader) if _same(one, lesson)] or [lesson.pk]


def _same(one: Lesson, other: Lesson) -> bool:
    return one.pk == other.pk or says_the_same(one.text, other.text)


def says_the_same(one: str, other: str) -> bool:
    """Whether two texts are one lesson."""
    return len(groups([one, other])) == 1


@composed
def _hers(reader: Reader) -> QuerySet[Lesson]:
    mine = Lesson.objects.owned_by(reader).select_related("pursuit").defer("pursuit__posting")
    return mine.newest_first()[:READ]


@composed
def _beside_pursuit(reader: Reader, pursuit: int) -> QuerySet[Lesson]:
    ticked = Exists(Tick.objects.filter(lesson=OuterRef("pk"), pursuit=pursuit))
    mine = Lesson.objects.owned_by(reader).annotate(is_ticked=ticked)
    return mine.select_related("pursuit").defer("pursuit__posting").newest_first()[:READ]


@composed
def _beside_document(reader: Reader, document: int) -> QuerySet[Lesson]:
    ticked = Exists(Tick.objects.filter(lesson=OuterRef("pk"), document=document))
    mine = Lesson.objects.owned_by(reader).exclude(pursuit__tailorings__document=document)
    known = mine.annotate(is_ticked=ticked).select_related("pursuit").defer("pursuit__posting")
    return known.newest_first()[:READ]
