"""What helped with a job, in plain counts."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.reader import Reader
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique.jobs.helped import helped, news_of
from mentorship.critique.models import Thread
from mentorship.documents.models import Version
from mentorship.jobsearch import actions as jobsearch
from mentorship.jobsearch.models import Pursuit
from mentorship.notifications.models import Event, Tally
from tests import clock, make
from tests.browsing.browsers import sign_in
from tests.make.thanks import SAID, sent, used

pytestmark = pytest.mark.django_db


def page_of(pursuit: Pursuit) -> str:
    """The address of the page."""
    return reverse("critique:helped", args=[pursuit.ref])


def counted(pursuit: Pursuit, seeker: Reader) -> list[tuple[str, list[str]]]:
    """Whose points count, and which."""
    found = helped(pursuit, seeker).helpers
    return [(one.name, [point.text for point in one.points]) for one in found]


def test_what_was_used_before_it_was_sent_counts(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    used(version, ben)
    used(version, ben, "Shorter.", use="partly")
    used(version, ben, "A photo.", use="not_used")
    sent(pursuit, version)
    used(version, ben, "Too late.")

    found = helped(pursuit, seeker)

    assert counted(pursuit, seeker) == [("Ben", [SAID, "Shorter."])]
    assert ([one.count for one in found.sent], found.count) == ([2], 2)


def test_the_page_is_one_of_jobs(pursuit: Pursuit) -> None:
    page = sign_in(pursuit.owner).get(page_of(pursuit)).content.decode()

    assert 'href="/pursuits/" aria-current="true"' in page


def test_a_copy_counts_what_was_in_its_origin_when_it_was_made(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    used(version, ben)
    clock.later()
    copy = make.ready(make.tailored(pursuit, version).versions.get())
    clock.later()
    used(version, ben, "Too late.")
    sent(pursuit, copy)

    assert counted(pursuit, seeker) == [("Ben", [SAID])]


def test_what_was_sent_for_another_job_or_deleted_counts_nothing(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    used(version, ben)
    sent(make.pursuit(pursuit.owner, "Clerk"), version)
    jobsearch.send(pursuit, other := make.ready_version(pursuit.owner), by=seeker)
    other.delete()

    assert counted(pursuit, seeker) == []


def test_words_by_a_link_that_was_passed_on_have_no_name_and_nobody_is_told(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    point = used(version, ben)
    sent(pursuit, version)
    Thread.objects.filter(pk=point.pk).update(author=None)

    found = helped(pursuit, seeker)

    assert [one.name for one in found.helpers] == ["Someone whose name is not known"]
    assert found.to_tell == []


@pytest.mark.parametrize(
    ("stage", "outcome", "news"),
    [
        ("applied", "", ""),
        ("interview", "", "interview"),
        ("offer", "", "offer"),
        ("ended", "no", ""),
        ("ended", "hired", "hired"),
    ],
)
def test_there_is_something_to_tell_once_it_goes_well(stage: str, outcome: str, news: str) -> None:
    assert news_of(Pursuit(stage=stage, outcome=outcome)) == news


def test_nothing_sent_is_said_with_where_to_note_it(pursuit: Pursuit) -> None:
    page = sign_in(pursuit.owner).get(page_of(pursuit)).content.decode()

    assert "On the page of this job, mark what you sent." in page


def cost(version: Version, pursuit: Pursuit, mentors: int) -> int:
    """How much the page asks the database once so many helped."""
    for number in range(mentors):
        # Not all on one day: nobody is asked so often.
        Event.objects.update(happened_at=timezone.now() - timedelta(days=2))
        Tally.objects.all().delete()
        asked = make.invitation(version.document, make.invited(f"M{number}"), name=f"M{number}")
        used(version, as_visitor(asked), f"Point {number}.")
    sent(pursuit, version)
    browser = sign_in(pursuit.owner)
    browser.get(page_of(pursuit))
    with CaptureQueriesContext(connection) as queries:
        page = browser.get(page_of(pursuit)).content.decode()
    assert page.count('<section class="flow helper">') == mentors
    return len(queries)


def test_nine_mentors_cost_what_one_costs(version: Version, pursuit: Pursuit) -> None:
    other = make.ready_version(pursuit.owner, text=make.THREE_LINES)

    one = cost(other, make.pursuit(pursuit.owner, "Clerk"), 1)

    assert cost(version, pursuit, 9) == one <= 12
