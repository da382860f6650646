"""The worker that makes reading copies: once, under a lease, whatever dies meanwhile."""

import os
import time
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions, files, rendering, tasks
from mentorship.documents.models import Page, Version
from mentorship.documents.rendering import MOST_ATTEMPTS
from tests import make

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
    assert (version.state, version.recipe) == (State.READY, rendering.RECIPE)
    assert "Wrote the first program" in version.text
    assert [page.number for page in version.pages.all()] == [1]
    assert folder(version) == ["original", "page-1@1x.webp", "page-1@2x.webp"]


def test_preparing_twice_changes_nothing(received: Version):
    rendering.prepare(received.pk)
    once = again(received)

    rendering.prepare(received.pk)

    assert again(received).ready_at == once.ready_at
    assert Page.objects.filter(version=received).count() == 1


def test_a_version_that_another_worker_holds_is_left_alone(received: Version):
    held = Version.objects.filter(pk=received.pk)
    held.update(state=State.PREPARING, lease="theirs", due_at=timezone.now() + rendering.LEASE)

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


def test_nothing_stays_of_a_refused_file_but_the_reason(ada: User):
    cut = uploaded(ada, ContentFile(b"%PDF-1.7\n" + bytes(range(256)), name="cv.pdf"))
    kept = cut.original

    rendering.prepare(cut.pk)

    version = again(cut)
    assert (version.state, version.original) == (State.REFUSED, "")
    assert version.refusal["code"] == "damaged"
    assert not default_storage.exists(kept)


def test_what_failed_for_no_fault_of_the_file_is_tried_again_later(received: Version):
    default_storage.delete(received.original)  # the store is away, say

    rendering.prepare(received.pk)

    version = again(received)
    assert (version.state, version.attempts, version.lease) == (State.RECEIVED, 1, "")
    assert version.due_at > timezone.now() + timedelta(seconds=20)


def test_a_file_that_ends_every_worker_is_refused_in_the_end(received: Version):
    Version.objects.filter(pk=received.pk).update(attempts=MOST_ATTEMPTS)

    rendering.prepare(received.pk)

    assert again(received).refusal == {"code": "too-complex", "facts": {}}


def test_a_document_deleted_while_it_is_prepared_takes_the_copy_with_it(received: Version):
    received.document.delete()

    rendering.prepare(received.pk)

    assert Page.objects.count() == 0


def test_files_no_version_names_are_forgotten_after_an_hour(received: Version, tmp_path: Path):
    orphan = default_storage.save("left0by0a0crash/original", ContentFile(b"half an upload"))
    assert files.forget_orphans() == 0  # it may belong to an upload that is under way

    two_hours_ago = time.time() - 7200
    for path in (tmp_path / "files").rglob("*"):
        os.utime(path, (two_hours_ago, two_hours_ago))
    tasks.forget_orphans()

    assert not default_storage.exists(orphan)
    assert default_storage.exists(received.original)
