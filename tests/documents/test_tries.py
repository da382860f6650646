"""One try at a file: who may write what came of it, and when the next one comes."""

import errno
from collections.abc import Callable
from dataclasses import replace

import pytest
from pytest_django import Settings

from accounts.models import User
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.opening import telling, tries
from mentorship.documents.opening.queues import Queue
from mentorship.jobsearch.models import PostingFile
from mentorship.jobsearch.workers import reading
from tests import clock, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(ada: User) -> PostingFile:
    """One that waits for its first try."""
    return make.posting_file(make.pursuit(ada))


def opened_by(does: Callable[[PostingFile], object]) -> Queue[PostingFile]:
    """Files of postings, with which this is done."""
    return replace(reading.POSTINGS, open=does)


def raising(error: Exception) -> Queue[PostingFile]:
    """Files of postings, of which each fails so."""

    def fail(_file: PostingFile) -> None:
        raise error

    return opened_by(fail)


def now(file: PostingFile) -> PostingFile:
    return PostingFile.objects.get(pk=file.pk)


DAMAGED = {"code": "damaged", "facts": {}}


def test_a_verdict_that_came_soon_is_asked_for_again_at_once(file: PostingFile) -> None:
    tries.take(raising(Unreadable("damaged")), file.pk)

    assert (now(file).state, now(file).attempts) == ("refused", 2)


def test_one_that_took_long_is_asked_for_again_by_the_next_sweep(
    file: PostingFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tries, "QUICK", 0)

    tries.take(raising(Unreadable("damaged")), file.pk)

    assert (now(file).state, now(file).attempts, now(file).verdict) == ("waiting", 1, DAMAGED)


def test_two_that_say_different_things_refuse_nothing(
    file: PostingFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tries, "QUICK", 0)
    tries.take(raising(Unreadable("locked")), file.pk)

    tries.take(raising(Unreadable("damaged")), file.pk)

    assert (now(file).state, now(file).verdict) == ("waiting", DAMAGED)


@pytest.mark.parametrize("error", [Unreadable("damaged"), OSError(errno.EIO, "?")])
@pytest.mark.parametrize("verdict", [{}, DAMAGED])
def test_whoever_lost_the_lease_writes_down_nothing_that_went_wrong(
    file: PostingFile, error: Exception, verdict: dict[str, object]
) -> None:
    PostingFile.objects.update(verdict=verdict)
    queue = raising(error)
    claimed = tries.claim(queue, file.pk)
    assert claimed
    PostingFile.objects.update(lease="theirs")
    held = PostingFile.objects.values().get()

    tries.attempt(queue, claimed)

    assert PostingFile.objects.values().get() == held


def test_a_worker_has_a_file_to_itself_for_as_long_as_the_settings_say(
    file: PostingFile, settings: Settings
) -> None:
    settings.OPENING_LEASE_SECONDS, settings.OPENING_PAUSES = 500, (20, 20, 900)
    assert tries.claim(reading.POSTINGS, file.pk)
    clock.later(499)
    assert tries.claim(reading.POSTINGS, file.pk) is None

    clock.later(1)

    assert tries.claim(reading.POSTINGS, file.pk)


def test_after_a_failure_of_ours_it_waits_for_its_pause(
    file: PostingFile, settings: Settings
) -> None:
    settings.OPENING_PAUSES = (20, 300)
    queue = raising(OSError(errno.EIO, "?"))
    for pause in (20, 300):
        tries.take(queue, file.pk)
        clock.later(pause - 1)
        assert not tries.take(queue, file.pk)
        clock.later(1)

    assert (now(file).attempts, now(file).trouble) == (2, "no-store")


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (OSError(errno.ENOSPC, "?"), "no-room"),
        (OSError(errno.EDQUOT, "?"), "no-room"),
        (OSError(errno.EIO, "?"), "no-store"),
        (tries.OriginalMissing(), "missing"),
        (tries.NotOpened("slow"), "slow"),
        (ZeroDivisionError(), "broken"),
    ],
)
def test_what_was_the_matter_is_told(file: PostingFile, error: Exception, trouble: str) -> None:
    tries.take(raising(error), file.pk)

    assert (now(file).state, now(file).trouble) == ("waiting", trouble)


def test_what_was_the_matter_stays_told_while_it_is_tried_and_not_once_it_is_opened(
    file: PostingFile,
) -> None:
    PostingFile.objects.update(trouble="no-room")
    seen = []

    def see(one: PostingFile) -> None:
        seen.append(now(one).trouble)
        raise Unreadable("damaged")

    tries.take(opened_by(see), file.pk)

    assert (seen, now(file).trouble) == (["no-room", ""], "")


def test_what_a_newer_release_calls_the_matter_is_told_as_something(file: PostingFile) -> None:
    PostingFile.objects.update(trouble="of tomorrow")

    assert telling.about_uploads() == [
        "1 uploads wait for us: a converter failed; the worker's log says where."
    ]


def test_once_its_time_is_over_a_sweep_begins_no_other(
    file: PostingFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tries, "SWEEP_SECONDS", 0.0)

    tries.sweep(reading.POSTINGS)

    assert now(file).attempts == 0
