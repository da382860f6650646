"""A database and a file store know each other, and a stranger of either stops the start."""

from pathlib import Path

import pytest
from celery.signals import beat_init, worker_init
from celery.utils.dispatch import Signal
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from accounts.models import User
from mentorship.documents.models import Document, FileStore
from mentorship.documents.store import pairing
from mentorship.documents.store.pairing import Pair, require_pair, settle
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def paired(ada: User) -> Document:
    """A document in a database and a store that belong together."""
    document = make.document(ada)
    require_pair()
    return document


def test_an_empty_database_and_an_empty_store_belong_together_from_the_first_start():
    require_pair()

    with default_storage.open(pairing.KEY) as file:
        assert file.read().decode() == FileStore.objects.get().ref
    assert settle() is Pair.MATCHED


def test_an_installation_without_an_id_gets_one_when_its_files_are_there(ada: User):
    make.document(ada)

    require_pair()

    assert settle() is Pair.MATCHED


def test_an_empty_database_does_not_start_with_the_files_of_another(paired: Document):
    FileStore.objects.all().delete()
    paired.delete()

    with pytest.raises(ImproperlyConfigured, match="belong to another database"):
        require_pair()


def test_an_empty_database_does_not_adopt_files_from_before_there_was_an_id(paired: Document):
    FileStore.objects.all().delete()
    default_storage.delete(pairing.KEY)
    paired.delete()

    with pytest.raises(ImproperlyConfigured, match="never run together"):
        require_pair()


def test_a_database_without_its_files_does_not_start(paired: Document, tmp_path: Path):
    (tmp_path / "files").rename(tmp_path / "unmounted")

    with pytest.raises(ImproperlyConfigured, match="Is the disk mounted"):
        require_pair()


def test_a_database_with_another_id_does_not_start(paired: Document):
    FileStore.objects.update(ref="another")

    with pytest.raises(ImproperlyConfigured, match="belong to another database"):
        require_pair()


def test_a_start_that_was_cut_off_between_the_two_ids_is_gone_on_with(ada: User):
    FileStore.objects.create(pk=pairing.THE_ONLY)
    make.document(ada)

    require_pair()

    assert FileStore.objects.get().confirmed_at


def test_a_person_may_say_that_they_belong_together(paired: Document):
    FileStore.objects.all().delete()

    pairing.adopt()

    assert settle() is Pair.MATCHED


@pytest.mark.parametrize("starts", [worker_init, beat_init], ids=["worker", "beat"])
def test_nothing_of_celery_starts_with_the_files_of_another_database(
    paired: Document, starts: Signal
):
    FileStore.objects.update(ref="another")

    with pytest.raises(SystemExit, match="belong to another database"):
        starts.send(sender=None)


def test_no_command_that_starts_the_service_goes_on(paired: Document):
    FileStore.objects.update(ref="another")

    with pytest.raises(CommandError, match="belong to another database"):
        call_command("sanity", start=True)


def test_a_stray_file_at_the_top_of_the_store_is_no_upload():
    default_storage.save("readme", ContentFile(b"not ours"))

    assert settle() is Pair.MATCHED
