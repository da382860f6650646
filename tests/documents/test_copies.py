"""A reading copy can be read before all its pictures are drawn, whatever happens to those."""

import contextlib
import os
import signal
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions, copies, rendering
from mentorship.documents.formats import sandbox
from mentorship.documents.formats.manuscript import Manuscript
from mentorship.documents.models import Version
from mentorship.documents.opening import converting
from tests import make
from tests.documents.formats.killing import children_of, prepared, zygote_pid
from tests.make import pdfs

pytestmark = pytest.mark.django_db

TWO_PAGES = pdfs.pdf(
    pdfs.text_at(72, 700, "Ada Lovelace wrote the first program."),
    pdfs.text_at(72, 700, "And notes on an engine."),
)


@pytest.fixture
def received(ada: User) -> Version:
    """Two pages that nobody has begun to prepare."""
    file = ContentFile(TWO_PAGES, name="cv.pdf")
    by = as_account(ada)
    document = actions.upload(by=by, kind="resume", title="CV", note="", key=uuid4(), file=file)
    return document.versions.get()


@pytest.fixture
def dying(monkeypatch: pytest.MonkeyPatch) -> list[signal.Signals]:
    """Signals, one for each child to come: it dies of it once its words are kept."""
    deaths: list[signal.Signals] = []
    keep = copies.keep

    def keep_and_kill(version: Version, manuscript: Manuscript) -> None:
        dies = children_of(zygote_pid()) if deaths else []
        for child in dies:
            os.kill(child, signal.SIGSTOP)  # or it comes to its end while the words are being kept
        keep(version, manuscript)
        for child in dies:
            os.kill(child, deaths.pop(0))
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGCONT)

    monkeypatch.setattr(converting, "prepare_in_child", sandbox.prepare_in_child)
    monkeypatch.setattr(copies, "keep", keep_and_kill)
    return deaths


def drawn(version: Version) -> list[list[int]]:
    """The pictures of each page that are there, by scale."""
    return [[image["scale"] for image in page.images] for page in version.pages.all()]


def statuses(client: Client, version: Version) -> list[int]:
    """What the small picture of each page answers."""
    where = (version.document.ref, version.number)
    addresses = [reverse("documents:page_image", args=[*where, page, 1]) for page in (1, 2)]
    answers = [client.get(address) for address in addresses]
    for answer in answers:
        answer.close()
    return [answer.status_code for answer in answers]


def test_all_words_and_the_first_picture_are_told_before_the_rest(tmp_path):
    heard: list[Manuscript] = []

    whole = prepared(tmp_path, TWO_PAGES, "cv.pdf", so_far=heard.append)

    [early] = heard
    assert early.text == whole.text
    assert [[image.scale for image in page.images] for page in early.pages] == [[1], []]
    assert [[image.scale for image in page.images] for page in whole.pages] == [[1, 2], [1, 2]]


def test_words_are_read_while_pictures_are_still_to_be_drawn(
    received, dying, browser_of_ada, client
):
    dying.append(signal.SIGKILL)

    rendering.prepare(received.pk)

    half = Version.objects.get(pk=received.pk)
    assert (half.is_ready, half.drawn_at, half.trouble) == (True, None, "interrupted")
    assert "And notes on an engine." in half.text
    assert drawn(half) == [[1], []]
    assert statuses(browser_of_ada, half) == [200, 202]
    assert statuses(client, half) == [302, 302]
    page = browser_of_ada.get(half.get_absolute_url()).content.decode()
    assert page.count('class="page is-undrawn"') == 1


def test_pictures_that_a_dead_worker_left_are_drawn_by_the_next(received, dying, browser_of_ada):
    dying.append(signal.SIGKILL)
    rendering.prepare(received.pk)
    half = Version.objects.get(pk=received.pk)
    Version.objects.update(due_at=half.ready_at)

    assert rendering.due() == [received.pk]
    rendering.prepare(received.pk)

    whole = Version.objects.get(pk=received.pk)
    assert (whole.text, whole.ready_at, whole.trouble) == (half.text, half.ready_at, "")
    assert whole.drawn_at
    assert drawn(whole) == [[1, 2], [1, 2]]
    assert statuses(browser_of_ada, whole) == [200, 200]
    assert rendering.due() == []


def test_a_picture_that_is_being_looked_at_stays_where_it_is(received, dying):
    dying.append(signal.SIGKILL)
    rendering.prepare(received.pk)
    [first] = Version.objects.get(pk=received.pk).pages.get(number=1).images
    before = Path(default_storage.path(first["file"])).stat()
    Version.objects.update(due_at=timezone.now())

    rendering.prepare(received.pk)

    assert drawn(received) == [[1, 2], [1, 2]]
    assert Path(default_storage.path(first["file"])).stat().st_ino == before.st_ino


def test_pictures_that_cannot_be_drawn_take_no_words_away(received, dying, browser_of_ada):
    dying.extend([signal.SIGXCPU, signal.SIGXCPU])

    rendering.prepare(received.pk)

    left = Version.objects.get(pk=received.pk)
    assert (left.is_ready, left.refusal, left.verdict) == (True, {}, {})
    assert left.drawn_at
    assert statuses(browser_of_ada, left) == [200, 404]
    assert rendering.due() == []


def test_what_another_worker_has_taken_over_is_left_to_it(ada):
    version = make.ready_version(ada)
    taken = Version.objects.filter(pk=version.pk)
    taken.update(drawn_at=None, lease="theirs")

    copies.complete(version, Manuscript("pdf", version.text, ()))

    assert taken.get().drawn_at is None


def test_pictures_of_another_layout_are_not_put_to_these_words(ada):
    version = make.ready_version(ada)
    Version.objects.filter(pk=version.pk).update(drawn_at=None)
    before = drawn(version)

    copies.complete(version, Manuscript("pdf", version.text, ()))

    assert Version.objects.get().drawn_at
    assert drawn(version) == before
