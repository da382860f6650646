"""Days that suit people who cannot do it now."""

from datetime import date, timedelta

from django.utils import timezone

SATURDAY, MONDAY = 5, 0


def days(until: date | None = None) -> list[date]:
    """Tomorrow, and the next Saturday and the next Monday after it: in order.

    until  the day by which an answer is wanted: later ones are not offered, unless all are later
    """
    tomorrow = timezone.localdate() + timedelta(days=1)
    soon = sorted([tomorrow, _next(SATURDAY, tomorrow), _next(MONDAY, tomorrow)])
    return [day for day in soon if until is None or day <= until] or soon


def _next(weekday: int, after: date) -> date:
    """The first such day later than `after`."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)
