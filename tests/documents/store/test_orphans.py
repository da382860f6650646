"""Nothing is destroyed for want of a row."""

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions, tasks
from mentorship.documents.models import Document, FileStore, Orphan
from mentorship.documents.store import orphans, pairing
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(ada: User, tmp_path: Path) -> Path:
    """A store with forty uploads of this database."""
    make.document(ada)
    for number in range(39):
        document = make.document(ada, title=f"Letter {number}")
        assert document.versions.get().original
    pairing.require_pair()
    return tmp_path / "files"


def left(count: int = 1) -> list[str]:
    """What crashes left: uploads of two hours ago without a row."""
    names = [f"left{number}/original" for number in range(count)]
    for name in names:
        path = Path(default_storage.path(default_storage.save(name, ContentFile(b"half"))))
        two_hours_ago = time.time() - 7200
        os.utime(path, (two_hours_ago, two_hours_ago))
    return names


def weeks_later(settings: Settings) -> None:
    """Let all marks be as old as an orphan must be."""
    long_ago = timezone.now() - timedelta(days=settings.KEEP_ORPHANS_DAYS, seconds=1)
    Orphan.objects.update(first_seen_at=long_ago)


def test_an_orphan_waits_for_weeks_from_when_it_was_first_seen(store: Path, settings: Settings):
    [orphan] = left()

    tasks.forget_orphans()
    tasks.forget_orphans()
    assert default_storage.exists(orphan)

    weeks_later(settings)
    tasks.forget_orphans()

    assert not default_storage.exists(orphan)
    assert not Orphan.objects.exists()
    assert len(pairing.stored_folders()) == 40


def test_what_gets_its_row_back_is_no_orphan_any_more(store: Path, ada: User):
    [orphan] = left()
    tasks.forget_orphans()
    make.document(ada).versions.update(original=orphan)

    tasks.forget_orphans()

    assert "left0" not in Orphan.objects.values_list("folder", flat=True)


@pytest.mark.parametrize("lost", [3, 40])
def test_a_large_share_of_orphans_is_never_deleted(store: Path, settings: Settings, lost: int):
    for document in Document.objects.all()[:lost]:
        document.delete()  # as in an older copy of the database
    tasks.forget_orphans()
    weeks_later(settings)

    assert orphans.sweep() == "too many"

    assert len(pairing.stored_folders()) == 40


def test_more_than_twenty_are_too_many_however_small_their_share():
    assert orphans.are_too_many(21, of=100_000)
    assert not orphans.are_too_many(20, of=100_000)


def test_where_there_is_little_the_one_that_a_crash_left_goes(ada: User, settings: Settings):
    make.document(ada)
    pairing.require_pair()
    [orphan] = left()
    tasks.forget_orphans()
    weeks_later(settings)

    assert orphans.sweep() == "done"

    assert not default_storage.exists(orphan)
    assert len(pairing.stored_folders()) == 1


def test_where_there_is_little_a_second_one_is_too_many(ada: User, settings: Settings):
    make.document(ada)
    pairing.require_pair()
    left(2)
    tasks.forget_orphans()
    weeks_later(settings)

    assert orphans.sweep() == "too many"

    assert len(pairing.stored_folders()) == 3


def test_an_empty_folder_of_a_killed_upload_goes_and_is_no_orphan(store: Path):
    two_hours_ago = time.time() - 7200
    for name in ("empty", "half", "fresh"):
        (store / name).mkdir()
    (store / "half" / "half-k3f9").write_bytes(b"half an upl")
    for path in (store / "half" / "half-k3f9", store / "empty", store / "half"):
        os.utime(path, (two_hours_ago, two_hours_ago))

    tasks.forget_orphans()

    assert [(store / name).exists() for name in ("empty", "half", "fresh")] == [False, False, True]
    assert not Orphan.objects.filter(folder__in=["empty", "half"]).exists()


def killed_before_its_files_went(document: Document) -> str:
    """Delete it as a process does that is killed once its transaction is there; its folder."""
    original = document.versions.get().original
    with TestCase.captureOnCommitCallbacks():  # collected, and never called
        actions.delete(document, by=as_account(document.owner))
    return str(Path(original).parent)


def test_a_deletion_that_was_cut_off_is_finished_by_the_next_sweep(store: Path):
    folders = [killed_before_its_files_went(one) for one in Document.objects.all()[:30]]

    assert orphans.told() == []
    tasks.forget_orphans()

    assert not any((store / folder).exists() for folder in folders)
    assert len(pairing.stored_folders()) == 10


def test_images_that_a_worker_puts_where_all_was_deleted_go_too(store: Path):
    folder = killed_before_its_files_went(Document.objects.all()[0])
    tasks.forget_orphans()
    default_storage.save(f"{folder}/page-1@1x.webp", ContentFile(b"RIFF"))

    tasks.forget_orphans()

    assert not (store / folder).exists()


def test_nothing_is_deleted_with_the_database_of_others(store: Path, settings: Settings):
    [orphan] = left()
    tasks.forget_orphans()
    weeks_later(settings)
    FileStore.objects.update(ref="another")

    assert orphans.sweep() == "not ours"

    assert default_storage.exists(orphan)


def test_a_person_may_delete_orphans_by_hand(store: Path, capsys: pytest.CaptureFixture[str]):
    names = left(25)
    with pytest.raises(CommandError):
        call_command("sanity")
    assert "left7: no row names this folder" in capsys.readouterr().out

    call_command("sanity", delete_orphans=True)

    assert "Deleted: 25" in capsys.readouterr().out
    assert not any(map(default_storage.exists, names))


def test_by_hand_nothing_is_deleted_with_the_database_of_others_either(store: Path):
    names = left(2)
    FileStore.objects.update(ref="another")

    with pytest.raises(CommandError):
        call_command("sanity", delete_orphans=True)

    assert all(map(default_storage.exists, names))


def test_sanity_names_what_is_missing_or_changed(ada: User, capsys: pytest.CaptureFixture[str]):
    missing, changed = (make.ready_version(ada, title=title) for title in ("A", "B"))
    pairing.require_pair()
    default_storage.delete(missing.original)
    Path(default_storage.path(changed.original)).write_bytes(b"other bytes")
    image = changed.pages.get().images[0]["file"]
    default_storage.delete(image)

    with pytest.raises(CommandError, match="Not as it should be: 3"):
        call_command("sanity")

    told = capsys.readouterr().out
    assert f"version 1 of document {missing.document.ref}: the original is missing" in told
    assert f"version 1 of document {changed.document.ref}: the original is not what" in told
    assert f"version 1 of document {changed.document.ref}: an image of page 1 is missing" in told


def test_a_sane_service_says_so(store: Path, capsys: pytest.CaptureFixture[str]):
    call_command("sanity")

    assert "Every row has its files" in capsys.readouterr().out
