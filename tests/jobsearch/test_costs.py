"""A page about nine jobs asks the database what the same page about one asks."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.reader import as_account
from mentorship.jobsearch import actions as jobsearch
from mentorship.notifications.models import Event, Tally
from tests import make
from tests.browsing.browsers import sign_in

pytestmark = pytest.mark.django_db

Scene = Callable[[User, int], tuple[str, str]]


def jobs(owner: User, count: int) -> tuple[str, str]:
    """The board, with jobs at each stage."""
    for stage in ("interested", "applied", "interview"):
        for _ in range(count):
            make.pursuit(owner, "Tester", stage=stage, next_step="Ring", next_on=date(2026, 11, 20))
    return reverse("jobsearch:pursuits"), "board-card"


def all_jobs(owner: User, count: int) -> tuple[str, str]:
    """The same as a list."""
    jobs(owner, count)
    return reverse("jobsearch:all"), 'class="row-title"'


def one_job(owner: User, count: int) -> tuple[str, str]:
    """A job with what was sent, made and asked for it."""
    pursuit = make.pursuit(owner)
    for number in range(count):
        version = make.ready_version(owner)
        jobsearch.send(pursuit, version, by=as_account(owner))
        make.tailored(pursuit, version)
        make.invitation(version.document, make.invited(f"B{number}"), pursuit=pursuit)
        Event.objects.update(happened_at=timezone.now() - timedelta(days=2))
        Tally.objects.all().delete()
    return pursuit.get_absolute_url(), 'class="row-title"'


def due_steps(owner: User, count: int) -> tuple[str, str]:
    """Her desk, with next steps of jobs and as many documents."""
    jobs(owner, count)
    for _ in range(count):
        make.document(owner, title="Programmer")
    return reverse("home:desk"), "Programmer"


def cost(scene: Scene, count: int) -> tuple[list[str], int]:
    """What the page with so many things asks, and how often its sign stands on it."""
    owner = make.person()
    browser = sign_in(owner)
    address, sign = scene(owner, count)
    browser.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(address)
    assert answer.status_code == 200
    return [query["sql"] for query in queries], answer.content.decode().count(sign)


@pytest.mark.parametrize(
    ("scene", "most"), [(jobs, 5), (all_jobs, 5), (one_job, 11), (due_steps, 6)]
)
def test_nine_cost_what_one_costs(scene: Scene, most: int) -> None:
    few, shown_of_few = cost(scene, 1)
    many, shown_of_many = cost(scene, 9)

    assert shown_of_few < shown_of_many
    assert len(few) == len(many) <= most, "\n".join(many)
