"""When people may be reminded of something: by day, where they live. Rules without a database."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING, EVENING = time(8), time(20)
A_DAY = timedelta(days=1)


def morning(day: date, zone: ZoneInfo) -> datetime:
    """Eight o'clock there, also on the days on which clocks change."""
    return datetime.combine(day, MORNING, zone)


def humane(now: datetime, zone: ZoneInfo) -> datetime:
    """Now, if people there are up; else the next morning. A service that was down wakes nobody."""
    there = now.astimezone(zone)
    if there.time() < MORNING:
        return morning(there.date(), zone)
    return now if there.time() < EVENING else morning(there.date() + A_DAY, zone)
