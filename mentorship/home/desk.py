"""A seeker's own documents on her desk."""

from collections.abc import Iterable

from django.db.models import Count, F, Q
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.critique.models import Thread
from mentorship.documents.models import Document, DocumentQuerySet, Version

SHOWN = 8  # documents on the desk; the list has them all


def documents(reader: Reader) -> DocumentQuerySet:
    """Hers, newest first, with what is known of their latest versions, without their long texts."""
    return Document.objects.owned_by(reader).with_latest().defer("draft", "note")


def waiting(documents: DocumentQuerySet) -> DocumentQuerySet:
    """Those whose latest version is not ready, and those written on since."""
    not_ready = Q(latest_state__in=[state for state in Version.State if state != "ready"])
    written_since = Q(draft_saved_at__gt=F("latest_created_at"))
    not_a_version_yet = Q(latest_created_at=None)
    return documents.filter(not_ready | written_since | not_a_version_yet)


def open_points(documents: Iterable[Document]) -> dict[int, str]:
    """ "3 open points", by document, of those that have any. One query."""
    threads = Thread.objects.sent().open().filter(document__in=documents)
    standing = threads.order_by().values_list("document")
    return {
        pk: ngettext("%(count)s open point", "%(count)s open points", count) % {"count": count}
        for pk, count in standing.annotate(count=Count("pk"))
    }
