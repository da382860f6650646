"""A posting that comes as a file: it is read in the background, refused with a reason, tried again."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from accounts.models import User
from accounts.reader import Reader
from mentorship.jobsearch import actions, postings, tasks
from mentorship.jobsearch.lengths import MAX_POSTING
from mentorship.jobsearch.models import PostingFile, Pursuit
from mentorship.toolbox.refused import Refused
from tests import clock, make
from tests.make import pdfs, samples

pytestmark = pytest.mark.django_db


def read() -> None:
    """Two sweeps: on a busy machine the second process is asked about a file by the second of them."""
    tasks.read_next()
    tasks.read_next()


def refused(pursuit: Pursuit, text: str) -> PostingFile:
    """What is left of a file that says `text` once it was read."""
    make.posting_file(pursuit, text)
    read()
    return PostingFile.objects.get()


def test_its_text_becomes_the_posting_and_the_file_goes(ada: User) -> None:
    pursuit = make.pursuit(ada, posting="")
    make.posting_file(pursuit, "We make tea.\n")

    tasks.read_next()

    pursuit.refresh_from_db()
    assert (pursuit.posting, pursuit.revision) == ("We make tea.", 1)
    assert not PostingFile.objects.exists()


def test_a_pdf_is_read_as_well(pursuit: Pursuit, by_ada: Reader) -> None:
    file = ContentFile(samples.pdf("Tea taster"), name="advert.pdf")
    actions.read_file(pursuit, by=by_ada, file=file)

    tasks.read_next()

    assert Pursuit.objects.get().posting == "Tea taster"


def test_a_file_that_comes_with_a_change_takes_the_place_of_what_was_typed(
    pursuit: Pursuit, by_ada: Reader
) -> None:
    file = ContentFile(samples.pdf("Tea taster"), name="advert.pdf")
    actions.describe(pursuit, by=by_ada, job=make.job(employer="Bloom"), revision=0, file=file)

    tasks.read_next()

    now = Pursuit.objects.get()
    assert (now.employer, now.posting) == ("Bloom", "Tea taster")


def test_lines_of_a_paragraph_are_joined_again(ada: User) -> None:
    pursuit = make.pursuit(ada, posting="")
    long = "We make tea and sell it in many shops. " * 8
    make.posting_file(pursuit, f"About us\n\n{long}\n\n- SQL\n- Python\n")

    tasks.read_next()

    pursuit.refresh_from_db()
    assert pursuit.posting == f"About us\n\n{long.strip()}\n\n- SQL\n- Python"


def test_a_file_too_long_says_by_how_much_and_keeps_what_was_there(pursuit: Pursuit) -> None:
    left = refused(pursuit, "tea " * (MAX_POSTING // 4) + "tea\n")

    assert "characters too long. Keep what is about the job." in postings.why(left)
    assert Pursuit.objects.get().posting == make.POSTING


def test_a_picture_of_words_says_that_it_is_none(pursuit: Pursuit, by_ada: Reader) -> None:
    page = pdfs.pdf("q 99 0 0 99 99 99 cm /X Do Q", objects=(pdfs.picture(bytes(64), 8),))
    file = ContentFile(page, name="scan.pdf")
    actions.read_file(pursuit, by=by_ada, file=file)

    read()

    assert postings.why(PostingFile.objects.get()).startswith("There are no words in this file")


def test_what_cannot_be_opened_is_said_and_may_be_tried_again(
    pursuit: Pursuit, by_ada: Reader
) -> None:
    file = ContentFile(samples.pdf()[:60], name="cut.pdf")
    actions.read_file(pursuit, by=by_ada, file=file)
    read()
    left = PostingFile.objects.get()
    assert postings.why(left).startswith("This file is damaged")

    actions.read_again(pursuit, by=by_ada)

    left.refresh_from_db()
    assert (left.state, postings.why(left)) == ("waiting", "")


def test_there_is_nothing_to_try_again_while_it_is_read(pursuit: Pursuit, by_ada: Reader) -> None:
    left = make.posting_file(pursuit)

    actions.read_again(pursuit, by=by_ada)

    assert PostingFile.objects.get().due_at == left.due_at


def test_a_file_that_is_none_is_refused_at_once(pursuit: Pursuit, by_ada: Reader) -> None:
    with pytest.raises(Refused, match="mismatch"):
        actions.read_file(pursuit, by=by_ada, file=ContentFile(samples.png(), name="advert.pdf"))


def test_a_second_file_takes_the_place_of_the_first(pursuit: Pursuit) -> None:
    make.posting_file(pursuit, "First.")
    make.posting_file(pursuit, "Second.")

    tasks.read_next()

    assert Pursuit.objects.get().posting == "Second."


def test_only_so_many_wait_at_once(pursuit: Pursuit, ada: User, settings: Settings) -> None:
    settings.MAX_POSTINGS_WAITING = 1
    make.posting_file(pursuit)
    make.posting_file(pursuit)

    with pytest.raises(Refused, match="too-many-waiting"):
        make.posting_file(make.pursuit(ada, "Engineer"))


def test_it_is_one_of_the_files_that_a_person_uploads_in_an_hour(
    pursuit: Pursuit, ada: User, settings: Settings
) -> None:
    make.document(ada)
    make.posting_file(pursuit)
    settings.MAX_UPLOADS_AN_HOUR = 3  # with the job that was begun

    with pytest.raises(Refused, match="too-many-uploads"):
        make.posting_file(pursuit)
    with pytest.raises(Refused, match="too-many-uploads"):
        make.document(ada)


def test_it_waits_among_all_her_files(pursuit: Pursuit, ada: User, settings: Settings) -> None:
    settings.MAX_FILES_WAITING = 1
    make.document(ada)

    with pytest.raises(Refused, match="too-many-waiting"):
        make.posting_file(pursuit)


def test_a_file_that_takes_more_memory_than_a_document_may_is_refused(
    pursuit: Pursuit, by_ada: Reader
) -> None:
    actions.read_file(pursuit, by=by_ada, file=ContentFile(samples.swollen(), name="posting.pdf"))

    read()

    assert PostingFile.objects.get().refusal["code"] == "too-complex"


def test_what_fails_for_no_fault_of_the_file_is_tried_again(
    pursuit: Pursuit, monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    make.posting_file(pursuit, "Tea.")
    with monkeypatch.context() as broken:
        broken.setenv("TMPDIR", str(tmp_path / "gone"))
        broken.setattr("tempfile.tempdir", str(tmp_path / "gone"))
        tasks.read_next()
    assert Pursuit.objects.get().posting == make.POSTING
    clock.later(20)

    tasks.read_next()

    assert Pursuit.objects.get().posting == "Tea."
