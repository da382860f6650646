"""A file of a posting is tried as one of a document is: refused by two verdicts alone, in fair turns, told."""

import os
import signal

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.documents.opening import telling, tries, turns
from mentorship.home.upkeep import work
from mentorship.jobsearch import actions, tasks
from mentorship.jobsearch.models import PostingFile, Pursuit
from mentorship.jobsearch.workers import reading
from tests import clock, make
from tests.documents.formats.killing import meanwhile
from tests.make import samples

pytestmark = pytest.mark.django_db


def read() -> None:
    """Two sweeps: on a busy machine the second process is asked about a file by the second of them."""
    tasks.read_next()
    tasks.read_next()


def cut(pursuit: Pursuit) -> PostingFile:
    """A file of its posting that nobody can read."""
    file = ContentFile(samples.pdf()[:60], name="cut.pdf")
    return actions.read_file(pursuit, by=as_account(pursuit.owner), file=file)


def test_what_is_said_of_it_once_refuses_nothing(pursuit: Pursuit) -> None:
    left = cut(pursuit)
    claimed = tries.claim(reading.POSTINGS, left.pk)
    assert claimed

    assert tries.attempt(reading.POSTINGS, claimed)

    left.refresh_from_db()
    assert (left.state, left.verdict["code"], left.attempts) == ("waiting", "damaged", 1)


def test_two_processes_that_say_the_same_of_it_refuse_it(pursuit: Pursuit) -> None:
    left = cut(pursuit)

    read()

    left.refresh_from_db()
    assert (left.state, left.refusal["code"], left.attempts) == ("refused", "damaged", 2)


def test_a_child_that_is_killed_leaves_the_file_and_says_that_it_is_ours(
    pursuit: Pursuit, by_ada: Reader
) -> None:
    left = actions.read_file(
        pursuit, by=by_ada, file=ContentFile(samples.pdf_bomb(), name="advert.pdf")
    )

    with meanwhile(lambda child: os.kill(child, signal.SIGKILL)):
        tasks.read_next()

    left.refresh_from_db()
    assert (left.state, left.trouble, left.verdict) == ("waiting", "interrupted", {})
    [found] = list(PostingFile.objects.values_list("content", flat=True))
    assert bytes(found) == samples.pdf_bomb()


def test_whoever_runs_the_service_is_told_which_waits_for_them(pursuit: Pursuit) -> None:
    make.posting_file(pursuit)
    PostingFile.objects.update(trouble="no-room", attempts=3)

    assert work.uploads().sentence == (
        "1 uploads wait for us: the disk is full: the folder for files, or the one for temporary"
        " files."
    )
    assert list(telling.each_in_trouble()) == [
        f"the posting of job {pursuit.ref} waits after 3 tries: the disk is full: the folder for"
        " files, or the one for temporary files"
    ]


def test_one_that_waits_for_a_worker_is_told_by_its_age(pursuit: Pursuit) -> None:
    make.posting_file(pursuit)
    clock.later(301)

    assert not work.versions().is_well


def test_nobodys_many_stand_before_someone_elses_first(ada: User) -> None:
    for role in ("Baker", "Cook", "Smith"):
        clock.later()
        make.posting_file(make.pursuit(ada, role))
    clock.later()
    last = make.posting_file(make.pursuit(make.person("Ben"), "Tailor"))

    tries.take_next(reading.POSTINGS)

    assert turns.in_turn(reading.POSTINGS)[0] == last.pk


def test_documents_and_postings_count_in_one_turn(ada: User, pursuit: Pursuit) -> None:
    make.ready_version(ada)
    make.posting_file(pursuit)
    clock.later()
    last = make.posting_file(make.pursuit(make.person("Ben"), "Tailor"))

    assert turns.in_turn(reading.POSTINGS)[0] == last.pk


def test_one_that_was_refused_goes_after_some_days(pursuit: Pursuit, settings: Settings) -> None:
    cut(pursuit)
    read()
    tasks.forget_refused()
    assert PostingFile.objects.exists()

    clock.later(settings.KEEP_REFUSED_DAYS * 86400 + 1)
    tasks.forget_refused()

    assert not PostingFile.objects.exists()


def test_one_that_stays_with_us_is_no_refused_one_however_long(
    pursuit: Pursuit, settings: Settings
) -> None:
    make.posting_file(pursuit)

    clock.later(settings.KEEP_REFUSED_DAYS * 86400 + 1)
    tasks.forget_refused()

    assert PostingFile.objects.exists()


def test_one_whose_worker_died_is_read_when_its_lease_is_over(pursuit: Pursuit) -> None:
    left = make.posting_file(pursuit, "Tea.")
    assert tries.claim(reading.POSTINGS, left.pk)
    tasks.read_next()
    assert PostingFile.objects.exists()
    clock.later(tries.lease_lasts().total_seconds())

    tasks.read_next()

    assert Pursuit.objects.get().posting == "Tea."


def test_whoever_lost_the_lease_writes_nothing(pursuit: Pursuit) -> None:
    left = make.posting_file(pursuit, "Tea.")
    claimed = tries.claim(reading.POSTINGS, left.pk)
    assert claimed
    assert tries.claim(reading.POSTINGS, left.pk) is None
    PostingFile.objects.update(lease="theirs")

    tries.attempt(reading.POSTINGS, claimed)

    assert PostingFile.objects.get().lease == "theirs"
    assert Pursuit.objects.get().posting == make.POSTING


def test_the_longer_it_fails_the_rarer_it_is_tried(settings: Settings) -> None:
    settings.OPENING_PAUSES = (20, 300)

    assert [tries.pause(count).total_seconds() for count in (0, 1, 2, 3, 9)] == [
        *(20, 20, 300),
        *(86400, 86400),
    ]
