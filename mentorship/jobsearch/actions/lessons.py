"""What a seeker does differently after a job has answered: said, changed, ticked where she keeps to it."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from accounts.reader import Reader
from mentorship.documents import access as rights
from mentorship.documents.models import Document
from mentorship.jobsearch import checklist
from mentorship.jobsearch.access import held, require
from mentorship.jobsearch.jobs import Learnt
from mentorship.jobsearch.models import Lesson, Pursuit, Tick
from mentorship.jobsearch.returning import says_the_same, theme_among
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.refs import new_ref
from mentorship.toolbox.stale import Stale
from mentorship.trail.actions import write


@transaction.atomic
def learn(pursuit: Pursuit, lessons: Sequence[Learnt], *, by: Reader, seen: str) -> None:
    """Let these be what the job taught her, in their places; one without words is none, or goes.

    seen  `checklist.state_of` the lessons that the writer saw

    Raises Stale when another window has changed them since; neither is lost. Refused "deleted".
    """
    require(by, "own", on=pursuit)
    kept = held(pursuit)
    there = {one.place: one for one in kept.lessons.order_by("place")}
    wanted = {place: one for place, one in enumerate(lessons, 1) if one.text}
    if _said(there) == wanted:
        return
    if seen != (state := checklist.state_of(there.values())):
        raise Stale(list(there.values()), seen=state, field="text_1")
    kept.lessons.exclude(place__in=wanted).delete()
    for place, one in wanted.items():
        _keep(kept, place, one, there.get(place), by)
    write("learnt", kept.thing, owner=kept.owner, by=by)


def _said(lessons: dict[int, Lesson]) -> dict[int, Learnt]:
    return {
        place: Learnt(one.text, is_shown=one.shown_at is not None) for place, one in lessons.items()
    }


def _keep(pursuit: Pursuit, place: int, one: Learnt, before: Lesson | None, by: Reader) -> None:
    """Another lesson in the place of one that was ticked begins without ticks."""
    since = before.shown_at if before else None
    facts = {"text": one.text, "shown_at": (since or now()) if one.is_shown else None}
    if before is None or not says_the_same(before.text, one.text):
        others = Lesson.objects.owned_by(by).exclude(ref=before.ref if before else "")
        facts["theme"] = _theme_of(one.text, others)
        if before:
            before.ticks.all().delete()
    Lesson.objects.update_or_create(pursuit=pursuit, place=place, defaults=facts)


def _theme_of(text: str, others: QuerySet[Lesson]) -> str:
    """That of the first of her other lessons that says the same; else a fresh one."""
    return theme_among(text, others.order_by("pk").values_list("theme", "text")) or new_ref()


@transaction.atomic
def tick(lesson: Lesson, *, by: Reader, on: Document | Pursuit) -> None:
    """She has kept to it in this document, or on the way to this job. Twice is once."""
    require(by, "own", on=lesson.pursuit)
    about = _about(on, by)
    held(lesson.pursuit)
    if Lesson.objects.filter(pk=lesson.pk).exists():
        Tick.objects.get_or_create(lesson=lesson, **about)


@transaction.atomic
def untick(lesson: Lesson, *, by: Reader, on: Document | Pursuit) -> None:
    """She has not, after all: neither to it nor to those of her lessons that say the same."""
    require(by, "own", on=lesson.pursuit)
    same = Lesson.objects.owned_by(by).filter(theme=lesson.theme) if lesson.theme else [lesson]
    Tick.objects.filter(lesson__in=same, **_about(on, by)).delete()


def _about(on: Document | Pursuit, by: Reader) -> dict[str, Any]:
    """The column of what it is about. Raises Refused "not-found" where that is not hers."""
    if isinstance(on, Pursuit):
        require(by, "own", on=on)
        return {"pursuit": on}
    rights.require(by, "own", on=on)
    return {"document": on}
