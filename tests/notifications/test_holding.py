"""After a restore mail is held: nothing leaves before somebody has seen what would."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from mentorship.home.upkeep import checks
from mentorship.notifications import holding
from mentorship.notifications.delivery import gathering, sweeping
from mentorship.notifications.models import Letter, Notice
from mentorship.notifications.notices import tell
from tests import make
from tests.infrastructure.smtp import Sink
from tests.make.letters import a_code, a_letter
from tests.notifications.received import words

pytestmark = pytest.mark.django_db


def reply(thing: str, *people: User) -> None:
    tell("tests.reply", thing=thing, actor=None, people=people)


def message_ids(received: Sink) -> list[str]:
    """Of the letters that came, in their order."""
    return [letter.message["Message-ID"] for letter in received.letters]


def test_held_mail_does_not_leave_and_leaves_once_it_is_released(mail: Sink, untold: set[str]):
    ada = make.person("Ada")
    letter = a_letter(ada.email)
    reply("thread:1", ada)
    holding.hold()

    sweeping.sweep()
    sweeping.deliver(letter.pk)
    while_held = [*mail.letters]
    holding.release()
    sweeping.sweep()

    assert while_held == []
    assert len(mail.to(ada.email)) == 2


def test_held_mail_is_not_put_into_the_mailbox_page_of_a_service_without_mail(settings: Settings):
    settings.MAIL_LEAVES = True
    letter = a_letter()
    settings.MAIL_LEAVES = False
    holding.hold()

    sweeping.sweep()

    assert Letter.objects.get(pk=letter.pk).state == "waiting"


def test_the_command_shows_what_would_be_sent_and_sends_nothing(
    mail: Sink, untold: set[str], capsys: pytest.CaptureFixture[str]
):
    for number in range(5):
        a_letter(f"reader{number}@example.org")
    reply("thread:1", make.person("Ada"))
    holding.hold()

    call_command("release_mail")
    sweeping.sweep()

    told = [line.split() for line in capsys.readouterr().out.splitlines()]
    now = timezone.now().isoformat(timespec="minutes").split("T")
    some = [*["r…@e….org"] * 3, "(2", "more)"]
    assert told[1] == ["notifications.password_changed", "written", "5", *now, *some]
    assert told[2] == ["tests.reply", "to", "write", "1", *now, "a…@e….org"]
    assert mail.letters == []


def test_the_command_sends_when_it_is_told_to(mail: Sink):
    a_letter()
    holding.hold()

    call_command("release_mail", send=True)
    sweeping.sweep()

    assert len(mail.letters) == 1
    assert checks.quick()["mail_held"].is_well


def test_what_waited_when_the_backup_was_taken_can_be_dropped(mail: Sink, untold: set[str]):
    ada = make.person("Ada")
    code = a_code()
    reply("thread:1", ada)
    holding.hold()
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        reply("thread:2", ada)
        a_letter("ben@example.org")

        call_command("release_mail", drop=True)
        sweeping.sweep()

    assert words(mail, ada) == ["thread:2"]
    assert len(mail.letters) == 2
    ended = Letter.objects.get(pk=code.pk)
    assert (ended.state, ended.reason, ended.text) == ("suppressed", holding.DROPPED, "")


def test_where_nothing_is_held_the_command_says_so(capsys: pytest.CaptureFixture[str]):
    call_command("release_mail", send=True)

    assert capsys.readouterr().out == "Mail is not held.\n"


def test_the_operator_is_told_that_mail_is_held():
    holding.hold()

    assert "release_mail" in checks.quick()["mail_held"].sentence


def test_a_letter_written_again_out_of_an_older_database_is_the_same(mail: Sink, untold: set[str]):
    ada = make.person("Ada")
    reply("thread:1", ada)
    with transaction.atomic():
        sweeping.sweep()
        transaction.set_rollback(True)  # the older database: it knows of no letter

    reply("thread:2", ada)
    sweeping.sweep()

    [first, again] = message_ids(mail)
    assert first == again
    assert words(mail, ada) == ["thread:1", "thread:1; thread:2"]


def test_what_is_told_after_the_restore_is_never_taken_for_what_was_told_before(
    mail: Sink, untold: set[str]
):
    ada = make.person("Ada")
    with transaction.atomic():
        reply("thread:1", ada)
        sweeping.sweep()
        transaction.set_rollback(True)

    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        reply("thread:1", ada)  # the same rows again, to all who count rows
        sweeping.sweep()

    [before, after] = message_ids(mail)
    assert before != after


def test_the_letter_that_replaces_another_has_a_name_of_its_own(mail: Sink, untold: set[str]):
    ada = make.person("Ada")
    reply("thread:1", ada)
    reply("thread:2", ada)
    gathering.gather()
    untold.add("thread:2")

    sweeping.sweep()

    assert Letter.objects.values("ref").distinct().count() == 2
    assert words(mail, ada) == ["thread:1"]
    assert Notice.objects.waiting_for_a_letter().count() == 0
