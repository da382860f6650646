"""How many points beside a version are open, and when something in any of them last changed."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet, Value

from accounts.reader import Reader
from mentorship.critique.models import Thread
from mentorship.critique.threads.facts import ThreadFacts
from mentorship.documents.access import Rights
from mentorship.documents.models import Document, Version
from mentorship.toolbox.questions.composed import composed


def counted(threads: Iterable[ThreadFacts]) -> tuple[int, datetime | None]:
    """How many points are open, and when something in any of them last changed that others see."""
    known = list(threads)
    last = max((one.changed_at for one in known if one.changed_at), default=None)
    points = [one for one in known if not one.is_the_seekers]
    return sum(not (one.is_dealt_with or one.deleted_at) for one in points), last


@composed
def counts_in(
    version: Version, document: Document, reader: Reader, held: Rights
) -> QuerySet[Thread, tuple[int, datetime | None]]:
    """As `counted`, of those that `placed_in` gives: one row; none where there are none."""
    seen = Thread.objects.seen_on(document, reader, held).filter(placements__version=version)
    is_open = Q(asks_all=False, round__isnull=False, resolved_at=None, deleted_at=None)
    among = seen.order_by().annotate(all=Value(1)).values("all")
    counts = among.annotate(open=Count("pk", filter=is_open), last=Max("changed_at"))
    return counts.values_list("open", "last")
