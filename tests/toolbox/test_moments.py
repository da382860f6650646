"""Moments that strangers name."""

from datetime import UTC, datetime

import pytest

from mentorship.toolbox.clock.moments import moment


def test_a_moment_is_read_in_utc() -> None:
    assert moment("2026-11-24T10:00:00+01:00") == datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-13-40T00:00:00Z",
        "2026-11-24T10:00:00",  # without an offset it is no moment
        "9999-12-31T23:59:59-23:59",
        "0001-01-01T00:00:00+23:59",
    ],
)
def test_what_is_no_moment_is_none(text: str) -> None:
    assert moment(text) is None
