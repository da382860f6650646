"""A job that a seeker goes for: begun, described, planned, moved from stage to stage, let go."""

from datetime import date, datetime
from uuid import UUID

from django.core.files import File
from django.db import transaction

from accounts.models import User
from accounts.reader import Reader
from mentorship.documents.store.files import sha256_of
from mentorship.jobsearch import budgets
from mentorship.jobsearch.access import held, require
from mentorship.jobsearch.actions.postings import read_file
from mentorship.jobsearch.jobs import Job
from mentorship.jobsearch.models import PostingFile, Pursuit
from mentorship.notifications import forgetting
from mentorship.toolbox.access import open_to_all
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.clock.mornings import morning
from mentorship.toolbox.stale import Stale
from mentorship.toolbox.web.once import once
from mentorship.trail.actions import write


@open_to_all("whoever is signed in may go for jobs; `by.account` is refused to others")
@transaction.atomic
def begin(job: Job, *, by: Reader, key: UUID, file: "File[bytes] | None" = None) -> Pursuit:
    """A pursuit of this job; the text of `file` becomes its posting.

    key  of the form: sent twice it begins one, sent with other words one more

    Raises Refused as `budgets.require_room`, and as `read_file`: then nothing is begun.
    """
    owner, key = by.account, once(key, job, sha256_of(file) if file else "")
    User.objects.lock(owner)
    known = Pursuit.objects.owned_by(by).filter(key=key).first()
    if known:
        return known
    budgets.require_room(owner)
    made = Pursuit(owner=owner, key=key, **job.columns)
    made.remind_at = _morning_of(made)
    made.save()
    write("began", made.thing, owner=owner, by=by)
    if file:
        read_file(made, by=by, file=file)
    return made


@transaction.atomic
def describe(
    pursuit: Pursuit, *, by: Reader, job: Job, revision: int, file: "File[bytes] | None" = None
) -> Pursuit:
    """Let the pursuit say this. `revision` is the one the writer saw.

    A text typed as its posting takes the place of a file that is still being read, and the text of
    `file` that of what was typed, once it is read.

    Raises Stale when another window has changed it since; neither text is lost. Refused as `read_file`.
    """
    require(by, "own", on=pursuit)
    kept = _said(held(pursuit), job, revision)
    if file:
        read_file(kept, by=by, file=file)
    return kept


def _said(kept: Pursuit, job: Job, revision: int) -> Pursuit:
    wanted = job.columns
    if all(getattr(kept, name) == value for name, value in wanted.items()):
        return kept
    if revision != kept.revision:
        raise Stale(kept, seen=kept.revision, field="posting")
    if job.posting != kept.posting:
        PostingFile.objects.filter(pursuit=kept.pk).delete()
    is_another_day = job.next_on != kept.next_on
    for name, value in wanted.items():
        setattr(kept, name, value)
    if is_another_day:
        kept.remind_at = _morning_of(kept)
    kept.revision += 1
    kept.save(update_fields=[*wanted, "remind_at", "revision"])
    return kept


@transaction.atomic
def plan(pursuit: Pursuit, *, by: Reader, next_step: str, next_on: date | None) -> Pursuit:
    """What comes next, and on which day; both empty when there is nothing."""
    require(by, "own", on=pursuit)
    kept = held(pursuit)
    is_another_day = next_on != kept.next_on
    kept.next_step, kept.next_on = next_step, next_on
    if is_another_day:
        kept.remind_at = _morning_of(kept)
    kept.revision += 1
    kept.save(update_fields=["next_step", "next_on", "remind_at", "revision"])
    return kept


@transaction.atomic
def move(pursuit: Pursuit, *, by: Reader, stage: str) -> Pursuit:
    """The pursuit stands at this stage now.

    The first time it is applied for, that day is kept; once it has ended, nobody is reminded of it.
    """
    require(by, "own", on=pursuit)
    kept = held(pursuit)
    if kept.stage == stage:
        return kept
    kept.reached = kept.stage if stage == Pursuit.Stage.ENDED else ""
    kept.stage = stage
    if stage == Pursuit.Stage.APPLIED and not kept.applied_on:
        kept.applied_on = now().astimezone(kept.owner.zone).date()
    has_ended = stage == Pursuit.Stage.ENDED  # how, she may say with `end`
    kept.ended_at = now() if has_ended else None
    kept.outcome = ""
    kept.remind_at = None if has_ended else _morning_of(kept)
    kept.save(update_fields=["stage", "reached", "applied_on", "ended_at", "outcome", "remind_at"])
    write("moved", kept.thing, owner=kept.owner, by=by)
    return kept


@transaction.atomic
def end(pursuit: Pursuit, *, by: Reader, outcome: str) -> Pursuit:
    """It is over, and this is how; said again, it is said otherwise, and the day stays."""
    require(by, "own", on=pursuit)
    kept = held(pursuit)
    if kept.outcome == outcome:
        return kept
    if kept.stage != Pursuit.Stage.ENDED:
        kept.stage, kept.reached = Pursuit.Stage.ENDED, kept.stage
    kept.outcome, kept.remind_at = outcome, None
    kept.ended_at = kept.ended_at or now()
    kept.save(update_fields=["stage", "reached", "outcome", "ended_at", "remind_at"])
    write("ended", kept.thing, owner=kept.owner, by=by)
    return kept


@transaction.atomic
def delete(pursuit: Pursuit, *, by: Reader) -> None:
    """End it with its posting and what is kept about it, for good. Its documents and rounds stay."""
    require(by, "own", on=pursuit)
    write("deleted", pursuit.thing, owner=pursuit.owner, by=by)
    forgetting.forget([pursuit.thing])
    Pursuit.objects.filter(pk=pursuit.pk).delete()


def _morning_of(pursuit: Pursuit) -> datetime | None:
    """When its owner is reminded of its next step; None where there is no day, or it has begun."""
    if pursuit.next_on is None:
        return None
    moment = morning(pursuit.next_on, pursuit.owner.zone)
    return moment if moment > now() else None
