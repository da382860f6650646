"""The worker that makes reading copies: once, under a lease, whatever dies meanwhile."""

import os
import signal
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pypandoc
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions, copies, rendering, tasks
from mentorship.documents.models import Page, Version
from mentorship.documents.opening import tries
from tests import make
from tests.documents.formats.killing import can_look_away, meanwhile
from tests.make import samples

pytestmark = pytest.mark.django_db

State = Version.State


@pytest.fixture
def received(ada: User) -> Version:
    """A version nobody has begun to prepare."""
    return make.document(ada).versions.get()


def uploaded(owner: User, file: ContentFile) -> Version:  # type: ignore[type-arg]  # bytes
    """The first version of a document made of this file."""
    by = as_account(owner)
    document = actions.upload(by=by, kind="resume", title="CV", note="", key=uuid4(), file=file)
    return document.versions.get()


def again(version: Version) -> Version:
    """The row as it is now."""
    return Version.objects.get(pk=version.pk)


def folder(version: Version) -> list[str]:
    """The names beside the original."""
    return sorted(default_storage.listdir(str(Path(version.original).parent))[1])


def test_a_text_becomes_a_reading_copy(received: Version):
    rendering.prepare(received.pk)

    version = again(received)
    assert (version.state, version.recipe) == (State.READY, copies.RECIPE)
    assert "Wrote the first program" in version.text
    assert [page.number for page in version.pages.all()] == [1]
    assert folder(version) == ["original", "page-1@1x.webp", "page-1@2x.webp"]


def test_a_converter_sees_nothing_of_the_folder_where_the_state_is(ada: User, settings: Settings):
    settings.STATE_DIR = Path(pypandoc.get_pandoc_path()).parent  # as if it had been put there
    version = uploaded(ada, ContentFile(b"Ada *Lovelace*", name="cv.md"))

    rendering.prepare(version.pk)

    assert again(version).state == (State.RECEIVED if can_look_away() else State.READY)


def test_preparing_twice_changes_nothing(received: Version):
    rendering.prepare(received.pk)
    once = again(received)

    rendering.prepare(received.pk)

    assert again(received).ready_at == once.ready_at
    assert Page.objects.filter(version=received).count() == 1


def test_a_version_that_another_worker_holds_is_left_alone(received: Version):
    held = Version.objects.filter(pk=received.pk)
    held.update(state=State.PREPARING, lease="theirs", due_at=timezone.now() + tries.lease_lasts())

    rendering.prepare(received.pk)

    assert (again(received).state, again(received).lease) == (State.PREPARING, "theirs")
    assert rendering.due() == []


def test_what_a_dead_worker_left_is_due_when_its_lease_is_over(received: Version):
    over = timezone.now() - timedelta(seconds=1)
    Version.objects.filter(pk=received.pk).update(
        state=State.PREPARING, lease="of the dead", due_at=over, attempts=1
    )

    assert rendering.due() == [received.pk]
    rendering.prepare(received.pk)

    assert again(received).state == State.READY


def test_a_version_that_is_gone_is_no_trouble():
    rendering.prepare(999_999)


def test_what_a_dead_worker_left_waits_longer_each_time_and_is_told(received: Version):
    over = timezone.now() - timedelta(seconds=1)
    Version.objects.filter(pk=received.pk).update(
        state=State.PREPARING, lease="of the dead", due_at=over, attempts=20
    )

    claimed = tries.claim(rendering.VERSIONS, received.pk)

    assert claimed
    assert claimed.trouble == "interrupted"
    assert claimed.due_at > timezone.now() + timedelta(hours=23)


def damaged(owner: User) -> Version:
    """A version of which nothing can be read."""
    return uploaded(owner, ContentFile(b"%PDF-1.7\n" + bytes(range(256)), name="cv.pdf"))


def test_a_file_is_refused_when_two_processes_say_the_same_of_it(ada: User):
    cut = damaged(ada)

    rendering.prepare(cut.pk)

    version = again(cut)
    assert (version.state, version.attempts) == (State.REFUSED, 2)
    assert version.refusal == {"code": "damaged", "facts": {}}


def test_what_is_said_once_refuses_nothing(ada: User):
    cut = damaged(ada)

    claimed = tries.claim(rendering.VERSIONS, cut.pk)
    assert claimed
    tries.attempt(rendering.VERSIONS, claimed)

    version = again(cut)
    assert (version.state, version.verdict["code"]) == (State.RECEIVED, "damaged")
    assert rendering.due() == [cut.pk]


def test_a_refused_file_stays_for_some_days(ada: User, settings: Settings):
    cut = damaged(ada)
    rendering.prepare(cut.pk)

    tasks.forget_refused()
    assert default_storage.exists(cut.original)

    long_ago = timezone.now() - timedelta(days=settings.KEEP_REFUSED_DAYS, seconds=1)
    Version.objects.update(refused_at=long_ago)
    tasks.forget_refused()

    assert again(cut).original == ""
    assert not default_storage.exists(cut.original)


def test_a_file_that_cannot_be_deleted_keeps_no_other(ada: User, settings: Settings):
    stuck, cut = damaged(ada), damaged(ada)
    for version in (stuck, cut):
        rendering.prepare(version.pk)
    long_ago = timezone.now() - timedelta(days=settings.KEEP_REFUSED_DAYS, seconds=1)
    Version.objects.update(refused_at=long_ago)
    Version.objects.filter(pk=stuck.pk).update(original="../elsewhere")

    tasks.forget_refused()

    assert (again(stuck).original, again(cut).original) == ("../elsewhere", "")


def test_bytes_that_are_missing_are_looked_for_again(received: Version):
    default_storage.delete(received.original)

    rendering.prepare(received.pk)

    version = again(received)
    assert (version.state, version.trouble, version.lease) == (State.RECEIVED, "missing", "")
    assert version.due_at > timezone.now() + timedelta(seconds=15)


@pytest.mark.parametrize("attempts", [0, 3, 30, 300])
def test_what_is_ours_to_mend_refuses_nothing_however_often_it_fails(
    received: Version, attempts: int
):
    default_storage.delete(received.original)
    Version.objects.filter(pk=received.pk).update(attempts=attempts)

    rendering.prepare(received.pk)

    version = again(received)
    assert (version.state, version.original) == (State.RECEIVED, received.original)
    assert version.due_at <= timezone.now() + timedelta(days=1)


def test_once_it_is_mended_the_version_is_read(received: Version):
    with default_storage.open(received.original) as file:
        raw = file.read()
    default_storage.delete(received.original)
    rendering.prepare(received.pk)
    default_storage.save(received.original, ContentFile(raw))
    Version.objects.update(due_at=timezone.now())

    rendering.prepare(received.pk)

    assert (again(received).state, again(received).trouble) == (State.READY, "")


@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGSEGV"])
def test_a_child_that_is_killed_leaves_the_file_as_it_was(ada: User, number: str):
    bomb = uploaded(ada, ContentFile(samples.pdf_bomb(), name="cv.pdf"))

    with meanwhile(lambda child: os.kill(child, getattr(signal, number))):
        rendering.prepare(bomb.pk)

    version = again(bomb)
    assert (version.state, version.trouble, version.verdict) == (State.RECEIVED, "interrupted", {})
    assert default_storage.exists(version.original)


def test_a_store_that_takes_nothing_leaves_the_file_as_it_was(received: Version):
    image = Path(default_storage.path(received.original)).with_name("page-1@1x.webp")
    image.mkdir()  # what is to be a file is a folder with something in it
    (image / "in the way").touch()

    rendering.prepare(received.pk)

    version = again(received)
    assert (version.state, version.trouble) == (State.RECEIVED, "no-store")
    assert default_storage.exists(version.original)


def test_a_document_deleted_while_it_is_prepared_takes_the_copy_with_it(received: Version):
    received.document.delete()

    rendering.prepare(received.pk)

    assert Page.objects.count() == 0


@pytest.mark.parametrize(("megabytes", "state"), [(400, State.REFUSED), (1000, State.READY)])
def test_a_pdf_takes_no_more_memory_than_it_may(
    ada: User, settings: Settings, megabytes: int, state: State
):
    settings.MAX_MEGABYTES_OF_MEMORY_PER_DOCUMENT = megabytes
    version = uploaded(ada, ContentFile(samples.swollen(), name="cv.pdf"))

    rendering.prepare(version.pk)

    assert again(version).state == state
