"""A seeker's own documents on her desk."""

from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.critique.models import Thread
from mentorship.documents.models import Document, DocumentQuerySet, Version
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking

SHOWN = 8  # documents on the desk; the list has them all


@dataclass(frozen=True, slots=True)
class Own:
    """Hers, with what is known of their latest versions.

    newest    the first of them
    has_more  whether there are others
    waiting   those whose latest version is not ready, and those written on since; no letter that has
              gone to its employer
    points    "3 open points", by document, of those that have any
    unasked   whether there is one to read among the newest, and nobody was asked about any of them
    """

    newest: list[Document]
    has_more: bool
    waiting: list[Document]
    points: dict[int, str]
    unasked: bool


def own(reader: Reader) -> Asking[Own]:
    """Her documents."""
    newest, waiting = yield _newest(reader), _waiting(reader)
    which = [one.pk for one in newest]
    counted, asked = yield _open(which), _asked_about(reader, which)
    points = {
        pk: ngettext("%(count)s open point", "%(count)s open points", count) % {"count": count}
        for pk, count in counted
    }
    is_ready = any(getattr(one, "latest_state", "") == "ready" for one in newest)
    return Own(newest[:SHOWN], len(newest) > SHOWN, waiting, points, unasked=is_ready and not asked)


@composed
def _newest(reader: Reader) -> QuerySet[Document]:
    """Newest first; one more than is shown."""
    return _all(reader)[: SHOWN + 1]


def _all(reader: Reader) -> DocumentQuerySet:
    return Document.objects.owned_by(reader).with_latest().defer("draft", "note")


@composed
def _waiting(reader: Reader) -> QuerySet[Document]:
    not_ready = Q(latest_state__in=[state for state in Version.State if state != "ready"])
    written_since = Q(draft_saved_at__gt=F("latest_created_at"))
    not_a_version_yet = Q(latest_created_at=None)
    waiting = _all(reader).filter(not_ready | written_since | not_a_version_yet)
    return waiting.filter(employer_letter__sent_at=None).select_related("employer_letter")[:SHOWN]


@composed
def _asked_about(reader: Reader, documents: list[int]) -> QuerySet[Document, tuple[int]]:
    """Those of them that anybody was ever asked about."""
    asked = Document.objects.owned_by(reader).filter(pk__in=documents, rounds__isnull=False)
    return asked.order_by().values_list("pk").distinct()


@composed
def _open(documents: list[int]) -> QuerySet[Thread, tuple[int, int]]:
    threads = Thread.objects.points().open().filter(document__in=documents)
    return threads.order_by().values_list("document").annotate(count=Count("pk"))
