"""How days and moments are written, by name: each pattern stands here once, for translators to change.

The letters of a pattern are those of Django's `date` filter. A moment is told in the zone that
holds now, the reader's; a date is a date everywhere.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext

Day = date | datetime
MAX_KEPT = 1_000  # days and minutes


def day(when: Day) -> str:
    """“26 November”."""
    return _written(when, pgettext("pattern of a date", "j F"))


def day_of_year(when: Day) -> str:
    """“26 November 2026”."""
    return _written(when, pgettext("pattern of a date", "j F Y"))


def weekday(when: Day) -> str:
    """“Thursday”."""
    return _written(when, pgettext("pattern of a date", "l"))


def full_day(when: Day) -> str:
    """“Thursday, 26 November”: a day that is near."""
    return _written(when, pgettext("pattern of a date", "l, j F"))


def full_day_of_year(when: Day) -> str:
    """“Thursday, 26 November 2026”."""
    return _written(when, pgettext("pattern of a date", "l, j F Y"))


def any_day(when: Day) -> str:
    """“Thursday, 26 November”, with the year when it is not the one we have."""
    is_near = _local(when).year == timezone.localdate().year
    return full_day(when) if is_near else full_day_of_year(when)


def moment(when: datetime) -> str:
    """“Thursday, 26 November, 14:05”."""
    return _written(when, pgettext("pattern of a date", "l, j F, H:i"))


def moment_of_year(when: datetime) -> str:
    """“Thursday, 26 November 2026, 14:05”."""
    return _written(when, pgettext("pattern of a date", "l, j F Y, H:i"))


def clock(when: datetime) -> str:
    """“14:05”."""
    return _written(when, pgettext("pattern of a time", "H:i"))


def stamp(when: Day) -> str:
    """“2026-11-26T14:05:00+01:00”, for programs; of a date “2026-11-26”."""
    return _local(when).isoformat()


FORMATS: tuple[Callable[..., str], ...] = (
    day,
    day_of_year,
    weekday,
    full_day,
    full_day_of_year,
    any_day,
    moment,
    moment_of_year,
    clock,
    stamp,
)


def or_nothing(written: Callable[..., str]) -> Callable[[Day | None], str]:
    """The same format for what may have no day: empty then."""
    return lambda when: written(when) if when else ""


def _written(when: Day, pattern: str) -> str:
    local = _local(when)
    if isinstance(local, datetime):  # no pattern tells more of it than its minute
        local = local.replace(second=0, microsecond=0, tzinfo=None)
    return _in_words(local, pattern, get_language())


@lru_cache(MAX_KEPT)
def _in_words(when: Day, pattern: str, _language: str | None) -> str:
    """A page tells the same few days again and again."""
    return date_format(when, pattern)


def _local(when: Day) -> Day:
    if isinstance(when, datetime) and timezone.is_aware(when):
        return timezone.localtime(when)
    return when
