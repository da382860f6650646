"""One state for each point, whichever act sets it: the same row, the same words, the same undo."""

from collections.abc import Callable
from importlib import import_module

import pytest
from django.apps import apps

from accounts.reader import Reader
from mentorship.critique import actions
from mentorship.critique.models import Suggestion, Thread
from mentorship.critique.worklist.page import Chosen, work_list
from mentorship.documents.models import Version
from tests.browsing.news import lines
from tests.make import saying

pytestmark = pytest.mark.django_db

BETTER = "Wrote the first program, for a machine nobody had built."
Act = Callable[[Thread, Reader], object]


@pytest.fixture
def thread(version: Version, ben: Reader) -> Thread:
    """Other words for a line."""
    return saying.point(version, ben, "", 2, wording=BETTER)


def wording(thread: Thread) -> Suggestion:
    return Suggestion.objects.get(comment__thread=thread)


def accept(thread: Thread, by: Reader) -> None:
    actions.accept(wording(thread), by=by)


def decline(thread: Thread, by: Reader) -> None:
    actions.decline(wording(thread), by=by)


def reconsider(thread: Thread, by: Reader) -> None:
    actions.reconsider(wording(thread), by=by)


def resolve(thread: Thread, by: Reader) -> None:
    actions.resolve(thread, by=by)


def reopen(thread: Thread, by: Reader) -> None:
    actions.reopen(thread, by=by)


def mark(use: str) -> Act:
    def act(thread: Thread, by: Reader) -> None:
        seen = Thread.objects.get(pk=thread.pk).use_seen
        actions.mark(thread, by=by, use=use, reason="", seen=seen)

    return act


def state(thread: Thread) -> tuple[str, bool, str]:
    """What became of it, whether it is dealt with, and what of its wording."""
    kept, said = Thread.objects.get(pk=thread.pk), wording(thread)
    accepted = "accepted" if said.accepted_at else "declined" if said.declined_at else ""
    return kept.use, kept.resolved_at is not None, accepted


USED, NOT_USED, OPEN = ("used", True, "accepted"), ("not_used", True, "declined"), ("", False, "")


@pytest.mark.parametrize(
    ("act", "after"),
    [
        (accept, USED),
        (decline, NOT_USED),
        (resolve, USED),
        (mark("used"), USED),
        (mark("not_used"), NOT_USED),
        (mark("partly"), ("partly", True, "")),
    ],
)
@pytest.mark.parametrize("undo", [reconsider, reopen])
def test_every_act_sets_it_and_is_undone(
    thread: Thread, seeker: Reader, act: Act, undo: Act, after: tuple[str, bool, str]
) -> None:
    before = state(thread)

    act(thread, seeker)
    done = state(thread)
    undo(thread, seeker)

    assert (before, done, state(thread)) == (OPEN, after, OPEN)


@pytest.mark.parametrize(
    ("first", "then", "after"),
    [
        (accept, decline, NOT_USED),
        (decline, accept, USED),
        (decline, mark("used"), USED),
        (decline, mark("partly"), ("partly", True, "")),
        (accept, mark("partly"), ("partly", True, "accepted")),
        (mark("not_used"), accept, USED),
        (decline, resolve, NOT_USED),
    ],
)
def test_the_later_act_counts(
    thread: Thread, seeker: Reader, first: Act, then: Act, after: tuple[str, bool, str]
) -> None:
    first(thread, seeker)
    then(thread, seeker)

    assert state(thread) == after


def test_a_reason_stays_with_the_use_it_was_given_for(thread: Thread, seeker: Reader) -> None:
    actions.mark(thread, by=seeker, use="not_used", reason="Too long.", seen="")

    decline(thread, seeker)
    kept = Thread.objects.get().use_reason
    accept(thread, seeker)

    assert (kept, Thread.objects.get().use_reason) == ("Too long.", "")


def test_wording_accepted_before_its_point_was_marked_is_news(
    thread: Thread, seeker: Reader
) -> None:
    mark("used")(thread, seeker)
    Suggestion.objects.update(accepted_at=None)  # as an earlier release left it
    before = Thread.objects.get().changed_at

    accept(thread, seeker)

    assert state(thread) == USED
    assert before
    assert Thread.objects.get().changed_at > before


def test_its_author_hears_what_others_made_of_it_and_not_what_she_did(
    version: Version, thread: Thread, seeker: Reader, ben: Reader
) -> None:
    assert ben.person
    resolve(saying.point(version, ben), ben)
    before = lines(ben.person)

    accept(thread, seeker)

    news = "Ada has gone through your comments on “Programmer”"
    assert (before.count(news), lines(ben.person).count(news)) == (0, 1)


def test_declined_words_are_still_read_in_the_list_and_contradict_nobody(
    version: Version, thread: Thread, seeker: Reader, eve: Reader
) -> None:
    saying.point(version, eve, "", 2, wording="Programmed it first.")
    before = work_list(version.document, Chosen(), reader=seeker)

    decline(thread, seeker)

    after = work_list(version.document, Chosen(), reader=seeker)
    shown = after.point(thread.ref)
    assert (len(before.undecided), len(after.undecided)) == (1, 0)
    assert shown
    assert shown.wording
    assert shown.wording.new == BETTER


def test_what_was_dealt_with_before_there_was_one_state_has_one(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    threads = [saying.point(version, ben, "", line, wording="Else.") for line in (1, 2, 3, 2)]
    accept(threads[0], seeker)
    decline(threads[1], seeker)
    resolve(threads[2], seeker)
    before = [state(thread) for thread in threads]
    Thread.objects.exclude(pk=threads[2].pk).update(resolved_at=None, resolved_by=None)
    Thread.objects.update(use="", use_said_at=None)
    Suggestion.objects.filter(comment__thread=threads[2]).update(accepted_at=None)
    migration = import_module("mentorship.critique.migrations.0010_one_state_of_points")

    migration.say(apps, None)

    after = [state(thread) for thread in threads]
    assert after == [before[0], before[1], ("used", True, ""), OPEN]
    assert Thread.objects.get(pk=threads[0].pk).resolved_by == seeker.person
