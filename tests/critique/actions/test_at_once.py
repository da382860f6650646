"""What is done at the same moment: nobody waits for someone who waits for them, and nothing is half there."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction

from accounts.reader import Reader, as_account
from mentorship.critique import actions
from mentorship.critique.models import Comment, Review, Thread
from mentorship.critique.targets import Target
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
