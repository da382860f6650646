"""What is due is asked of the database's clock, not of the machine's."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from mentorship.documents.models import Version
from mentorship.toolbox.clock.moments import Now, now
from tests import make

pytestmark = pytest.mark.django_db

AN_HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _shared_clock(settings: Settings) -> None:
    settings.BY_THE_CLOCK_OF_THE_DATABASE = True
    make.document(make.person())


def is_shared() -> bool:
    """SQLite has no clock of its own."""
    return connection.vendor == "postgresql"


@pytest.mark.parametrize("wrong_by", [AN_HOUR, -AN_HOUR])
def test_a_machine_whose_clock_is_wrong_reads_the_right_time(wrong_by: timedelta):
    right = now()

    with time_machine.travel(timezone.now() + wrong_by, tick=False):
        told = now()

    assert told - right < timedelta(minutes=1) or not is_shared()
    assert told.utcoffset() == timedelta()


def test_what_falls_due_by_the_machine_alone_is_not_due():
    Version.objects.update(due_at=Now() + timedelta(minutes=30))

    with time_machine.travel(timezone.now() + AN_HOUR, tick=False):
        due = Version.objects.filter(due_at__lte=Now())

        assert due.exists() is not is_shared()


def test_what_is_due_stays_due_when_the_machine_lags():
    Version.objects.update(due_at=now())

    with time_machine.travel(timezone.now() - AN_HOUR, tick=False):
        due = Version.objects.filter(due_at__lte=Now())

        assert due.exists() is is_shared()


def test_in_a_query_and_out_of_it_it_is_the_same_moment():
    Version.objects.update(due_at=Now())
    written = Version.objects.values_list("due_at", flat=True).get()

    assert abs(written - now()) < timedelta(minutes=1)
