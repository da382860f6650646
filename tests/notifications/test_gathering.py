"""Replies are told in one letter: after five quiet minutes, at the latest after an hour."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from mentorship.notifications import kinds
from mentorship.notifications.delivery import sweeping
from mentorship.notifications.delivery.gathering import falls_due
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import tell
from tests import make
from tests.infrastructure.smtp import Sink
from tests.notifications.received import words

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
QUIET, AT_MOST = timedelta(minutes=5), timedelta(hours=1)
SWEEP = timedelta(seconds=20)
Letters = list[tuple[datetime, list[datetime]]]


@pytest.fixture
def gathered(untold: set[str]) -> None:
    """Replies wait for one another."""
    kinds.register(replace(kinds.of("tests.reply"), quiet=QUIET, at_most=AT_MOST))


def reply(thing: str, *people: User, on: str = "document:1") -> None:
    tell("tests.reply", thing=thing, actor=None, people=people, gathering=on)


def told(times: list[datetime]) -> Letters:
    """When a sweep every twenty seconds sends which of the things told at these times."""
    letters: Letters = []
    waiting: list[datetime] = []
    left = sorted(times)
    now = NOON
    while left or waiting:
        waiting += [time for time in left if time <= now]
        left = [time for time in left if time > now]
        if waiting and falls_due(waiting, quiet=QUIET, at_most=AT_MOST) <= now:
            letters.append((now, waiting))
            waiting = []
        now += SWEEP
    return letters


moments = st.lists(
    st.integers(0, 3 * 3600).map(lambda seconds: NOON + timedelta(seconds=seconds)),
    min_size=1,
    max_size=60,
)


@given(moments)
def test_each_thing_is_told_once_and_within_the_hour(times: list[datetime]) -> None:
    letters = told(times)

    assert sorted(time for _, things in letters for time in things) == sorted(times)
    assert all(sent - min(things) <= AT_MOST + SWEEP for sent, things in letters)


@given(moments)
def test_a_letter_leaves_into_a_silence_or_after_an_hour(times: list[datetime]) -> None:
    for sent, things in told(times):
        is_silent = sent - max(things) >= QUIET
        has_waited = sent - min(things) >= AT_MOST

        assert is_silent or has_waited


@given(moments, st.randoms())
def test_the_order_in_which_rows_are_read_does_not_matter(times: list[datetime], random) -> None:
    mixed = random.sample(times, len(times))

    assert falls_due(mixed, quiet=QUIET, at_most=AT_MOST) == falls_due(
        times, quiet=QUIET, at_most=AT_MOST
    )


@pytest.mark.django_db
def test_the_sweep_waits_for_five_quiet_minutes(gathered: None, mail: Sink) -> None:
    ada = make.person("Ada")
    with time_machine.travel(NOON, tick=False) as clock:
        for minute in (0, 4, 8):
            clock.move_to(NOON + timedelta(minutes=minute))
            reply(f"thread:{minute}", ada)
            sweeping.sweep()
        clock.move_to(NOON + timedelta(minutes=12, seconds=59))
        sweeping.sweep()
        early = len(mail.letters)
        clock.move_to(NOON + timedelta(minutes=13))
        sweeping.sweep()

    assert early == 0
    assert words(mail, ada) == ["thread:0; thread:4; thread:8"]


@pytest.mark.django_db
def test_a_talk_that_never_rests_is_told_after_an_hour(gathered: None, mail: Sink) -> None:
    ada = make.person("Ada")
    with time_machine.travel(NOON, tick=False) as clock:
        for minute in range(0, 66, 3):
            clock.move_to(NOON + timedelta(minutes=minute))
            reply(f"thread:{minute}", ada)
            sweeping.sweep()

    [first] = words(mail, ada)
    assert first.split("; ") == [f"thread:{minute}" for minute in range(0, 63, 3)]


@pytest.mark.django_db
def test_each_document_has_its_own_silence_and_each_person_her_own_letter(
    gathered: None, mail: Sink
) -> None:
    ada, ben = make.person("Ada"), make.person("Ben")
    with time_machine.travel(NOON, tick=False) as clock:
        reply("thread:1", ada, ben)
        clock.move_to(NOON + timedelta(minutes=4))
        reply("thread:2", ada, on="document:2")
        clock.move_to(NOON + QUIET)
        sweeping.sweep()
        first = [words(mail, person) for person in (ada, ben)]
        clock.move_to(NOON + timedelta(minutes=9))
        sweeping.sweep()

    assert first == [["thread:1"], ["thread:1"]]
    assert words(mail, ada) == ["thread:1", "thread:2"]


@pytest.mark.django_db
def test_the_page_tells_at_once_what_the_letter_waits_with(gathered: None) -> None:
    with time_machine.travel(NOON, tick=False):
        reply("thread:1", make.person("Ada"))

    due = dict(Notice.objects.values_list("channel", "due_at"))
    assert due == {"page": NOON, "letter": NOON + QUIET}
