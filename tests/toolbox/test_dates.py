"""Dates and moments, as people read them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.template import engines
from django.utils import timezone

from mentorship.toolbox.clock import dates
from tests.pages.pseudo import pseudo_locale

NIGHT = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (dates.day, "27 November"),
        (dates.day_of_year, "27 November 2026"),
        (dates.weekday, "Friday"),
        (dates.full_day, "Friday, 27 November"),
        (dates.full_day_of_year, "Friday, 27 November 2026"),
        (dates.moment, "Friday, 27 November, 00:30"),
        (dates.moment_of_year, "Friday, 27 November 2026, 00:30"),
        (dates.clock, "00:30"),
    ],
)
def test_a_moment_is_told_in_the_zone_of_the_reader(
    written: Callable[[datetime], str], words: str
) -> None:
    with timezone.override("Europe/Berlin"):
        assert written(NIGHT) == words


def test_a_date_is_the_same_everywhere() -> None:
    with timezone.override("Pacific/Kiritimati"):
        assert dates.full_day(date(2026, 11, 26)) == "Thursday, 26 November"


def test_the_year_is_told_when_it_is_another() -> None:
    today = timezone.localdate()

    assert dates.any_day(today) == dates.full_day(today)
    assert dates.any_day(date(2019, 3, 4)) == "Monday, 4 March 2019"
    assert dates.any_day(today + timedelta(days=366)).endswith(str((today.year) + 1))


def test_a_page_writes_nothing_for_no_day() -> None:
    page = engines["django"].from_string("{% load dates %}{{ one|full_day }}|{{ none|full_day }}")

    assert page.render({"one": date(2026, 11, 26), "none": None}) == "Thursday, 26 November|"


@pytest.mark.parametrize("when", [NIGHT, date(2026, 11, 26)])
def test_programs_are_told_a_moment_as_django_tells_it(when: date) -> None:
    page = engines["django"].from_string("{% load dates %}{{ when|stamp }} {{ when|date:'c' }}")

    with timezone.override("Europe/Berlin"):
        ours, djangos = page.render({"when": when}).split()

    assert ours == djangos


def test_a_translator_can_change_the_pattern() -> None:
    with pseudo_locale():
        assert dates.day(date(2026, 11, 26)) == "⟦⟦November⟧ 26⟧"
