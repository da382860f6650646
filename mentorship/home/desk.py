"""A seeker's own documents on her desk."""

from collections.abc import Iterable

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.critique.models import Thread
from mentorship.documents.models import Document, DocumentQuerySet, Version
from mentorship.toolbox.questions.composed import composed

SHOWN = 8  # documents on the desk; the list has them all


@composed
def documents(reader: Reader) -> QuerySet[Document]:
    """Hers, newest first, with what is known of their latest versions; one more than is shown."""
    return _all(reader)[: SHOWN + 1]


def _all(reader: Reader) -> DocumentQuerySet:
    return Document.objects.owned_by(reader).with_latest().defer("draft", "note")


@composed
def waiting(reader: Reader) -> QuerySet[Document]:
    """Those of hers whose latest version is not ready, and those written on since."""
    not_ready = Q(latest_state__in=[state for state in Version.State if state != "ready"])
    written_since = Q(draft_saved_at__gt=F("latest_created_at"))
    not_a_version_yet = Q(latest_created_at=None)
    return _all(reader).filter(not_ready | written_since | not_a_version_yet)[:SHOWN]


def open_points(documents: Iterable[Document]) -> dict[int, str]:
    """ "3 open points", by document, of those that have any. One query."""
    return {
        pk: ngettext("%(count)s open point", "%(count)s open points", count) % {"count": count}
        for pk, count in _open([document.pk for document in documents])
    }


@composed
def _open(documents: list[int]) -> QuerySet[Thread, tuple[int, int]]:
    threads = Thread.objects.sent().open().filter(document__in=documents)
    return threads.order_by().values_list("document").annotate(count=Count("pk"))
