"""Moments of PostgreSQL are read as Django reads them."""

from datetime import UTC, datetime

import pytest
from django.db.backends.postgresql.psycopg_any import BaseTzLoader
from hypothesis import given
from hypothesis import strategies as st
from psycopg import DataError

from mentorship.toolbox.clock.quick_moments import QuickLoader

OID = 1184


class DjangosLoader(BaseTzLoader):
    timezone = UTC


def both(text: str) -> list[datetime]:
    return [kind(OID).load(text.encode()) for kind in (QuickLoader, DjangosLoader)]


@given(st.datetimes(), st.integers(0, 6))
def test_a_moment_is_the_same(moment: datetime, digits: int) -> None:
    seconds, _dot, parts = moment.isoformat(" ", "microseconds").partition(".")
    ours, djangos = both(f"{seconds}.{parts[:digits]}".rstrip(".") + "+00")
    assert (ours, ours.tzinfo) == (djangos, djangos.tzinfo)


def test_in_another_zone_it_is_read_as_django_reads_it() -> None:
    ours, djangos = both("2026-11-29 19:55:54.5+02")
    assert (ours, ours.tzinfo) == (djangos, UTC)


@pytest.mark.parametrize(
    "text", ["infinity", "0044-03-15 12:00:00+00 BC", "20260-01-01 00:00:00+00"]
)
def test_what_python_has_no_moment_for_is_refused(text: str) -> None:
    with pytest.raises(DataError):
        QuickLoader(OID).load(text.encode())
