"""What the seeker decides where points about the same words disagree."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.critique.changes import lock, mark_changed
from mentorship.critique.models import Decision, Thread
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
    text: str,
    why: str,
    is_told: bool,
) -> Decision:
    """Her decision about these points of one document: once, also when it is sent twice.

    Raises Refused "no-points" (422) without two of them, Stale when one is decided already.
    """
    require(by, "own", on=document)
    moment = lock(document)
    about = list(document.threads.filter(pk__in=[one.pk for one in threads], deleted_at=None))
    if len({one.author_id for one in about}) < 2:
        sentence = _("There are no longer two people's points about these words.")
        raise Refused("no-points", sentence, status=422)
    known = Decision.objects.filter(document=document, threads__in=about).first()
    if known:
        if _says(known, text, why, is_told=is_told):
            return known
        raise Stale(known, seen=known.seen, field="text")
    now = timezone.now()
    made = Decision.objects.create(
        document=document, text=text, why=why, decided_at=now, told_at=now if is_told else None
    )
    made.threads.set(about)
    if is_told:
        mark_changed(about, moment)
    write("decided", f"decision:{made.ref}", owner=document.owner, by=by)
    return made


@transaction.atomic
def revise(
    decision: Decision, *, by: Reader, text: str, why: str, is_told: bool, seen: str
) -> Decision:
    """Decide otherwise, give another reason, tell it to all or to nobody.

    seen  `Decision.seen` as the page showed it.
    Raises Stale when it was changed since.
    """
    require(by, "own", on=decision.document)
    moment = lock(decision.document)
    kept = Decision.objects.select_related("document__owner").get(pk=decision.pk)
    if _says(kept, text, why, is_told=is_told):
        return kept
    if kept.seen != seen:
        raise Stale(kept, seen=kept.seen, field="text")
    was_told, now = kept.told_at, timezone.now()
    kept.text, kept.why, kept.decided_at = text, why, now
    kept.told_at = (was_told or now) if is_told else None
    kept.save(update_fields=["text", "why", "decided_at", "told_at"])
    if was_told or is_told:
        mark_changed(list(kept.threads.all()), moment)
    return kept


def _says(kept: Decision, text: str, why: str, *, is_told: bool) -> bool:
    return (kept.text, kept.why, kept.told_at is not None) == (text, why, is_told)
