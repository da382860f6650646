"""Threads in the next version: where the worker puts them, and what people say about that."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions, tasks
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Placement, Thread
from mentorship.critique.workers import carrying
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from tests import make
from tests.make import saying

pytestmark = pytest.mark.django_db

How = Placement.How
NEXT = """Ada Lovelace

Curious about engines, weaving looms and the poetry of numbers.

Wrote the first program, for a machine that was never built.
"""


def following(version: Version, text: str = NEXT) -> Version:
    """The next version, ready, and carried to."""
    made = make.ready(make.version(version.document, text=text))
    tasks.carry(made.pk)
    return made


def place_in(version: Version, thread: Thread) -> Placement:
    """Where the thread stands there."""
    return Placement.objects.get(version=version, thread=thread)


def test_a_thread_goes_along_with_its_words(version: Version, ben: Reader) -> None:
    thread = saying.point(version, ben)
    before = place_in(version, thread)

    after = place_in(following(version), thread)

    assert after.quote == before.quote
    assert after.start != before.start
    assert (after.line, after.how in {How.UNCHANGED, How.MOVED}) == (3, True)
    assert after.version.text[after.start : after.end] == after.quote


def test_a_thread_whose_words_are_gone_has_no_place_and_keeps_them(
    version: Version, ben: Reader
) -> None:
    thread = saying.point(version, ben)

    after = place_in(following(version, "Ada Lovelace\n"), thread)

    assert (after.how, after.start, after.line, after.quote) == (How.GONE, None, None, "")
    assert after.was == place_in(version, thread).quote


def test_words_that_come_back_are_found_again(version: Version, ben: Reader) -> None:
    thread = saying.point(version, ben)
    following(version, "Ada Lovelace\n")

    again = place_in(following(version), thread)

    assert again.quote == place_in(version, thread).quote
    assert again.was == ""


def test_a_point_about_the_whole_stays_about_the_whole(version: Version, ben: Reader) -> None:
    whole = actions.comment(version, by=ben, place=Target(), text="Short.", key=uuid4())

    after = place_in(following(version), whole.thread)

    assert (after.how, after.start, after.page, after.quote) == (How.UNCHANGED, None, None, "")


def test_carrying_twice_is_carrying_once(version: Version, ben: Reader) -> None:
    saying.point(version, ben)
    made = following(version)
    before = list(Placement.objects.order_by("pk").values())

    tasks.carry(made.pk)
    carrying.carry_all()

    assert list(Placement.objects.order_by("pk").values()) == before


def test_a_version_to_which_all_was_carried_is_looked_at_no_more(
    version: Version, ben: Reader
) -> None:
    saying.point(version, ben)
    made = following(version)
    carrying.carry_all()

    with CaptureQueriesContext(connection) as asked:
        carrying.carry_all()

    assert place_in(made, version.document.threads.get())
    assert len(asked) == 1


def test_what_is_said_on_the_old_version_meanwhile_is_carried_too(
    version: Version, ben: Reader
) -> None:
    made = following(version)
    late = saying.draft(version, ben)

    carrying.carry_all()

    assert place_in(made, late.thread).quote == place_in(version, late.thread).quote


def test_a_later_comment_rings_for_the_versions_after_it(
    version: Version, ben: Reader, django_capture_on_commit_callbacks
) -> None:
    following(version)

    with django_capture_on_commit_callbacks() as rung:
        saying.draft(version, ben)

    assert len(rung) == 1


def test_a_version_that_is_not_there_or_not_ready_is_left_alone(
    version: Version, ben: Reader
) -> None:
    saying.point(version, ben)
    waiting = make.version(version.document)

    tasks.carry(waiting.pk)
    tasks.carry(0)
    tasks.sweep()

    assert Placement.objects.count() == 1


def test_what_is_deleted_is_not_carried(version: Version, ben: Reader) -> None:
    thread = saying.point(version, ben)
    actions.delete(thread.comments.get(), by=ben)

    made = following(version)

    assert not made.placements.exists()


def test_others_hear_that_a_thread_got_its_place(version: Version, ben: Reader) -> None:
    thread = saying.point(version, ben)
    drafted = saying.draft(version, ben)
    before = Thread.objects.get(pk=thread.pk).changed_at

    following(version)

    assert Thread.objects.get(pk=thread.pk).changed_at > before
    assert Thread.objects.get(pk=drafted.thread.pk).changed_at is None


@pytest.mark.parametrize("who", ["seeker", "ben"])
def test_the_seeker_and_the_author_put_it_by_hand(
    version: Version, ada: User, ben: Reader, seeker: Reader, who: str
) -> None:
    thread = saying.point(version, ben)
    made = following(version, "Ada Lovelace\nPoet of numbers.\n")
    by = {"seeker": seeker, "ben": ben}[who]

    placed = actions.place(thread, made, by=by, place=Target(line=2))

    assert (placed.how, placed.quote, placed.line) == (How.BY_HAND, "Poet of numbers.", 2)
    assert placed.placed_by == by.person
    assert placed.was == place_in(version, thread).quote


def test_a_place_by_hand_is_where_the_next_version_starts_from(
    version: Version, ben: Reader, seeker: Reader
) -> None:
    thread = saying.point(version, ben)
    made = following(version, "Ada Lovelace\n\nPoet of numbers and of engines.\n")
    actions.place(thread, made, by=seeker, place=Target(line=2))

    after = place_in(following(made, "Ada\n\nPoet of numbers and of engines.\n"), thread)

    assert after.quote == "Poet of numbers and of engines."


def test_others_may_not_put_it_elsewhere(version: Version, ben: Reader, eve: Reader) -> None:
    thread = saying.point(version, ben)
    made = following(version)

    with pytest.raises(Refused, match="not-found"):
        actions.place(thread, made, by=eve, place=Target(line=1))


def test_nowhere_is_no_place(version: Version, ben: Reader) -> None:
    drafted = saying.draft(version, ben)

    with pytest.raises(Refused, match="no-place"):
        actions.place(drafted.thread, version, by=ben, place=Target())


def test_a_draft_is_put_elsewhere_unseen(version: Version, ben: Reader) -> None:
    drafted = saying.draft(version, ben)

    actions.place(drafted.thread, version, by=ben, place=Target(line=1))

    drafted.thread.refresh_from_db()
    assert drafted.thread.changed_at is None
    assert place_in(version, drafted.thread).quote == "Ada Lovelace"


@pytest.mark.parametrize("is_addressed", [True, False])
def test_the_seeker_says_whether_a_change_was_about_the_point(
    version: Version, ben: Reader, seeker: Reader, is_addressed: bool
) -> None:
    thread = saying.point(version, ben)
    gone = place_in(following(version, "Ada Lovelace\n"), thread)

    actions.settle(gone, by=seeker, is_addressed=is_addressed)

    thread.refresh_from_db()
    assert place_in(gone.version, thread).settled_at is not None
    assert (thread.resolved_at is not None) is is_addressed
    assert thread.use == ("used" if is_addressed else "")


def test_what_was_settled_is_not_asked_again_in_the_next_version(
    version: Version, ben: Reader, seeker: Reader
) -> None:
    thread = saying.point(version, ben)
    gone = place_in(following(version, "Ada Lovelace\n"), thread)
    actions.settle(gone, by=seeker, is_addressed=False)

    after = place_in(following(gone.version, "Ada Lovelace, again\n"), thread)

    assert after.how == How.GONE
    assert after.settled_at is not None


def test_only_the_seeker_settles(version: Version, ben: Reader) -> None:
    thread = saying.point(version, ben)
    gone = place_in(following(version, "Ada Lovelace\n"), thread)

    with pytest.raises(Refused, match="may-not"):
        actions.settle(gone, by=ben, is_addressed=True)
