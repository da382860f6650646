"""What happened becomes one letter per person and kind, of what may still be told."""

from collections.abc import Iterable

import pytest
from django.db import transaction

from accounts.models import User
from mentorship.notifications.delivery import sweeping
from mentorship.notifications.models import Event, Letter, Notice
from mentorship.notifications.notices import Channel, tell
from tests import make
from tests.infrastructure.smtp import Sink
from tests.notifications.received import words
from tests.notifications.workers import lose_workers, make_due

pytestmark = pytest.mark.django_db


def reply(thing: str, people: Iterable[User], actor: User | None = None) -> Event:
    return tell("tests.reply", thing=thing, actor=actor, people=people)


def test_everyone_is_told_once_but_not_of_her_own_doing(untold: set[str]) -> None:
    ada, ben = make.person("Ada"), make.person("Ben")

    event = reply("thread:1", [ada, ben, ada], actor=ben)

    told = Notice.objects.values_list("person", "channel")
    assert sorted(told) == [(ada.pk, "letter"), (ada.pk, "page")]
    assert event.audience == 2


def test_what_is_rolled_back_tells_nobody(untold: set[str], mail: Sink) -> None:
    ada = make.person("Ada")

    with transaction.atomic():
        reply("thread:1", [ada])
        transaction.set_rollback(True)
    sweeping.sweep()

    assert (Event.objects.count(), Notice.objects.count(), mail.letters) == (0, 0, [])


def test_the_sweep_writes_one_letter_per_person(untold: set[str], mail: Sink) -> None:
    ada, ben = make.person("Ada"), make.person("Ben")
    reply("thread:1", [ada, ben])
    reply("thread:2", [ada])

    sweeping.sweep()
    sweeping.sweep()

    assert words(mail, ada) == ["thread:1; thread:2"]
    assert words(mail, ben) == ["thread:1"]
    assert [received.message["Subject"] for received in mail.letters] == ["Ben replied"] * 2


def test_later_news_goes_into_the_next_letter(untold: set[str], mail: Sink) -> None:
    ada = make.person("Ada")
    reply("thread:1", [ada])
    sweeping.sweep()

    reply("thread:2", [ada])
    sweeping.sweep()

    assert words(mail, ada) == ["thread:1", "thread:2"]


def test_who_may_not_be_told_when_the_letter_is_written_gets_none(
    untold: set[str], mail: Sink
) -> None:
    ada = make.person("Ada")
    reply("thread:1", [ada])
    untold.add("thread:1")

    sweeping.sweep()

    assert (mail.letters, Letter.objects.count()) == ([], 0)
    dropped = Notice.objects.get(channel=Channel.LETTER)
    assert (dropped.reason, bool(dropped.dropped_at)) == ("may-no-longer-be-told", True)


def test_a_letter_overtaken_before_it_leaves_is_replaced_by_the_rest(
    untold: set[str], mail: Sink
) -> None:
    ada = make.person("Ada")
    mail.answer(ada.email, "451 4.3.0 later")
    reply("thread:1", [ada])
    reply("thread:2", [ada])
    sweeping.sweep()
    first = Letter.objects.get()
    untold.add("thread:1")

    sweeping.deliver(make_due(first).pk)

    first.refresh_from_db()
    assert words(mail, ada) == ["thread:2"]
    assert first.state == "replaced"
    assert first.replaced_by
    assert first.replaced_by.state == "sent"


def test_a_letter_of_which_nothing_is_left_is_not_sent(untold: set[str], mail: Sink) -> None:
    ada = make.person("Ada")
    mail.answer(ada.email, "451 4.3.0 later")
    reply("thread:1", [ada])
    sweeping.sweep()
    letter = Letter.objects.get()
    untold.add("thread:1")

    sweeping.deliver(make_due(letter).pk)

    letter.refresh_from_db()
    assert (letter.state, letter.replaced_by, mail.letters) == ("replaced", None, [])


def test_a_letter_that_may_have_left_is_not_sent_again_when_it_may_not_be_told(
    untold: set[str], mail: Sink
) -> None:
    ada = make.person("Ada")
    mail.answer(ada.email, "451 4.3.0 later")
    reply("thread:1", [ada])
    sweeping.sweep()
    Letter.objects.update(state=Letter.State.IN_DATA, lease="a worker that died")
    lose_workers()
    untold.add("thread:1")
    sweeping.sweep()

    sweeping.deliver(make_due(Letter.objects.get()).pk)

    letter = Letter.objects.get()
    assert (letter.state, letter.reason) == ("unconfirmed", "may no longer be told")
    assert mail.letters == []
