"""The rules of mornings, at every hour, where clocks change at one or at midnight, or never."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentorship.circle.reminders.mornings import next_reminder
from mentorship.toolbox.clock.mornings import A_DAY, humane, morning

AN_HOUR = timedelta(hours=1)
# The first days in the new time, in 2027. Cairo and Santiago lose or repeat the hour of midnight,
# Lord Howe half an hour; Kathmandu never changes, and is a quarter of an hour off everybody else.
CHANGES = {
    "Europe/Berlin": (date(2027, 3, 28), date(2027, 10, 31)),
    "America/New_York": (date(2027, 3, 14), date(2027, 11, 7)),
    "America/Santiago": (date(2027, 4, 4), date(2027, 9, 5)),
    "Africa/Cairo": (date(2027, 4, 30), date(2027, 10, 29)),
    "Australia/Lord_Howe": (date(2027, 4, 4), date(2027, 10, 3)),
    "Asia/Kathmandu": (date(2027, 3, 28), date(2027, 10, 31)),
}
NIGHTS = [
    pytest.param(ZoneInfo(name), day, id=f"{name} {day}")
    for name, days in CHANGES.items()
    for day in days
]
every_night = pytest.mark.parametrize(("zone", "day"), NIGHTS)


def hours(day: date, zone: ZoneInfo) -> Iterator[datetime]:
    """Every hour, and the moment before it, from two days before that day to two days after."""
    begin = datetime.combine(day - 2 * A_DAY, time(), zone).astimezone(UTC)
    for passed in range(5 * 24):
        yield begin + passed * AN_HOUR - timedelta.resolution
        yield begin + passed * AN_HOUR


def offset(day: date, zone: ZoneInfo) -> timedelta | None:
    """How far clocks there are ahead at noon."""
    return datetime.combine(day, time(12), zone).utcoffset()


def test_clocks_change_in_the_nights_that_are_tried():
    changing = {
        name
        for name, days in CHANGES.items()
        for day in days
        if offset(day, ZoneInfo(name)) != offset(day - A_DAY, ZoneInfo(name))
    }

    assert changing == CHANGES.keys() - {"Asia/Kathmandu"}


@every_night
def test_a_letter_leaves_by_day_at_once_or_at_the_next_eight(zone: ZoneInfo, day: date):
    for now in hours(day, zone):
        moment = humane(now, zone)

        there, then = now.astimezone(zone), moment.astimezone(zone)
        if time(8) <= there.time() < time(20):
            assert moment == now
        else:
            assert then.time() == time(8)
            assert timedelta(0) < moment.astimezone(UTC) - now <= 13 * AN_HOUR


@every_night
def test_it_is_eight_in_the_morning_of_that_day(zone: ZoneInfo, day: date):
    for after in range(-2, 3):
        found = morning(day + after * A_DAY, zone).astimezone(UTC).astimezone(zone)

        assert (found.date(), found.time()) == (day + after * A_DAY, time(8))


@every_night
@pytest.mark.parametrize("days", [-1, 0, 1, 2, 3, 4, None])
def test_the_next_reminder_is_a_morning_that_was_promised(
    zone: ZoneInfo, day: date, days: int | None
):
    wanted_by = None if days is None else day + days * A_DAY
    for now in hours(day, zone):
        asked_on = now.astimezone(zone).date()
        moment = next_reminder(wanted_by, asked_at=now, now=now, zone=zone, sent=0)

        promised = (
            [wanted_by - 2 * A_DAY, wanted_by + A_DAY] if wanted_by else [asked_on + 7 * A_DAY]
        )
        left = [one for one in promised if is_a_day_on(one, now, zone)]
        expected = morning(left[0], zone) if left else None
        assert moment == expected


def is_a_day_on(day: date, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the clock there shows this hour again before eight on that day, or at eight."""
    tomorrow = now.astimezone(zone).replace(tzinfo=None) + A_DAY
    return datetime.combine(day, time(8)) >= tomorrow


@every_night
def test_the_same_moment_has_the_same_answer_however_it_is_written(zone: ZoneInfo, day: date):
    for now in hours(day, zone):
        for days in range(-1, 5):
            wanted_by = day + days * A_DAY
            told = {
                next_reminder(wanted_by, asked_at=one, now=one, zone=zone, sent=0)
                for one in (now, now.astimezone(zone), now.astimezone(ZoneInfo("Pacific/Auckland")))
            }
            assert len(told) == 1


@every_night
def test_there_are_two_at_most(zone: ZoneInfo, day: date):
    for now in hours(day, zone):
        told: list[datetime] = []
        moment: datetime | None = now
        while moment := next_reminder(
            day + 3 * A_DAY, asked_at=now, now=moment, zone=zone, sent=len(told)
        ):
            told.append(moment)

        assert len(told) <= 2
        assert told == sorted(set(told))
