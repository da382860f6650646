"""When unit tests are: one moment of one Tuesday, in a zone that is not UTC."""

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine

# `HOUR=3 ./run test` tries another hour than noon: see tests/infrastructure/hours.py.
HOUR = int(os.environ["HOUR"]) if os.environ.get("HOUR") else None
TUESDAY = datetime(2026, 11, 24, 12 if HOUR is None else HOUR, tzinfo=ZoneInfo("Europe/Berlin"))

_now: list[time_machine.Traveller] = []


@contextlib.contextmanager
def standing_still() -> Iterator[None]:
    """It is that moment, until a test says `later` or travels to another."""
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        _now.append(traveller)
        yield
        _now.pop()


def later(seconds: float = 1) -> None:
    """So much time passes: where one thing is done after another, and that is what matters.

    Beside real processes, and in benchmarks, it passes by itself.
    """
    if _now:
        _now[-1].shift(timedelta(seconds=seconds))


def noon(*, days: int) -> datetime:
    """Noon in Berlin so many days after that Tuesday, whichever hour is tried: people are up."""
    return TUESDAY.replace(hour=12) + timedelta(days=days)
