"""Whether a reader named the job: by words, not by letters, and the seeker may know better."""

import pytest

from mentorship.looks.recalled import is_named


@pytest.mark.parametrize(
    ("job", "target"),
    [
        ("data analyst", "Data Analyst"),
        ("Senior data-analyst", "Data Analyst"),
        ("something with data analysis? analyst", "Lead data analyst"),
        ("Nurse", "Registered nurse"),
        ("Senior", "Senior"),
    ],
)
def test_it_is_named(job: str, target: str) -> None:
    assert is_named(job, target)


@pytest.mark.parametrize(
    ("job", "target"),
    [
        ("teacher", "Data analyst"),
        ("senior", "Senior cook"),
        ("", "Cook"),
        ("Cook", ""),
        ("?", "Cook"),
    ],
)
def test_it_is_not(job: str, target: str) -> None:
    assert not is_named(job, target)
