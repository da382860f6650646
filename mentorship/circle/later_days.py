"""Days that suit people who cannot do it now."""

from datetime import date, timedelta

from django.utils import timezone

SATURDAY, MONDAY = 5, 0


def days() -> list[date]:
    """Tomorrow, and the next Saturday and the next Monday after it: in order."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return sorted([tomorrow, _next(SATURDAY, tomorrow), _next(MONDAY, tomorrow)])


def _next(weekday: int, after: date) -> date:
    """The first such day later than `after`."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)
