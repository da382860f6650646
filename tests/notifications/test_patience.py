"""A letter is given up for what is said about it, and for nothing else, however long that takes."""

from datetime import timedelta

import pytest
import time_machine
from pytest_django import Settings

from mentorship.notifications.delivery import sweeping
from mentorship.notifications.models import Letter
from tests.infrastructure.processes import free_port
from tests.infrastructure.smtp import Sink
from tests.make.letters import a_letter

pytestmark = pytest.mark.django_db

ADA = "ada@example.org"
A_WEEK = timedelta(days=7)
REFUSALS = ("450 4.7.1 greylisted", "451 4.4.1 later", "550 5.7.1 denied", "554 policy")


def tried(letter: Letter) -> Letter:
    """The same letter after its next try, at its time."""
    with time_machine.travel(letter.due_at, tick=False):
        sweeping.deliver(letter.pk)
    letter.refresh_from_db()
    return letter


def tried_for_a_week(letter: Letter) -> Letter:
    """The same, as long as it waits and a week is not over."""
    while letter.state == "waiting" and letter.due_at - letter.written_at < A_WEEK:
        tried(letter)
    return letter


def away_for_a_week(settings: Settings) -> Letter:
    """A letter that was written a week ago, when the mail server had just gone."""
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    letter = tried_for_a_week(a_letter())
    settings.EMAIL_PORT = port
    return letter


def test_a_letter_waits_as_long_as_the_mail_server_is_away(settings: Settings, mail: Sink) -> None:
    letter = away_for_a_week(settings)

    tried(letter)

    assert (letter.state, len(mail.to(ADA))) == ("sent", 1)


@pytest.mark.parametrize(
    "ours", ["530 5.7.0 sign in first", "503 bad sequence", "421 4.3.2 down", "451 4.3.0 no disk"]
)
def test_a_letter_waits_as_long_as_the_mail_server_is_set_up_wrongly_or_unwell(
    ours: str, mail: Sink
) -> None:
    mail.answer(ADA, *[ours] * 500)
    letter = tried_for_a_week(a_letter())

    mail.at_rcpt.clear()
    tried(letter)

    assert (letter.state, len(mail.to(ADA))) == ("sent", 1)


@pytest.mark.parametrize("refusal", REFUSALS)
def test_what_is_refused_after_a_week_without_a_mail_server_is_tried_again_soon(
    refusal: str, settings: Settings, mail: Sink
) -> None:
    letter = away_for_a_week(settings)
    mail.answer(ADA, *[refusal] * 3)

    due = [tried(letter).due_at for _ in range(3)]
    tried(letter)

    assert (letter.state, len(mail.to(ADA))) == ("sent", 1)
    assert due[2] - due[0] < timedelta(hours=2)


@pytest.mark.parametrize("refusal", REFUSALS)
def test_what_is_refused_again_and_again_is_given_up(refusal: str, mail: Sink) -> None:
    mail.answer(ADA, *[refusal] * 500)

    letter = tried_for_a_week(a_letter())

    assert (letter.state, letter.reason.split()[0]) in {("failed", "gave"), ("failed", "turned")}


def test_a_letter_out_of_an_old_backup_that_was_tried_once_is_tried_again(mail: Sink) -> None:
    letter = a_letter()
    Letter.objects.update(attempts=1, written_at=letter.written_at - A_WEEK)

    tried(letter)

    assert (letter.state, len(mail.to(ADA))) == ("sent", 1)


def test_a_letter_waits_as_long_as_the_settings_say(settings: Settings, mail: Sink) -> None:
    settings.SENDING_PAUSES = (1000,)
    mail.answer(ADA, "450 4.7.1 greylisted")
    letter = a_letter()
    first = letter.due_at

    waited = tried(letter).due_at - first

    assert 800 <= waited.total_seconds() <= 1200
