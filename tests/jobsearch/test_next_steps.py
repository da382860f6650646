"""On the morning of its day a next step is reminded of: once, by day, and only while it is planned."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from accounts.models import User
from accounts.reader import Reader
from mentorship.jobsearch import actions, tasks
from mentorship.jobsearch.models import Pursuit
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter
from tests import make
from tests.browsing.invitations import letters

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def planned(ada: User) -> Pursuit:
    """A job with something to do on Friday."""
    return make.pursuit(ada, next_step="Ring Jo", next_on=FRIDAY)


def swept(moment: str) -> None:
    """The sweep comes by at this time in Berlin."""
    with time_machine.travel(datetime.fromisoformat(moment).replace(tzinfo=BERLIN), tick=False):
        tasks.sweep()
        gathering.gather()


def test_one_letter_leaves_that_morning(planned: Pursuit, ada: User) -> None:
    swept("2026-11-27 07:59")
    assert letters(ada.email, "jobsearch.next_step") == []

    for moment in ("2026-11-27 08:00", "2026-11-27 09:00", "2026-11-28 08:00"):
        swept(moment)

    (words,) = letters(ada.email, "jobsearch.next_step")
    assert "For Data analyst at Acme you planned this for today:" in words
    assert "Ring Jo" in words
    assert Letter.objects.get().subject == "Today for Data analyst at Acme"


@pytest.mark.parametrize(
    "change",
    [
        lambda one, by: actions.plan(one, by=by, next_step="Ring Jo", next_on=date(2026, 12, 4)),
        lambda one, by: actions.plan(one, by=by, next_step="", next_on=None),
        lambda one, by: actions.describe(one, by=by, job=make.job(), revision=0),
        lambda one, by: actions.move(one, by=by, stage="ended"),
        lambda one, by: actions.delete(one, by=by),
    ],
)
def test_what_is_no_longer_planned_is_not_reminded_of(
    planned: Pursuit, ada: User, by_ada: Reader, change: Callable[[Pursuit, Reader], object]
) -> None:
    change(planned, by_ada)

    swept("2026-11-27 09:00")

    assert letters(ada.email, "jobsearch.next_step") == []


def test_a_letter_on_its_way_is_not_sent_when_the_step_is_put_off(
    planned: Pursuit, ada: User, by_ada: Reader
) -> None:
    with time_machine.travel(datetime(2026, 11, 27, 8, tzinfo=BERLIN), tick=False):
        tasks.sweep()

    actions.plan(planned, by=by_ada, next_step="Ring Jo", next_on=FRIDAY + timedelta(days=7))
    swept("2026-11-27 08:01")

    assert letters(ada.email, "jobsearch.next_step") == []


def test_other_words_for_the_same_day_keep_the_morning(planned: Pursuit, by_ada: Reader) -> None:
    kept = actions.plan(planned, by=by_ada, next_step="Write to Jo", next_on=FRIDAY)

    assert kept.remind_at == planned.remind_at


def test_a_day_that_has_begun_wants_no_letter(ada: User) -> None:
    assert make.pursuit(ada, next_on=date(2026, 11, 23)).remind_at is None


def test_whoever_has_moved_is_reminded_in_her_new_morning(planned: Pursuit, ada: User) -> None:
    User.objects.filter(pk=ada.pk).update(time_zone="America/New_York")

    swept("2026-11-27 08:00")
    assert letters(ada.email, "jobsearch.next_step") == []

    swept("2026-11-27 14:00")  # eight o'clock there
    assert len(letters(ada.email, "jobsearch.next_step")) == 1


def test_a_service_that_was_down_wakes_nobody(planned: Pursuit, ada: User) -> None:
    swept("2026-11-27 23:00")
    assert letters(ada.email, "jobsearch.next_step") == []

    swept("2026-11-28 08:00")
    assert len(letters(ada.email, "jobsearch.next_step")) == 1
