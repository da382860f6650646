"""Days that suit people who cannot do it now."""

from datetime import date, timedelta

from django.utils import timezone

SATURDAY, MONDAY = 5, 0


def days() -> list[date]:
    """Tomorrow, the next Saturday after it, the Monday after that: each once, in order."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    saturday = _next(SATURDAY, tomorrow)
    return [tomorrow, saturday, _next(MONDAY, saturday)]


def _next(weekday: int, after: date) -> date:
    """The first such day later than `after`."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)
