"""What the seeker decides where points about the same words disagree."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.critique.models import Decision, Thread
from mentorship.critique.outcomes import become, open_again
from mentorship.critique.threads.changes import lock, mark_changed
from mentorship.documents.access import require
from mentorship.documents.models import Document
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from mentorship.trail.actions import write


@transaction.atomic
def decide(
    document: Document,
    threads: Collection[Thread],
    *,
    by: Reader,
    chosen: Thread | None = None,
    text: str = "",
    why: str = "",
    is_told: bool = False,
) -> Decision:
    """Her decision about these points of one document: once, also when it is sent twice.

    chosen  the one she goes with: that is used, the others are not. With none, what she writes says
            what she makes of them: each that is open is used in part.

    Raises Refused "no-points" (422) without two of them, or for one that is not among them,
    "no-decision" (422) for none and no words, Stale when one is decided already.
    """
    require(by, "own", on=document)
    moment = lock(document)
    points = document.threads.points().filter(deleted_at=None)
    about = list(points.filter(pk__in=[one.pk for one in threads]))
    if len({one.author_id for one in about}) < 2 or (chosen and chosen not in about):
        sentence = _("These words no longer have points from two people.")
        raise Refused("no-points", sentence, status=422)
    if not (chosen or text):
        raise Refused("no-decision", _("Choose one of them, or write what you decide."), status=422)
    known = Decision.objects.filter(document=document, threads__in=about).first()
    if known:
        if _says(known, chosen, text, why, is_told=is_told):
            return known
        raise Stale(known, seen=known.seen, field="text")
    now = timezone.now()
    told_at = now if is_told else None
    made = Decision.objects.create(
        document=document, chosen=chosen, text=text, why=why, decided_at=now, told_at=told_at
    )
    made.threads.set(about)
    if is_told:
        mark_changed(about, moment)
    _settle(made, about, by=by, moment=moment)
    write("decided", f"decision:{made.ref}", owner=document.owner, by=by)
    return made


@transaction.atomic
def revise(
    decision: Decision,
    *,
    by: Reader,
    text: str,
    why: str,
    is_told: bool,
    seen: str,
    chosen: Thread | None = None,
) -> Decision:
    """Decide otherwise, give another reason, tell it to all or to nobody.

    chosen  another one to go with; None for the one there is, if any
    seen    `Decision.seen` as the page showed it.
    Raises Stale when it was changed since, Refused "no-decision" (422) when nothing is left of it.
    """
    require(by, "own", on=decision.document)
    moment = lock(decision.document)
    kept = Decision.objects.select_related("document__owner", "chosen").get(pk=decision.pk)
    about, goes_with = list(kept.threads.all()), kept.chosen
    if chosen in about:
        goes_with = chosen
    if _says(kept, goes_with, text, why, is_told=is_told):
        return kept
    if kept.seen != seen:
        raise Stale(kept, seen=kept.seen, field="text")
    if not (goes_with or text):
        raise Refused("no-decision", _("Choose one of them, or write what you decide."), status=422)
    was_told, before, now = kept.told_at, kept.decided_at, timezone.now()
    is_other = goes_with != kept.chosen
    kept.chosen, kept.text, kept.why, kept.decided_at = goes_with, text, why, now
    kept.told_at = (was_told or now) if is_told else None
    kept.save(update_fields=["chosen", "text", "why", "decided_at", "told_at"])
    # What it settled is still known by its moment: see `undecide`.
    kept.threads.filter(use_said_at=before).update(use_said_at=now)
    if was_told or is_told:
        mark_changed(about, moment)
    if is_other:
        _settle(kept, about, by=by, moment=moment)
    return kept


@transaction.atomic
def undecide(decision: Decision, *, by: Reader) -> None:
    """Take it back: what it settled is open again, and the points disagree as before."""
    require(by, "own", on=decision.document)
    moment = lock(decision.document)
    kept = Decision.objects.filter(pk=decision.pk).first()
    if kept is None:
        return
    about = list(kept.threads.all())
    if kept.told_at:
        mark_changed(about, moment)
    Decision.objects.filter(pk=kept.pk).delete()
    for one in about:
        if one.use_said_at == kept.decided_at:
            open_again(one, by=by, moment=moment)


def _settle(made: Decision, about: Iterable[Thread], *, by: Reader, moment: datetime) -> None:
    """Each of the points becomes what the decision makes of it."""
    for one in about:
        if made.chosen:
            use = Thread.Use.USED if one == made.chosen else Thread.Use.NOT_USED
            become(one, use, by=by, moment=moment, at=made.decided_at)
        elif not one.resolved_at:
            become(one, Thread.Use.PARTLY, by=by, moment=moment, at=made.decided_at)


def _says(kept: Decision, chosen: Thread | None, text: str, why: str, *, is_told: bool) -> bool:
    now = (kept.chosen_id, kept.text, kept.why, kept.told_at is not None)
    return now == (chosen.pk if chosen else None, text, why, is_told)
