"""Agreeing with someone else's point: seen at once, and mailed to nobody."""

from django.db import transaction

from accounts.reader import Reader
from mentorship.critique.access import require
from mentorship.critique.comments.drafts import hand_of
from mentorship.critique.models import Agreement, Thread
from mentorship.critique.threads.changes import lock_thread, mark_changed


@transaction.atomic
def agree(thread: Thread, *, by: Reader) -> None:
    """Say that this point is right. Said already, it stays said."""
    require(by, "agree", on=thread)
    moment = lock_thread(thread)
    hand = hand_of(by, thread.round)
    said, is_new = Agreement.objects.get_or_create(
        thread=thread, person=by.person, defaults={"hand": hand}
    )
    if said.hand and not hand:
        Agreement.objects.filter(pk=said.pk).update(hand=None)
    if is_new:
        mark_changed([thread], moment)


@transaction.atomic
def withdraw(thread: Thread, *, by: Reader) -> None:
    """Take that back; also where she may not say it any more."""
    require(by, "read", on=thread)
    moment = lock_thread(thread)
    if Agreement.objects.by(by).filter(thread=thread).delete()[0]:
        mark_changed([thread], moment)
