"""How much one person may have here: generous, counted so that nobody passes it, told in a sentence."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from accounts.reader import as_account
from mentorship import limits
from mentorship.documents import actions
from mentorship.documents.models import Document, Version
from mentorship.toolbox.refused import Refused
from tests import make
from tests.make.pdfs import LETTER, noise_on

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024
LINES = b"Ada Lovelace\n\nWrote the first program.\n"


def upload(ada: User, raw: bytes = LINES, name: str = "cv.txt") -> Version:
    """One more document of hers."""
    file = ContentFile(raw, name=name)
    facts = {"kind": "resume", "title": "CV", "note": "", "key": uuid4()}
    return actions.upload(by=as_account(ada), file=file, **facts).versions.get()


def refusal(ada: User) -> str:
    """Why one more document of hers is not taken; empty when it is."""
    try:
        upload(ada)
    except Refused as refused:
        return refused.code
    return ""


def test_somebody_with_much_to_upload_has_room_in_all_of_it(settings: Settings):
    assert limits.MAX_UPLOADS_AN_HOUR >= 4 * settings.DATA_UPLOAD_MAX_NUMBER_FILES
    assert limits.MAX_FILES_WAITING >= 2 * settings.DATA_UPLOAD_MAX_NUMBER_FILES
    assert settings.MAX_FILES_PER_PERSON >= 1000
    assert settings.MAX_MEGABYTES_OF_FILES * MEGABYTE >= 100 * settings.UPLOAD_LIMIT


def test_so_many_files_wait_to_be_prepared_and_one_that_is_ready_makes_room(
    ada: User, settings: Settings
):
    settings.MAX_FILES_WAITING = 2
    waiting = [upload(ada), upload(ada)]

    assert refusal(ada) == "too-many-waiting"
    assert refusal(make.person("Ben")) == ""
    make.ready(waiting[0])
    assert refusal(ada) == ""


def test_so_many_files_are_uploaded_within_an_hour_deleted_ones_too(ada: User, settings: Settings):
    settings.MAX_UPLOADS_AN_HOUR = 2
    actions.delete(upload(ada).document, by=as_account(ada))
    upload(ada)

    assert refusal(ada) == "too-many-uploads"
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert refusal(ada) == ""


def test_so_many_files_are_kept_texts_that_are_written_here_among_them(
    ada: User, settings: Settings
):
    settings.MAX_FILES_PER_PERSON = 3
    kept = upload(ada)
    make.draft(ada)
    actions.add_version(
        kept.document, by=as_account(ada), key=uuid4(), file=ContentFile(LINES, name="cv.txt")
    )

    assert refusal(ada) == "too-many-files"
    with pytest.raises(Refused, match="too-many-files"):
        make.draft(ada)
    actions.delete(kept.document, by=as_account(ada))
    assert refusal(ada) == ""


def test_so_many_bytes_of_files_are_kept_to_the_last_byte(ada: User, settings: Settings):
    settings.MAX_MEGABYTES_OF_FILES = 1
    upload(ada, b"a" * (MEGABYTE - len(LINES)))

    assert refusal(ada) == ""
    assert refusal(ada) == "no-room"


def test_so_many_bytes_of_pages_are_kept_and_those_under_way_are_counted_at_their_most(
    ada: User, settings: Settings
):
    settings.MAX_MEGABYTES_OF_IMAGES_PER_VERSION, settings.MAX_MEGABYTES_OF_IMAGES = 2, 5
    ready = make.ready(upload(ada))
    Version.objects.filter(pk=ready.pk).update(image_bytes=3 * MEGABYTE)

    assert refusal(ada) == ""
    assert refusal(ada) == "no-room-for-pages"


def test_a_version_knows_how_many_bytes_its_pages_take_up(ada: User):
    version = make.ready_version(ada)

    folder = version.original.partition("/")[0]
    _folders, files = default_storage.listdir(folder)
    images = [name for name in files if name.endswith(".webp")]

    assert images
    assert version.image_bytes == sum(default_storage.size(f"{folder}/{one}") for one in images)


def test_the_pages_of_one_version_take_up_no_more_than_is_set(ada: User, settings: Settings):
    settings.MAX_MEGABYTES_OF_IMAGES_PER_VERSION = 1

    version = make.ready(upload(ada, noise_on(4, LETTER), "cv.pdf"))

    assert MEGABYTE // 2 < version.image_bytes <= MEGABYTE


def test_a_refused_file_leaves_neither_row_nor_bytes(ada: User, settings: Settings):
    settings.MAX_FILES_PER_PERSON = 1
    upload(ada)

    assert refusal(ada) == "too-many-files"

    assert Document.objects.count() == 1
    assert len(default_storage.listdir("")[0]) == 1


def test_a_form_sent_again_is_the_same_document_also_when_there_is_no_more_room(
    ada: User, settings: Settings
):
    settings.MAX_UPLOADS_AN_HOUR = 1
    facts = {"kind": "resume", "title": "CV", "note": "", "key": uuid4()}
    sent = [ContentFile(LINES, name="cv.txt") for _ in range(2)]

    first, second = (actions.upload(by=as_account(ada), file=file, **facts) for file in sent)

    assert first == second


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("budget", ["MAX_UPLOADS_AN_HOUR", "MAX_FILES_WAITING"])
def test_many_that_come_at_once_pass_no_budget_together(ada: User, settings: Settings, budget: str):
    setattr(settings, budget, 3)

    def once(_: int) -> str:
        try:
            return refusal(ada)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(once, range(8)))

    assert answers.count("") == 3
    assert Version.objects.count() == 3
    assert len(default_storage.listdir("")[0]) == 3


@pytest.mark.django_db(transaction=True)
def test_versions_of_several_documents_that_come_at_once_pass_none_either(
    ada: User, settings: Settings
):
    documents = [make.document(ada) for _ in range(6)]
    settings.MAX_FILES_PER_PERSON = 8

    def once(document: Document) -> bool:
        file = ContentFile(LINES, name="cv.txt")
        try:
            actions.add_version(document, by=as_account(ada), key=uuid4(), file=file)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(once, documents)) == 2


def test_the_page_says_why_and_keeps_what_was_typed(
    ada: User, browser_of_ada: Client, settings: Settings
):
    settings.MAX_UPLOADS_AN_HOUR = 1
    upload(ada)
    file = SimpleUploadedFile("cv.txt", LINES)
    typed = {"note": "For the poet.", "kind": "other", "key": uuid4(), "file": file}

    answer = browser_of_ada.post(reverse("documents:upload"), typed)

    page = answer.content.decode()
    assert answer.status_code == 429
    assert "This is more than one person can upload in an hour (1)." in page
    assert "For the poet." in page
    assert 'value="other" selected' in page


def test_a_next_version_that_finds_no_room_keeps_its_line(
    ada: User, browser_of_ada: Client, settings: Settings
):
    settings.MAX_FILES_PER_PERSON = 1
    document = make.document(ada)
    file = SimpleUploadedFile("cv.txt", LINES)
    typed = {"change": "Shorter.", "key": uuid4(), "file": file}

    answer = browser_of_ada.post(reverse("documents:versions", args=[document.ref]), typed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "You keep 1 file here" in page
    assert "Shorter." in page


def test_a_text_written_here_that_finds_no_room_is_kept_as_it_is(
    ada: User, browser_of_ada: Client, settings: Settings
):
    letter = make.draft(ada, text="Dear reader,")
    settings.MAX_FILES_PER_PERSON = 0
    typed = {"text": "Dear reader, hello.", "revision": letter.draft_revision, "key": uuid4()}

    answer = browser_of_ada.post(
        reverse("documents:draft", args=[letter.ref]), {**typed, "version": "1"}
    )

    letter.refresh_from_db()
    assert answer.status_code == 422
    assert "there is no room for more" in answer.content.decode()
    assert letter.draft == "Dear reader, hello."


def test_a_text_that_cannot_be_begun_keeps_its_title(
    ada: User, browser_of_ada: Client, settings: Settings
):
    settings.MAX_FILES_PER_PERSON = 0

    typed = {"kind": "other", "title": "Letter to Babbage", "note": "", "key": uuid4()}
    answer = browser_of_ada.post(reverse("documents:writing"), typed)

    assert answer.status_code == 422
    assert "there is no room for more" in answer.content.decode()
    assert "Letter to Babbage" in answer.content.decode()
