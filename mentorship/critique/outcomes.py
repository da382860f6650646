"""What becomes of a point: the one place in which its state is set, whatever the act that sets it.

A point is open, or it is used, partly used or not used. The wording it suggests goes with it: it is
accepted with a point that is used, declined with one that is not, and undecided while that is open.
"""

from datetime import datetime

from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.models import Decision, Suggestion, Thread
from mentorship.critique.models.kinds import TAKEN
from mentorship.critique.notices import uptake
from mentorship.critique.threads.changes import mark_changed
from mentorship.critique.threads.written_here import take_in, take_out
from mentorship.trail.actions import write


def become(
    thread: Thread,
    use: str,
    *,
    by: Reader | None,
    moment: datetime,
    reason: str | None = None,
    at: datetime | None = None,
) -> Thread:
    """Nothing is left to do about this point: it is `use` now, and its author hears. Already so, it stays.

    by      who says so, for whom the right was asked; None when the next version says it
    moment  of the change, under the lock on the document (`changes.lock`)
    reason  None for the one that was given with the same use, if any
    at      since when it is so, if not since now
    """
    kept = Thread.objects.select_related("author", "document__owner").get(pk=thread.pk)
    given = reason if reason is not None else kept.use_reason if kept.use == use else ""
    is_same = kept.resolved_at is not None and (kept.use, kept.use_reason) == (use, given)
    has_followed = _take_wording_along(kept, use, by)
    if is_same:
        if has_followed:
            mark_changed([kept], moment)
        return kept
    kept.use, kept.use_reason, kept.use_said_at = use, given, at or timezone.now()
    if not kept.resolved_at:
        kept.resolved_at = kept.use_said_at
        kept.resolved_by = by.person if by else kept.document.owner
    kept.save(update_fields=["use", "use_reason", "use_said_at", "resolved_at", "resolved_by"])
    mark_changed([kept], moment)
    _leave_decision(kept, use, moment)
    uptake.tell_author(kept, by=by.person if by else kept.document.owner)
    if by:
        write("weighed", f"thread:{kept.ref}", owner=kept.document.owner, by=by)
    return kept


def open_again(thread: Thread, *, by: Reader, moment: datetime) -> None:
    """Nothing became of this point yet. A reason that was given stays in the row, to be given once more."""
    dealt_with = Thread.objects.filter(pk=thread.pk, resolved_at__isnull=False)
    if dealt_with.update(resolved_at=None, resolved_by=None, use="", use_said_at=None):
        _take_wording_along(thread, "", by)
        mark_changed([thread], moment)
        _leave_decision(thread, "", moment)


def set_aside(thread: Thread, *, by: Reader, moment: datetime) -> None:
    """The seeker is done with what she began herself: nothing becomes of a note or a question."""
    open_ones = Thread.objects.filter(pk=thread.pk, resolved_at=None)
    if open_ones.update(resolved_at=timezone.now(), resolved_by=by.person) and not thread.is_note:
        mark_changed([thread], moment)


def take_up(thread: Thread, *, moment: datetime) -> None:
    """She is not done with it after all."""
    done = Thread.objects.filter(pk=thread.pk, resolved_at__isnull=False)
    if done.update(resolved_at=None, resolved_by=None) and not thread.is_note:
        mark_changed([thread], moment)


def _take_wording_along(thread: Thread, use: str, by: Reader | None) -> bool:
    """Accept or decline what the point suggests, or neither; whether that changes anything.

    What was used in part is decided as it was: which of the words, nobody said. What the seeker
    accepts goes into the draft of a text that is written here, and out of it when she does not after all.
    """
    seeker = by if by and by.owns and by.person == thread.document.owner else None
    if (
        use and by and not seeker
    ):  # its author deals with it: what she suggested is not hers to accept
        return False
    if seeker and use in {"", Thread.Use.NOT_USED}:
        take_out(thread, by=seeker)
    has_followed = _decide_wording(thread, use)
    if seeker and use == Thread.Use.USED:
        take_in(thread, by=seeker)
    return has_followed


def _decide_wording(thread: Thread, use: str) -> bool:
    wording, now = Suggestion.objects.filter(comment__thread=thread), timezone.now()
    match use:
        case Thread.Use.USED:
            undecided = wording.filter(accepted_at=None)
            return bool(undecided.update(accepted_at=now, declined_at=None))
        case Thread.Use.NOT_USED:
            undecided = wording.filter(declined_at=None)
            return bool(undecided.update(declined_at=now, accepted_at=None, done_at=None))
        case Thread.Use.PARTLY:
            return bool(wording.filter(declined_at__isnull=False).update(declined_at=None))
        case _:
            return bool(wording.update(declined_at=None, accepted_at=None, done_at=None))


def _leave_decision(thread: Thread, use: str, moment: datetime) -> None:
    """A choice between points holds no more when what became of one says otherwise: her words stay."""
    decided = Decision.objects.filter(threads=thread).exclude(chosen=None).first()
    if decided is None:
        return
    is_chosen = decided.chosen_id == thread.pk
    if use in TAKEN if is_chosen else use != Thread.Use.USED:
        return
    if decided.told_at:
        mark_changed(list(decided.threads.all()), moment)
    choice = Decision.objects.filter(pk=decided.pk)
    if decided.text or decided.why:
        choice.update(chosen=None)
    else:
        choice.delete()
