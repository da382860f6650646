"""A file that fails for our fault is tried for days, and then no more until somebody has mended it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from mentorship.documents import rendering, tasks
from mentorship.documents.models import Opened, Version
from mentorship.documents.opening import queues, telling, tries
from mentorship.documents.opening.queues import Queue
from mentorship.documents.sentences import troubles
from mentorship.documents.sentences.status import status_of
from mentorship.jobsearch.models import PostingFile
from mentorship.jobsearch.workers import reading
from tests import clock, make

pytestmark = pytest.mark.django_db

Make = Callable[[User], Opened]


def version(owner: User) -> Version:
    """A document's first, still to be prepared."""
    return make.document(owner).versions.get()


def posting(owner: User) -> PostingFile:
    """A file of a posting, still to be read."""
    return make.posting_file(make.pursuit(owner))


def tried_for_days(row: Opened, *, attempts: int = 21, trouble: str = "broken") -> None:
    """As many tries as are made by themselves, all in vain."""
    facts = {"attempts": attempts, "trouble": trouble, "due_at": timezone.now() - timedelta(days=9)}
    type(row)._default_manager.filter(pk=row.pk).update(**facts)
    row.refresh_from_db()


def due() -> int:
    """How many files are to be opened now."""
    return sum(queue.due().count() for queue in queues.QUEUES)


def test_it_is_tried_once_a_day_for_so_many_days(ada: User, settings: Settings) -> None:
    settings.OPENING_PAUSES, settings.OPENING_DAYS = (20,), 2
    missing = version(ada)
    default_storage.delete(missing.original)

    for _day in range(5):
        tasks.sweep()
        clock.later(86_401)

    missing.refresh_from_db()
    assert (missing.attempts, missing.state, missing.trouble) == (3, "received", "missing")


@pytest.mark.parametrize("made", [version, posting])
def test_then_it_waits_until_it_is_started_again(ada: User, made: Make) -> None:
    tried_for_days(made(ada))
    assert due() == 0

    assert tries.start_again() == 1

    assert due() == 1


def test_what_a_worker_has_open_stays_with_it(ada: User) -> None:
    held = tries.claim(rendering.VERSIONS, version(ada).pk)
    assert held
    Version.objects.update(trouble="slow")

    assert (tries.start_again(), due()) == (0, 0)


@pytest.mark.parametrize(
    ("made", "queue"), [(version, rendering.VERSIONS), (posting, reading.POSTINGS)]
)
def test_while_a_worker_has_it_the_last_try_is_one(
    ada: User, made: Make, queue: Queue[Opened]
) -> None:
    row = made(ada)
    tried_for_days(row, attempts=20, trouble="")
    assert tries.claim(queue, row.pk)
    row.refresh_from_db()

    assert (row.attempts, row.is_given_up, telling.about_uploads()) == (21, False, [])
    assert queues.waiting_of(ada) == 1

    clock.later(86_401)  # its worker died
    tries.sweep(queue)

    row.refresh_from_db()
    assert row.is_given_up
    assert telling.about_uploads()[0].endswith(f": {troubles.CAUSES['interrupted']}.")
    assert len(telling.about_uploads()) == 2
    assert (queues.waiting_of(ada), due()) == (0, 0)


@pytest.mark.parametrize(
    ("made", "queue"), [(version, rendering.VERSIONS), (posting, reading.POSTINGS)]
)
def test_no_clock_of_another_machine_says_that_it_is_given_up(
    ada: User, made: Make, queue: Queue[Opened], settings: Settings
) -> None:
    settings.BY_THE_CLOCK_OF_THE_DATABASE = True
    row = made(ada)
    tried_for_days(row, attempts=20)
    assert tries.claim(queue, row.pk)
    row.refresh_from_db()

    clock.later(2 * 86_401)

    assert (row.is_given_up, queue.given_up().count()) == (False, 0)


def test_its_owner_reads_nothing_of_giving_up_before_the_last_try_has_ended(
    ada: User, browser_of_ada: Client
) -> None:
    tried_for_days(version(ada), attempts=20)
    [held] = Version.objects.all()
    assert tries.claim(rendering.VERSIONS, held.pk)

    for page in ("documents:documents", "documents:document"):
        args = [] if page.endswith("s") else [held.document.ref]
        assert str(troubles.GIVEN_UP) not in browser_of_ada.get(reverse(page, args=args)).text
    held.refresh_from_db()
    assert status_of(held).token == "trouble-broken"


@pytest.mark.parametrize("made", [version, posting])
def test_whoever_runs_the_service_is_told_and_how_to_start_it_again(ada: User, made: Make) -> None:
    tried_for_days(made(ada))

    assert telling.about_uploads() == [
        "1 uploads wait for us: a converter failed; the worker's log says where.",
        "1 of them are tried no more: once it is mended, start them again with"
        " `python manage.py sanity --try-again`.",
    ]
    [line] = telling.each_in_trouble()
    assert " is tried no more after 21 tries: " in line


def test_one_command_starts_it_again(ada: User, capsys: pytest.CaptureFixture[str]) -> None:
    tried_for_days(version(ada))

    with pytest.raises(CommandError):  # it waits still, and a worker has not been there
        call_command("sanity", "--try-again")

    assert "To be tried now: 1" in capsys.readouterr().out
    assert due() == 1


def test_it_takes_nobody_the_place_of_other_files(ada: User) -> None:
    tried_for_days(version(ada))

    assert queues.waiting_of(ada) == 0


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        ("broken", troubles.GIVEN_UP),
        ("", troubles.GIVEN_UP),
        ("missing", troubles.MISSING_FOR_DAYS),
    ],
)
def test_its_owner_reads_that_we_no_longer_try(
    ada: User, browser_of_ada: Client, trouble: str, sentence: str
) -> None:
    stopped = version(ada)
    tried_for_days(stopped, trouble=trouble)

    page = browser_of_ada.get(reverse("documents:document", args=[stopped.document.ref]))

    assert str(sentence) in page.content.decode()
    assert status_of(stopped).token == f"trouble-{trouble or 'broken'}-given-up"


def test_the_owner_of_a_posting_reads_the_same(ada: User, browser_of_ada: Client) -> None:
    stopped = posting(ada)
    tried_for_days(stopped)

    page = browser_of_ada.get(stopped.pursuit.get_absolute_url()).content.decode()

    assert str(troubles.GIVEN_UP) in page
    assert "paste the text of the posting" in page
