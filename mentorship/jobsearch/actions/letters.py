"""A letter to an employer: it has left, she is reminded that it has not, and what was answered is kept."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.documents import actions as documents
from mentorship.documents.lengths import MAX_DRAFT
from mentorship.documents.models import Document
from mentorship.jobsearch import afterwards
from mentorship.jobsearch.access import require
from mentorship.jobsearch.actions.texts import write_about
from mentorship.jobsearch.models import EmployerLetter
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.clock.mornings import morning
from mentorship.toolbox.refused import Refused
from mentorship.trail.actions import write


@transaction.atomic
def say_letter_left(letter: EmployerLetter, *, by: Reader) -> EmployerLetter:
    """She has sent it, now unless that is known already; nobody is reminded of it."""
    require(by, "own", on=letter.pursuit)
    kept = _held(letter)
    if kept.sent_at is None:
        write("sent", kept.thing, owner=kept.pursuit.owner, by=by)
        kept.sent_at, kept.remind_at = now(), None
        kept.save(update_fields=["sent_at", "remind_at"])
    return kept


@transaction.atomic
def say_letter_stays(letter: EmployerLetter, *, by: Reader) -> EmployerLetter:
    """She has not sent it after all."""
    require(by, "own", on=letter.pursuit)
    kept = _held(letter)
    if kept.sent_at:
        write("unsent", kept.thing, owner=kept.pursuit.owner, by=by)
        kept.sent_at = None
        kept.save(update_fields=["sent_at"])
    return kept


@transaction.atomic
def remind_of_letter(letter: EmployerLetter, *, by: Reader, on: date | None) -> EmployerLetter:
    """Remind her on the morning of this day, once, if it has not left by then; None for never.

    Raises Refused "past" (422, field "remind_on") for a morning that is over, and "reminded" once she was.
    """
    require(by, "own", on=letter.pursuit)
    kept = _held(letter)
    moment = morning(on, kept.pursuit.owner.zone) if on else None
    if moment and kept.reminded_at:
        told = _("You were reminded of this letter, and we do so once.")
        raise Refused("reminded", told, field="remind_on", status=422)
    if moment and moment <= now():
        told = _("Choose tomorrow or a later day.")
        raise Refused("past", told, field="remind_on", status=422)
    kept.remind_at = moment
    kept.save(update_fields=["remind_at"])
    return kept


@transaction.atomic
def keep_answer(letter: EmployerLetter, *, by: Reader, answer: str) -> Document:
    """Put what the employer wrote into the debrief of this job, which begins with it if there is none.

    Whoever writes the debrief in another window at the same time is shown both texts when she saves.

    answer  as it was pasted; the same words are put in once

    Raises Refused "too-long" (422, field "answer") when the debrief has no room for it; as `write_about`.
    """
    require(by, "own", on=letter.pursuit)
    kept = _held(letter)
    pursuit = kept.pursuit
    hers = Document.objects.owned_by(by).filter(kind=Document.Kind.DEBRIEF)
    about = hers.filter(tailoring__pursuit=pursuit).order_by("-pk")
    debrief = about.select_for_update(no_key=True, of=("self",)).first()
    if debrief is None:
        debrief = write_about(pursuit, by=by, kind="debrief", key=kept.document.key)
        debrief.refresh_from_db()
    text = afterwards.with_answer(debrief.draft, answer)
    if len(text) > MAX_DRAFT:
        told = _("Your debrief has no room for so much. Paste the part that matters.")
        raise Refused("too-long", told, field="answer", status=422)
    documents.save_draft(debrief, by=by, text=text, revision=debrief.draft_revision)
    kept.answered_at = now()
    kept.sent_at, kept.remind_at = kept.sent_at or kept.answered_at, None
    kept.save(update_fields=["answered_at", "sent_at", "remind_at"])
    return debrief


def _held(letter: EmployerLetter) -> EmployerLetter:
    """The letter as it is now, locked until the end of the transaction.

    Raises Refused "deleted" when it has gone.
    """
    rows = EmployerLetter.objects.select_related("document", "pursuit__owner")
    found = rows.select_for_update(no_key=True, of=("self",)).filter(pk=letter.pk).first()
    if found is None:
        raise Refused("deleted", _("This letter has just been deleted."))
    return found
