"""Whose version is prepared next: nobody's many stand before someone else's first."""

from datetime import datetime, timedelta

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from mentorship.documents.models import Version
from mentorship.toolbox.clock.moments import Now

REMEMBERED = timedelta(minutes=10)


def in_turn(waiting: QuerySet[Version]) -> QuerySet[Version]:
    """These versions: first of those people who had the fewest prepared lately, then the oldest.

    had  of theirs, under way now or done within ten minutes
    """
    lately = Q(ready_at__gt=Now() - REMEMBERED) | Q(refused_at__gt=Now() - REMEMBERED)
    is_held = Q(state=Version.State.PREPARING, due_at__gt=Now())
    had = (
        Version.objects.filter(lately | is_held, document__owner=OuterRef("document__owner"))
        .order_by()
        .values("document__owner")
        .annotate(count=Count("pk"))
        .values("count")
    )
    counted = waiting.annotate(had=Coalesce(Subquery(had), Value(0)))
    return counted.order_by("had", F("due_at"), "pk")


def oldest_due() -> datetime | None:
    """When the oldest version that is to be prepared now fell due; None when there is none."""
    due = Version.objects.unfinished().filter(due_at__lte=Now())
    oldest: datetime | None = due.aggregate(oldest=Min("due_at"))["oldest"]
    return oldest
