"""Where no mailbox is nothing goes that nobody asked for, until a letter arrives there again."""

from dataclasses import replace

import pytest

from accounts.models import User
from mentorship.notifications import kinds
from mentorship.notifications.delivery import gathering, ledger, sweeping
from mentorship.notifications.letters import write_letter
from mentorship.notifications.models import Letter
from mentorship.notifications.notices import tell
from mentorship.notifications.topics import Topic
from tests import clock, make
from tests.infrastructure.smtp import Sink

pytestmark = pytest.mark.django_db

GONE = "550 5.1.1 no such mailbox"
BOUNCED = ("failed", "bounced 550 5.1.1")
BEFORE = ("failed", "bounced before")
LONG = 86_400  # seconds: longer than a letter waits from one try to the next


@pytest.fixture(autouse=True)
def replies(untold: set[str]) -> None:
    """Replies are letters that may be stopped, and others are not."""
    kinds.register(replace(kinds.of("tests.reply"), topic=Topic.REPLIES))


@pytest.fixture
def ben() -> User:
    return make.invited("Ben")


def reply(person: User, thing: str) -> None:
    """Something to tell this person, at once."""
    tell("tests.reply", thing=thing, actor=None, people=[person])
    sweeping.sweep()
    clock.later()


def password_changed(person: User) -> None:
    """A letter that cannot be stopped."""
    write_letter("notifications.password_changed", address=person.email, person=person, context={})
    sweeping.sweep()
    clock.later()


def ends(person: User) -> list[tuple[str, str]]:
    """What became of each of the letters to this person, and why."""
    return list(Letter.objects.filter(person=person).order_by("pk").values_list("state", "reason"))


def test_after_one_that_came_back_no_other_is_sent_there(mail: Sink, ben: User) -> None:
    mail.answer(ben.email, GONE)

    reply(ben, "thread:1")
    reply(ben, "thread:2")

    assert ends(ben) == [BOUNCED, BEFORE]
    assert mail.to(ben.email) == []


def test_what_waits_for_the_same_address_is_not_tried_any_more(mail: Sink, ben: User) -> None:
    mail.answer(ben.email, "451 4.3.0 later", GONE)
    reply(ben, "thread:1")
    reply(ben, "thread:2")

    clock.later(LONG)
    sweeping.sweep()

    assert ends(ben) == [BEFORE, BOUNCED]
    assert mail.to(ben.email) == []


def test_of_two_that_are_sent_together_the_second_is_not_tried(mail: Sink, ben: User) -> None:
    kinds.register(replace(kinds.of("tests.reply"), together=lambda notice: notice.event_id))
    tell("tests.reply", thing="thread:1", actor=None, people=[ben])
    tell("tests.reply", thing="thread:2", actor=None, people=[ben])
    gathering.gather()
    mail.answer(ben.email, GONE)

    sweeping.sweep()

    assert ends(ben) == [BOUNCED, BEFORE]
    assert mail.to(ben.email) == []


def test_what_waits_is_not_tried_after_a_worker_that_died_once_it_knew(
    mail: Sink, ben: User
) -> None:
    mail.answer(ben.email, "451 4.3.0 later")
    reply(ben, "thread:1")
    tell("tests.reply", thing="thread:2", actor=None, people=[ben])
    gathering.gather()
    came_back = ledger.claim(Letter.objects.latest("pk").pk)
    assert came_back
    ledger.end(came_back, Letter.State.FAILED, BOUNCED[1])

    clock.later(LONG)
    sweeping.sweep()

    assert ends(ben) == [BEFORE, BOUNCED]
    assert mail.to(ben.email) == []


def test_nobody_knows_of_one_that_may_have_arrived_before(mail: Sink, ben: User) -> None:
    mail.answer(ben.email, "451 4.3.0 later", GONE)
    reply(ben, "thread:1")
    Letter.objects.update(ambiguous=1)
    reply(ben, "thread:2")

    clock.later(LONG)
    sweeping.sweep()

    assert ends(ben) == [("unconfirmed", "bounced before"), BOUNCED]


def test_its_kind_is_told_of_one_that_is_not_sent(mail: Sink, ben: User) -> None:
    told: list[str] = []
    kinds.register(
        replace(kinds.of("tests.reply"), ended=lambda letter: told.append(letter.reason))
    )
    mail.answer(ben.email, GONE)

    reply(ben, "thread:1")
    reply(ben, "thread:2")

    assert told == [BOUNCED[1], BEFORE[1]]


def test_what_cannot_be_stopped_goes_and_shows_that_there_is_a_mailbox_again(
    mail: Sink, ben: User
) -> None:
    mail.answer(ben.email, GONE)
    reply(ben, "thread:1")

    password_changed(ben)
    reply(ben, "thread:2")

    assert ends(ben) == [BOUNCED, ("sent", ""), ("sent", "")]


def test_what_somebody_waits_for_is_tried_where_there_was_no_mailbox(mail: Sink, ben: User) -> None:
    mail.answer(ben.email, GONE)
    reply(ben, "thread:1")
    kinds.register(replace(kinds.of("tests.reply"), is_urgent=True))

    reply(ben, "thread:2")

    assert ends(ben) == [BOUNCED, ("sent", "")]


def test_others_and_another_address_of_hers_get_theirs(mail: Sink, ben: User) -> None:
    cleo = make.invited("Cleo")
    mail.answer(ben.email, GONE)
    reply(ben, "thread:1")
    User.objects.filter(pk=ben.pk).update(email="ben@elsewhere.example")
    ben.refresh_from_db()

    reply(ben, "thread:2")
    reply(cleo, "thread:3")

    assert ends(ben) == [BOUNCED, ("sent", "")]
    assert ends(cleo) == [("sent", "")]
