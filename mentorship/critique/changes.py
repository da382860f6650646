"""How what is said changes: under a lock on the document, so that nobody who asks for news misses any.

What others see of a document's threads changes under that lock, and `changed_at` grows with each
change: whoever asks for what is new since a moment misses nothing that commits later.
"""

from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from mentorship.critique.models import Thread
from mentorship.documents.models import Document


def lock(document: Document) -> datetime:
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
