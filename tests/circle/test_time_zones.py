"""Where a guest's mornings are: as her browser says, and before that where the seeker's are."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle import actions
from mentorship.circle import links as invitation_links
from mentorship.circle.models import Invitation
from mentorship.documents.models import Document
from tests import make
from tests.browsing.invitations import at, follow, letters, links

pytestmark = pytest.mark.django_db

LOS_ANGELES = "America/Los_Angeles"
# There it is Friday afternoon; where the service counts, Saturday has begun.
FRIDAY = datetime(2026, 11, 28, 0, 30, tzinfo=UTC)


def zone_of(person: User) -> str:
    person.refresh_from_db()
    return person.time_zone


def holding(invitation: Invitation) -> Client:
    """A browser in which the link in the letter was followed."""
    return follow(links(invitation)[0])


def test_before_she_comes_it_is_the_seekers(resume: Document) -> None:
    invitation = make.invitation(resume, User(email="new@example.org", display_name="Ben"))

    assert invitation.person.time_zone == "Europe/Berlin"


def test_whoever_is_known_keeps_hers(resume: Document) -> None:
    eve = make.person("Eve", zone="Asia/Kolkata")
    make.invitation(resume, eve)

    assert zone_of(eve) == "Asia/Kolkata"


@pytest.mark.parametrize("page", ["pass", "postponement"])
def test_her_browser_says_it_with_what_she_sends_first(invitation: Invitation, page: str) -> None:
    holding(invitation).post(at(page, invitation), {"time_zone": LOS_ANGELES})

    assert zone_of(invitation.person) == LOS_ANGELES


@pytest.mark.parametrize("said", ["", "Mars/Olympus_Mons", "../UTC", "x" * 5000])
def test_what_is_no_zone_changes_nothing(invitation: Invitation, said: str) -> None:
    before = invitation.person.time_zone

    answer = holding(invitation).post(at("pass", invitation), {"time_zone": said})

    assert answer.status_code == 302
    assert zone_of(invitation.person) == before


def test_an_account_keeps_what_its_holder_chose(resume: Document) -> None:
    eve = make.person("Eve", zone="Asia/Kolkata")
    invitation = make.invitation(resume, eve)

    holding(invitation).post(at("pass", invitation), {"time_zone": LOS_ANGELES})

    assert zone_of(eve) == "Asia/Kolkata"


def test_a_browser_that_holds_another_letter_says_nothing_of_her(
    invitation: Invitation, resume: Document
) -> None:
    eve = make.invitation(resume, make.invited("Eve"))

    holding(eve).post(at("pass", invitation), {"time_zone": LOS_ANGELES})

    assert zone_of(invitation.person) != LOS_ANGELES


def test_later_is_the_morning_of_that_day_where_she_is(resume: Document, ben: User) -> None:
    with time_machine.travel(FRIDAY, tick=False):
        invitation = make.invitation(resume, ben, name="Ben")
        saturday = {"until": "2026-11-28", "time_zone": LOS_ANGELES}
        holding(invitation).post(at("postponement", invitation), saturday)

    invitation.refresh_from_db()
    assert invitation.put_off_until == date(2026, 11, 28)
    assert invitation.remind_at == datetime(2026, 11, 28, 8, tzinfo=ZoneInfo(LOS_ANGELES))
    with time_machine.travel(datetime(2026, 11, 28, 15, 59, tzinfo=UTC), tick=False):
        assert letters(invitation.person.email, "circle.reminder") == []
    with time_machine.travel(datetime(2026, 11, 28, 16, tzinfo=UTC), tick=False):
        assert len(letters(invitation.person.email, "circle.reminder")) == 1


def test_the_days_offered_are_hers(resume: Document) -> None:
    ada = resume.owner
    User.objects.filter(pk=ada.pk).update(time_zone=LOS_ANGELES)
    owned = Document.objects.owned_by(as_account(ada)).get(pk=resume.pk)
    with time_machine.travel(FRIDAY, tick=False):
        invitation = make.invitation(owned, User(email="new@example.org", display_name="Ben"))

        page = holding(invitation).get(at("cover", invitation)).content.decode()

    assert 'value="2026-11-28"' in page


def test_whoever_presses_a_copied_link_says_nothing_of_the_mentors_mornings(
    invitation: Invitation, ada: User
) -> None:
    before = zone_of(invitation.person)
    copied = actions.copy_link(invitation, by=as_account(ada))

    browser = follow(invitation_links.passed_on(copied))
    browser.post(at("pass", invitation), {"time_zone": LOS_ANGELES})

    assert invitation.passes.get().is_passed_on
    assert zone_of(invitation.person) == before
