"""One row that cannot be sent, or that nobody here knows, stops no other."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from mentorship.notifications import bell, kinds
from mentorship.notifications.delivery import sweeping
from mentorship.notifications.kinds import Kind
from mentorship.notifications.models import Event, Letter, Notice
from mentorship.notifications.notices import tell
from tests import make
from tests.infrastructure.smtp import Sink
from tests.make.letters import a_letter

pytestmark = pytest.mark.django_db

TOMORROW = "a.kind_of_a_newer_release"


def newer_notice(person: User) -> Notice:
    """What a newer release has told, in the page and by letter; this is the one for the letter."""
    event = Event.objects.create(kind=TOMORROW, thing="thread:1", audience=2)
    for channel in Notice.Channel:
        Notice.objects.create(event=event, person=person, channel=channel)
    return event.notices.get(channel=Notice.Channel.LETTER)


def test_what_a_newer_release_has_written_waits_for_it(mail: Sink, untold: set[str]) -> None:
    ada = make.person("Ada")
    notice = newer_notice(ada)
    past = timezone.now() - timedelta(hours=1)
    unknown = Letter.objects.create(kind=TOMORROW, address=ada.email, subject="?", due_at=past)
    tell("tests.reply", thing="thread:2", actor=None, people=[ada])

    sweeping.sweep()

    unknown.refresh_from_db()
    notice.refresh_from_db()
    assert len(mail.letters) == 1
    assert (unknown.state, unknown.attempts) == ("waiting", 0)
    assert (notice.letter, notice.dropped_at, notice.attempts) == (None, None, 0)


def test_the_page_shows_what_it_knows() -> None:
    ada = make.person("Ada")
    newer_notice(ada)

    assert bell.shown_notices(Notice.objects.filter(person=ada)) == []


@pytest.fixture
def broken() -> object:
    """A kind of which no letter can be made."""

    def context(_notices: list[Notice]) -> dict[str, object]:
        raise LookupError("gone")

    kinds.register(Kind("tests.broken", context=context))
    yield
    del kinds.KINDS["tests.broken"]


@pytest.mark.usefixtures("broken")
def test_a_notice_that_fails_is_put_off_and_others_are_told(
    mail: Sink, untold: set[str], settings: Settings
) -> None:
    settings.GATHERING_PAUSES = (9000,)
    ada = make.person("Ada")
    tell("tests.broken", thing="thread:1", actor=None, people=[ada])
    tell("tests.reply", thing="thread:2", actor=None, people=[ada])

    sweeping.sweep()
    sweeping.sweep()

    failed = Notice.objects.get(event__kind="tests.broken", channel=Notice.Channel.LETTER)
    assert len(mail.letters) == 1
    assert (failed.attempts, failed.reason) == (1, "could not be made")
    assert failed.due_at > timezone.now() + timedelta(seconds=8000)


def test_a_letter_that_cannot_be_made_is_put_off_and_others_leave(mail: Sink) -> None:
    broken, other = a_letter(), a_letter("ben@example.org")
    Letter.objects.filter(pk=broken.pk).update(headers={"X-Broken": "one line\nand another"})

    sweeping.sweep()

    broken.refresh_from_db()
    other.refresh_from_db()
    assert (broken.state, broken.reason) == ("waiting", "could not be made")
    assert broken.due_at > timezone.now()
    assert other.state == "sent"
