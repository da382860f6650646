"""What becomes of suggested wording: the seeker accepts or declines it, and works it in."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.access import require
from mentorship.critique.models import Suggestion, Thread
from mentorship.critique.outcomes import become, open_again
from mentorship.critique.threads.changes import lock_thread, mark_changed


@transaction.atomic
def accept(suggestion: Suggestion, *, by: Reader) -> None:
    """Take these words over: with them the point is used. Accepted already, it stays as it is."""
    require(by, "settle", on=suggestion.comment.thread)
    thread = suggestion.comment.thread
    become(thread, Thread.Use.USED, by=by, moment=lock_thread(thread))


@transaction.atomic
def decline(suggestion: Suggestion, *, by: Reader) -> None:
    """Leave the words as they are: the point is not used. Declined already, it stays as it is."""
    require(by, "settle", on=suggestion.comment.thread)
    thread = suggestion.comment.thread
    become(thread, Thread.Use.NOT_USED, by=by, moment=lock_thread(thread))


@transaction.atomic
def reconsider(suggestion: Suggestion, *, by: Reader) -> None:
    """Undo accepting or declining: its point is open again."""
    require(by, "settle", on=suggestion.comment.thread)
    thread = suggestion.comment.thread
    open_again(thread, by=by, moment=lock_thread(thread))


@transaction.atomic
def tick(suggestion: Suggestion, *, by: Reader) -> None:
    """She has changed her own file. Of what is not accepted any more nothing changes."""
    require(by, "settle", on=suggestion.comment.thread)
    _become(suggestion, accepted_at__isnull=False, done_at=None, to={"done_at": timezone.now()})


@transaction.atomic
def untick(suggestion: Suggestion, *, by: Reader) -> None:
    """She has not, after all."""
    require(by, "settle", on=suggestion.comment.thread)
    _become(suggestion, done_at__isnull=False, to={"done_at": None})


def _become(suggestion: Suggestion, *, to: Mapping[str, object], **now: object) -> None:
    """Change it to these moments if it is as `now` says; others see that its thread changed."""
    thread = suggestion.comment.thread
    moment = lock_thread(thread)
    if Suggestion.objects.filter(pk=suggestion.pk, **now).update(**to):
        mark_changed([thread], moment)
