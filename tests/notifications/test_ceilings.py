"""How many letters a day people outside can cause, and that nobody is locked out by it."""

import contextlib
import logging
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.jobsearch.models import Pursuit
from mentorship.jobsearch.workers import reminding
from mentorship.notifications import ceilings
from mentorship.notifications.ceilings import Asker, TooMany
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter, Notice, Tally
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.web.networks import network
from tests import make
from tests.make.letters import a_code

pytestmark = pytest.mark.django_db
HERE, THERE = Asker("192.0.2.1"), Asker("192.0.2.2")


@pytest.mark.parametrize(
    ("address", "counts_as"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:db8:0:0:ffff::1", "2001:db8::/64"),
        ("", "unknown"),
        ("not an address", "unknown"),
    ],
)
def test_a_network_is_what_one_household_has(address: str, counts_as: str) -> None:
    assert network(address) == counts_as


def test_one_network_asks_ten_times_a_day_and_another_goes_on() -> None:
    for _ in range(10):
        ceilings.ask("ben@example.org", by=HERE)

    with pytest.raises(TooMany):
        ceilings.ask("Ben+1@example.org", by=HERE)
    ceilings.ask("ben@example.org", by=THERE)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        ceilings.ask("ben@example.org", by=HERE)


def test_what_is_refused_is_not_counted(settings: Settings) -> None:
    settings.MAX_LETTERS_ASKED_FROM_ONE_PLACE = 1
    ceilings.ask("ben@example.org", by=HERE)

    for _ in range(30):
        with pytest.raises(TooMany):
            ceilings.ask("ben@example.org", by=HERE)

    assert ceilings.sent_today() == 1


def test_a_network_reaches_its_own_ceiling_over_many_mailboxes(settings: Settings) -> None:
    settings.MAX_LETTERS_PER_NETWORK = 3
    for number in range(3):
        ceilings.ask(f"ben{number}@example.org", by=HERE)

    with pytest.raises(TooMany):
        ceilings.ask("zoe@example.org", by=HERE)
    ceilings.ask("zoe@example.org", by=THERE)


def test_near_the_ceiling_of_the_service_the_operator_hears_of_it(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.MAX_LETTERS_A_DAY = 5
    with caplog.at_level(logging.ERROR):
        for number in range(5):
            ceilings.ask(f"ben{number}@example.org", by=Asker(f"192.0.2.{number}"))

    with pytest.raises(TooMany):
        ceilings.ask("zoe@example.org", by=Asker("198.51.100.1"))
    ceilings.ask("ada@example.org", by=Asker("198.51.100.1", is_known=True))
    assert not ceilings.is_well()
    assert [record.getMessage() for record in caplog.records] == [
        "5 letters a day are near: 4 were asked for"
    ]


def test_a_dump_holds_no_address_of_the_network() -> None:
    ceilings.ask("ben@example.org", by=HERE)

    names = Tally.objects.values_list("name", flat=True)

    assert names
    assert not any(part in name for name in names for part in ("192.0.2", "ben@", "example"))


def test_a_full_mailbox_gets_the_rest_tomorrow(settings: Settings) -> None:
    settings.MAX_LETTERS_PER_MAILBOX = 1
    ada, ben = make.person("Ada"), make.invited("Ben")
    make.invitation(make.document(ada), ben)
    ceilings.note_written(ben.email)

    gathering.gather()

    assert not Letter.objects.filter(person=ben).exists()
    assert Notice.objects.waiting_for_a_letter().filter(person=ben).exists()
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        gathering.gather()
    assert [one.kind for one in Letter.objects.filter(person=ben)] == ["circle.invitation"]


def test_codes_that_strangers_ask_for_use_up_none_of_the_other_letters(settings: Settings) -> None:
    settings.MAX_LETTERS_PER_MAILBOX = 1
    a_code("ben@example.org")
    Client().post(reverse("account_request_login_code"), {"email": "ben@example.org"})
    assert Letter.objects.filter(kind="notifications.unknown_account").exists()

    assert not ceilings.is_full("ben@example.org")


def test_letters_that_nobody_else_causes_are_of_the_same_ceiling(settings: Settings) -> None:
    settings.MAX_LETTERS_PER_MAILBOX = 1
    ada = make.person("Ada")
    make.pursuit(ada, next_step="Ring them", next_on=timezone.localdate() + timedelta(days=1))
    Pursuit.objects.update(remind_at=timezone.now())
    with time_machine.travel(timezone.now().replace(hour=12) + timedelta(days=2), tick=False):
        ceilings.note_written(ada.email)
        reminding.remind()
        gathering.gather()

    assert Notice.objects.waiting_for_a_letter().filter(person=ada).exists()
    assert not Letter.objects.filter(person=ada).exists()


def test_all_shares_together_are_the_most_that_one_mailbox_gets(settings: Settings) -> None:
    settings.MAX_LETTERS_ASKED, settings.MAX_LETTERS_ASKED_AFRESH = 3, 2
    settings.MAX_LETTERS_ASKED_KNOWN = 4
    asked = 0

    for number in range(40):
        for is_known in (False, True):
            with contextlib.suppress(TooMany):
                ceilings.ask("ben@example.org", by=Asker(f"192.0.2.{number}", is_known))
                asked += 1

    assert asked == 3 + 2 + 4


def _ask(seeker: User, address: str) -> None:
    asked = {"people": [Invitee("Victim", address)], "ask": Ask(), "key": uuid4()}
    circle.ask([make.document(seeker)], by=as_account(seeker), **asked)


def test_many_seekers_invite_one_mailbox_five_times_a_day_by_whatever_address() -> None:
    for number in range(5):
        ada = make.person(f"Ada{number}")
        _ask(ada, f"victim+{number}@example.org")

    with pytest.raises(Refused, match="people"):
        _ask(make.person("Zoe"), "victim@ｅxample.org")


def test_counts_of_days_that_are_over_go() -> None:
    ceilings.ask("ben@example.org", by=HERE)

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        ceilings.forget_old()

    assert not Tally.objects.exists()
