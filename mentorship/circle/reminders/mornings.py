"""When whoever has not answered is reminded: rules of days, without a database."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentorship.toolbox.clock.mornings import A_DAY, morning

MAX_REMINDERS = 2
BEFORE = timedelta(days=2)
WITHOUT_A_DATE = timedelta(days=7)


def next_reminder(
    wanted_by: date | None, *, asked_at: datetime, now: datetime, zone: ZoneInfo, sent: int
) -> datetime | None:
    """The next morning on which to remind, a day from now at least; None when there is none left.

    A day is from one hour to the same hour there, also in the nights in which clocks change.

    wanted_by  reminded of two days before it, and on the morning after it; without it, of the ask
               once, after a week
    zone       where the mornings are
    sent       how many reminders have left already
    """
    if sent >= MAX_REMINDERS:
        return None
    if wanted_by:
        days = [wanted_by - BEFORE, wanted_by + A_DAY]
    else:
        days = [asked_at.astimezone(zone).date() + WITHOUT_A_DATE]
    tomorrow = now.astimezone(zone) + A_DAY
    mornings = [morning(day, zone) for day in days]
    return next((moment for moment in mornings if moment >= tomorrow), None)
