"""A backup is looked through before anything is put back, and nothing that is here is lost by it."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions
from mentorship.documents.models import Document, Version
from mentorship.documents.store import copying, pairing
from mentorship.home.backups import database, manifest, places, taking
from mentorship.home.backups.manifest import Entry
from mentorship.home.models import Heartbeat
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ada(settings: Settings, tmp_path: Path) -> User:
    """Ada with a document, in a service with a state folder of its own."""
    settings.STATE_DIR = tmp_path / "state"
    ada = make.person("Ada")
    make.document(ada)
    pairing.require_pair()
    return ada


@pytest.fixture
def backup(ada: User, tmp_path: Path) -> Path:
    """A backup of her service."""
    call_command("backup", str(tmp_path / "backup"))
    return tmp_path / "backup"


def refused(folder: Path, **options: bool) -> str:
    """Why it is not restored."""
    with pytest.raises(CommandError) as reason:
        call_command("restore", str(folder), **options)
    assert Document.objects.count() == 1
    return str(reason.value)


def changed(folder: Path, **facts: object) -> Path:
    """The same backup, whose manifest says this."""
    path = folder / manifest.NAME
    path.write_text(json.dumps(json.loads(path.read_text()) | facts))
    return folder


def test_a_backup_holds_files_and_key_for_its_owner_alone(backup: Path, settings: Settings):
    original = Version.objects.get().original

    assert (backup / "files" / original).read_text() == make.TEXT
    assert (backup / "keys" / "secret_key").read_text() == settings.SECRET_KEY
    modes = {oct(path.stat().st_mode & 0o077) for path in [backup, *backup.rglob("*")]}
    assert modes == {"0o0"}


def test_a_backup_is_not_written_over_another(backup: Path):
    with pytest.raises(CommandError, match="is not empty"):
        call_command("backup", str(backup))


def test_a_backup_of_a_missing_file_says_so_and_is_taken_all_the_same(
    ada: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    make.document(ada, title="Dear reader")
    missing = Version.objects.latest("pk").original
    default_storage.delete(missing)

    call_command("backup", str(tmp_path / "backup"))

    assert manifest.read(tmp_path / "backup").missing == [missing]
    assert "not in the backup: 1 files" in capsys.readouterr().err


def test_what_is_deleted_while_a_backup_is_taken_is_in_neither_half_of_it(
    ada: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    make.document(ada, title="Dear reader")
    gone = Version.objects.latest("pk")
    take = copying.take

    def take_slowly(name: str, to: Path) -> copying.Copied | None:
        if Document.objects.count() == 2:
            actions.delete(gone.document, by=as_account(ada))
        return take(name, to)

    monkeypatch.setattr(copying, "take", take_slowly)

    made = taking.take(tmp_path / "backup")

    assert made.missing == []
    files = [entry.path for entry in made.entries if entry.path.startswith("files/")]
    assert files == [f"files/{Version.objects.get().original}"]


def test_what_is_read_beside_a_saved_database_is_of_the_same_moment(ada: User, tmp_path: Path):
    named = copying.named_files()

    def delete_all() -> None:
        Document.objects.all().delete()
        connection.close()

    with database.KINDS[database.kind()].saved(tmp_path):
        with ThreadPoolExecutor(1) as others:
            others.submit(delete_all).result()

        assert copying.named_files() == named
    assert copying.named_files() == set()


def test_a_place_where_somebody_works_already_is_left_as_it_is(backup: Path):
    said = refused(backup)

    assert "documents.Document" in said
    assert "1 uploads" in said


@pytest.mark.parametrize("harm", ["cut", "changed", "removed"])
def test_a_damaged_backup_is_not_restored(backup: Path, harm: str):
    victim = backup / "files" / Version.objects.get().original
    if harm == "cut":
        os.truncate(victim, 5)
    elif harm == "changed":
        victim.write_text(make.TEXT.swapcase())
    else:
        victim.unlink()

    assert "damaged, and nothing was changed" in refused(backup, replace=True)


def test_a_backup_that_was_cut_off_is_none(backup: Path):
    (backup / manifest.NAME).unlink()

    assert "is no backup, or one that was cut off" in refused(backup, replace=True)


def test_a_backup_of_a_newer_release_is_left_to_that(backup: Path):
    known = json.loads((backup / manifest.NAME).read_text())["migrations"]

    newer = changed(backup, migrations=[*known, ["documents", "9999_of_tomorrow"]])

    assert "documents.9999_of_tomorrow" in refused(newer, replace=True)
    assert "newer release" in refused(changed(backup, format=2), replace=True)


def test_a_backup_of_another_kind_of_database_is_not_restored(backup: Path):
    assert "DATABASE_URL names" in refused(changed(backup, database="oracle"), replace=True)


def test_a_manifest_reaches_nothing_outside_its_folder(backup: Path, tmp_path: Path):
    (tmp_path / "outside").write_text("secret")

    assert manifest.entry_of(backup, "../outside") is None
    assert manifest.entry_of(backup, str(tmp_path / "outside")) is None


def test_another_key_from_the_environment_is_not_taken_for_that_of_the_backup(
    backup: Path, settings: Settings
):
    settings.SECRET_KEY = "of another service, with fifty characters of its own"

    assert "SECRET_KEY is another" in refused(backup, replace=True)


def test_nothing_is_put_back_under_a_running_service(backup: Path, settings: Settings):
    with places.held(Path(settings.STATE_DIR)):
        assert "Stop web, worker and beat first" in refused(backup, replace=True)


def test_entries_are_compared_by_all_their_facts(tmp_path: Path):
    (tmp_path / "a").write_text("a")

    assert manifest.entry_of(tmp_path, "a") == Entry(
        "a", 1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    )


def test_a_service_that_only_its_worker_has_used_is_an_empty_place():
    Heartbeat.objects.beat("a sweep")

    places.require_empty()


def test_a_restore_that_is_refused_leaves_the_lock_of_the_running_service_as_it_was(
    backup: Path, settings: Settings
):
    state = Path(settings.STATE_DIR)
    with places.held(state):
        (state / "lock").write_text("4711")

        refused(backup, replace=True)

        assert (state / "lock").read_text() == "4711"
