"""Once, on a morning, she is reminded of a letter to an employer that has not left."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader
from mentorship.documents import actions as documents
from mentorship.jobsearch import actions, tasks
from mentorship.jobsearch.models import EmployerLetter
from mentorship.notifications.delivery import gathering
from mentorship.toolbox.refused import Refused
from tests.browsing.browsers import sign_in
from tests.browsing.employer_letters import TUESDAY, at, of
from tests.browsing.invitations import letters

pytestmark = pytest.mark.django_db

KIND = "jobsearch.unsent_letter"


@pytest.fixture
def browser(ada: User) -> Client:
    """Her browser."""
    return sign_in(ada)


def swept(moment: datetime) -> None:
    """The sweep comes by at this time."""
    with at(moment):
        tasks.sweep()
        gathering.gather()


def test_the_next_morning_one_letter_reminds_of_it(letter: EmployerLetter, ada: User) -> None:
    swept(TUESDAY)
    assert letters(ada.email, KIND) == []

    for days in (0.75, 0.8, 1.75):  # from nine o'clock on Wednesday
        swept(TUESDAY + timedelta(days=days))

    (words,) = letters(ada.email, KIND)
    assert "to do better next time (Data analyst at Acme)" in words
    assert of(letter) in words


@pytest.mark.parametrize(
    "change",
    [
        lambda one, by: actions.say_letter_left(one, by=by),
        lambda one, by: actions.remind_of_letter(one, by=by, on=None),
        lambda one, by: actions.remind_of_letter(one, by=by, on=date(2027, 6, 1)),
        lambda one, by: actions.move(one.pursuit, by=by, stage="interview"),
        lambda one, by: documents.delete(one.document, by=by),
    ],
)
def test_what_has_left_or_makes_no_sense_is_not_reminded_of(
    letter: EmployerLetter, ada: User, by_ada: Reader, change: Callable[[object, Reader], object]
) -> None:
    with at(TUESDAY):
        change(letter, by_ada)

    swept(TUESDAY + timedelta(days=1))

    assert letters(ada.email, KIND) == []


def test_a_service_that_was_down_wakes_nobody(letter: EmployerLetter, ada: User) -> None:
    swept(TUESDAY.replace(day=25, hour=23))
    assert letters(ada.email, KIND) == []

    swept(TUESDAY.replace(day=26, hour=8))
    assert len(letters(ada.email, KIND)) == 1


def test_she_chooses_the_day_and_is_reminded_once(
    browser: Client, letter: EmployerLetter, by_ada: Reader
) -> None:
    with at(TUESDAY):
        refused = browser.post(of(letter, "reminder"), {"remind_on": "2026-11-24"})
        browser.post(of(letter, "reminder"), {"remind_on": "2026-11-27"})
    letter.refresh_from_db()

    assert "Choose tomorrow or a later day." in refused.content.decode()
    assert letter.remind_at == datetime(2026, 11, 27, 8, tzinfo=letter.pursuit.owner.zone)
    swept(TUESDAY + timedelta(days=4))
    with at(TUESDAY), pytest.raises(Refused, match="reminded"):
        actions.remind_of_letter(letter, by=by_ada, on=date(2026, 11, 30))
