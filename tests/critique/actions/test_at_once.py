"""What is done at the same moment: nobody waits for someone who waits for them, and nothing is half there."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection, transaction

from accounts.reader import Reader, as_account
from mentorship.critique import actions
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Comment, Placement, Review, Suggestion, Thread
from mentorship.documents import actions as documents
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from tests import make
from tests.make import saying

pytestmark = pytest.mark.django_db(transaction=True)

WAITING = """
    SELECT count(*), pg_stat_clear_snapshot() FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


def elsewhere(pool: ThreadPoolExecutor, do: Callable[[], object]) -> "Future[object]":
    """What comes of it on a connection of its own: its answer, or what it was refused with."""

    def once() -> object:
        try:
            return do()
        except Refused as refused:
            return refused.code
        finally:
            connection.close()

    return pool.submit(once)


def wait_until_these_wait(*begun: "Future[object]") -> None:
    """Until each of them is done or waits for somebody; SQLite lets them all wait from the start."""
    while connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            waiting = cursor.fetchone()[0]
        if waiting + sum(one.done() for one in begun) >= len(begun):
            return


@contextmanager
def before_the_version_goes(do: Callable[[], None]) -> Iterator[None]:
    """`do` happens once what was said about it is deleted, and the version is not yet."""

    def watch(execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        if sql.startswith('UPDATE "documents_document"'):
            do()
        return execute(sql, *given)

    with connection.execute_wrapper(watch):
        yield


def as_read_before(version: Version) -> Version:
    """The same, in the hands of somebody who does not know that it goes."""
    return Version.objects.select_related("document__owner").get(pk=version.pk)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


def test_a_mentor_changes_a_draft_in_one_tab_and_finishes_in_another(
    version: Version, ben: Reader, pool: ThreadPoolExecutor
) -> None:
    said = saying.draft(version, ben)

    with transaction.atomic():
        Comment.objects.select_for_update().get(pk=said.pk)
        edited = elsewhere(pool, lambda: actions.edit(said, by=ben, text="Now.", revision=1))
        wait_until_these_wait(edited)
        finished = elsewhere(pool, lambda: saying.finish(version, ben))
        wait_until_these_wait(edited, finished)

    assert isinstance(edited.result(), Comment)
    assert isinstance(finished.result(), Review)


def test_a_mentor_changes_a_draft_in_one_tab_and_sends_it_ahead_in_another(
    version: Version, ben: Reader, pool: ThreadPoolExecutor
) -> None:
    said = saying.draft(version, ben)

    with transaction.atomic():
        Comment.objects.select_for_update().get(pk=said.pk)
        edited = elsewhere(pool, lambda: actions.edit(said, by=ben, text="Now.", revision=1))
        wait_until_these_wait(edited)
        sent = elsewhere(pool, lambda: actions.send_now(said, by=ben))
        wait_until_these_wait(edited, sent)

    assert isinstance(edited.result(), Comment)
    assert sent.result() is None
    assert Comment.objects.get().published_at


def test_a_comment_on_a_version_that_is_just_deleted_is_refused(
    version: Version, ben: Reader, pool: ThreadPoolExecutor
) -> None:
    make.ready(make.version(version.document))
    his = as_read_before(version)
    said: list[Future[object]] = []

    def comment() -> None:
        said.append(elsewhere(pool, lambda: saying.draft(his, ben, line=None)))
        wait_until_these_wait(*said)

    with before_the_version_goes(comment):
        documents.delete_version(version, by=as_account(version.document.owner))

    assert [one.result() for one in said] == ["deleted"]
    assert not Thread.objects.exists()


def test_a_point_is_not_placed_in_a_version_that_is_just_deleted(
    version: Version, ben: Reader, pool: ThreadPoolExecutor
) -> None:
    second = make.ready(make.version(version.document))
    his, thread = as_read_before(second), saying.point(version, ben)
    placed: list[Future[object]] = []

    def place() -> None:
        at = Target(page=1)
        placed.append(elsewhere(pool, lambda: actions.place(thread, his, by=ben, place=at)))
        wait_until_these_wait(*placed)

    with before_the_version_goes(place):
        documents.delete_version(second, by=as_account(version.document.owner))

    assert {one.result() for one in placed} <= {"deleted", "no-place"}
    assert thread.placements.get().version == version


def test_a_comment_on_a_document_that_is_just_deleted_is_refused(
    version: Version, ben: Reader, pool: ThreadPoolExecutor
) -> None:
    his = as_read_before(version)

    with transaction.atomic():
        documents.delete(version.document, by=as_account(version.document.owner))
        said = elsewhere(pool, lambda: saying.draft(his, ben, line=None))
        wait_until_these_wait(said)

    assert said.result() in {"deleted", "not-found"}
    assert not Thread.objects.exists()


def test_a_draft_that_another_window_has_just_taken_back_is_gone(
    version: Version, ben: Reader
) -> None:
    said = saying.draft(version, ben)

    def watch(execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        if sql.startswith('UPDATE "critique_review"'):
            Comment.objects.all().delete()
        return execute(sql, *given)

    with connection.execute_wrapper(watch), pytest.raises(Refused) as refusal:
        actions.edit(said, by=ben, text="Now.", revision=1)

    assert refusal.value.code == "deleted"


@dataclass(frozen=True)
class Said:
    """A point that was sent, with other wording, as two people have it before them."""

    comment: Comment
    place: Placement
    mentor: Reader
    seeker: Reader

    @property
    def thread(self) -> Thread:
        return self.comment.thread

    @property
    def wording(self) -> Suggestion:
        return self.comment.suggestion


PRESSES: dict[str, Callable[[Said], object]] = {
    "the mentor replies": lambda it: saying.reply(it.thread, it.mentor),
    "the seeker replies": lambda it: saying.reply(it.thread, it.seeker),
    "the mentor writes it anew": lambda it: actions.edit(
        it.comment, by=it.mentor, text="Now.", revision=1
    ),
    "the mentor takes it back": lambda it: actions.delete(it.comment, by=it.mentor),
    "the mentor sends it": lambda it: actions.send_now(it.comment, by=it.mentor),
    "the mentor finds it right no more": lambda it: actions.withdraw(it.thread, by=it.mentor),
    "the mentor deals with it": lambda it: actions.resolve(it.thread, by=it.mentor),
    "the seeker finds it right": lambda it: actions.agree(it.thread, by=it.seeker),
    "the seeker opens it": lambda it: actions.reopen(it.thread, by=it.seeker),
    "the seeker uses it": lambda it: actions.mark(
        it.thread, by=it.seeker, use=Thread.Use.USED, reason="", seen=""
    ),
    "the seeker takes the wording": lambda it: actions.accept(it.wording, by=it.seeker),
    "the seeker has changed it": lambda it: actions.settle(
        it.place, by=it.seeker, is_addressed=True
    ),
}


@pytest.mark.parametrize("press", PRESSES)
def test_a_press_on_a_point_that_just_goes_with_its_version_is_refused(
    version: Version, ben: Reader, pool: ThreadPoolExecutor, press: str
) -> None:
    seeker = as_account(version.document.owner)
    second = make.ready(make.version(version.document))
    saying.point(second, ben, wording="Designed the first program")
    place = Placement.objects.select_related("thread__document__owner").get(version=second)
    said = Said(_as_shown(second), place, ben, seeker)
    pressed: list[Future[object]] = []

    def do() -> None:
        if not pressed:
            pressed.append(elsewhere(pool, lambda: PRESSES[press](said)))
            wait_until_these_wait(*pressed)

    with before_the_version_goes(do):
        documents.delete_version(second, by=seeker)

    assert pressed[0].result() in {"deleted", "not-found", "may-not"}
    assert not Thread.objects.exists()


def _as_shown(version: Version) -> Comment:
    """What was said about it, with all that a press reads of it, read before."""
    related = ("suggestion", "review__round__owner", "thread__document__owner", "thread__round")
    return Comment.objects.select_related(*related).get(thread__placements__version=version)
