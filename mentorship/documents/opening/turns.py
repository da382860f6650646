"""Whose file is opened next: nobody's many stand before someone else's first."""

from datetime import datetime, timedelta
from functools import reduce
from operator import add
from typing import Any

from django.db.models import Count, F, Min, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from mentorship.documents.opening.queues import QUEUES, Queue, Row

REMEMBERED = timedelta(minutes=10)
AT_ONCE = 100


def in_turn(queue: Queue[Row]) -> list[int]:
    """Ids of what is due: first of those people who had the fewest opened lately, then the oldest.

    had  of theirs, in every queue: open now, or done within ten minutes
    """
    counts = [
        Coalesce(Subquery(_counted(rows(), path, OuterRef(queue.owner))), Value(0))
        for one in QUEUES
        for path, rows in one.had.items()
    ]
    due = queue.due().annotate(had=reduce(add, counts))
    return list(due.order_by("had", F("due_at"), "pk").values_list("pk", flat=True)[:AT_ONCE])


def _counted(rows: QuerySet[Any], path: str, owner: OuterRef) -> QuerySet[Any]:
    hers: QuerySet[Any] = rows.filter(**{path: owner}).order_by().values(path)
    counted: QuerySet[Any] = hers.annotate(count=Count("pk")).values("count")
    return counted


def oldest_due() -> datetime | None:
    """When the oldest file that is to be opened now fell due; None when there is none."""
    oldest = [queue.due().aggregate(oldest=Min("due_at"))["oldest"] for queue in QUEUES]
    return min(filter(None, oldest), default=None)
