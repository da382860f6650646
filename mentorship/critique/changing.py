"""How what is said changes: under a lock on the document, so that nobody who asks for news misses any.

What others see of a document's threads changes under that lock, and `changed_at` grows with each
change: whoever asks for what is new since a moment misses nothing that commits later.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation, Round
from mentorship.critique.models import Comment, Review, Thread
from mentorship.documents.models import Document
from mentorship.toolbox import sanitiser

REMINDED_AFTER = timedelta(hours=24)


def hold(document: Document) -> datetime:
    """Lock the document until the end of the transaction; the moment of what changes in it now.

    Later than every change before, whatever the clocks say.
    """
    Document.objects.select_for_update(no_key=True).get(pk=document.pk)
    last = Thread.objects.filter(document=document).aggregate(last=Max("changed_at"))["last"]
    now = timezone.now()
    return max(now, last + timedelta(microseconds=1)) if last else now


def mark_changed(threads: list[Thread], moment: datetime) -> None:
    """These threads changed at `moment`, as others see them."""
    refs = [thread.pk for thread in threads]
    Thread.objects.filter(pk__in=refs).update(changed_at=moment)


def review_of(asked: Round, *, by: Reader) -> Review:
    """Her review in this round, begun if need be, locked: two posts of one form wait here."""
    assert by.person is not None  # noqa: S101 - rights were asked, and nobody has none
    locked = Review.objects.select_for_update(of=("self",))
    review, _is_new = locked.get_or_create(round=asked, mentor=by.person)
    circle.begun(Invitation.objects.get(round=asked, person=by.person))  # once for each ask
    return review


def draft(
    thread: Thread, review: Review, text: str, key: UUID, *, by: Reader, why: str = ""
) -> Comment:
    """One more draft of her review."""
    remind_later(review)
    return Comment.objects.create(
        thread=thread,
        review=review,
        author=by.person,
        key=key,
        text=text,
        html=sanitiser.rendered(text),
        why=why,
    )


def remind_later(review: Review) -> None:
    """She is at it: count the time until she is reminded of her drafts from now."""
    Review.objects.filter(pk=review.pk).update(due_at=timezone.now() + REMINDED_AFTER)
