"""What is deleted is deleted: no word of it is left in database, files or letters."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.apps import apps
from django.core import serializers
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.models import User
from accounts.reader import as_account
from mentorship.critique import actions as critique
from mentorship.critique.workers import carrying
from mentorship.documents import actions, additions
from mentorship.documents.models import Document, Version
from mentorship.documents.store import files as store
from mentorship.documents.store.files import Kept
from mentorship.notifications import forgetting
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in
from tests.make import saying

pytestmark = pytest.mark.django_db
WORDS = ("Zanzibarine", "Quixotical", "Perspicuous", "Umbrageous", "Voluminous", "Loquacious")
TITLE, TEXT, COMMENT, SUMMARY, SENTENCE, QUESTION = WORDS


def dump() -> str:
    """Every row of every model, as text."""
    rows: list[dict[str, Any]] = []
    for model in apps.get_models():
        rows += serializers.serialize("python", model._base_manager.all())
    return json.dumps(rows, default=str)


def files() -> list[Path]:
    """All that lies in the file store but the mark of whose it is."""
    place = Path(default_storage.path(""))
    return [path for path in place.rglob("*") if path.is_file() and path.name == "original"]


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def version(ada: User) -> Version:
    """A document that was asked about, commented on, answered and mailed about."""
    version = make.ready_version(ada, title=TITLE, text=f"Ada\n\nA {TEXT} sentence stands here.\n")
    ben = make.invited("Ben")
    asked = {"sentence": f"{SENTENCE} words", "questions": [f"{QUESTION}?"]}
    invitation = make.invitation(version.document, ben, **asked)
    gathering.gather()
    mentor = make.visitor(version.document.grants.get(person=ben))
    saying.draft(version, mentor, text=f"{COMMENT} indeed")
    critique.finish(invitation.round, by=mentor, summary=f"{SUMMARY} in all", verdict="ready")
    gathering.gather()
    return version


def delete(document: Document, capture: DjangoCaptureOnCommitCallbacks) -> None:
    with capture(execute=True):
        actions.delete(document, by=as_account(document.owner))


def test_no_word_of_it_is_left(
    version: Version, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    assert [word for word in WORDS if word not in dump()] == []
    assert files()

    delete(version.document, django_capture_on_commit_callbacks)

    assert [word for word in WORDS if word in dump()] == []
    assert files() == []


def test_whoever_was_asked_is_told_in_a_letter_without_a_word_of_it(
    version: Version, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    delete(version.document, django_capture_on_commit_callbacks)
    gathering.gather()

    letter = Letter.objects.exclude(text="").get()

    assert (letter.kind, letter.subject) == (
        "circle.gone",
        "Ada has deleted what you were asked to read",
    )
    assert "including what you wrote" in letter.text
    assert [word for word in WORDS if word in dump()] == []


def test_a_letter_that_waits_does_not_leave(
    version: Version, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    Letter.objects.filter(kind="critique.finished").update(state="in_data", lease="a worker's")

    delete(version.document, django_capture_on_commit_callbacks)

    told = Letter.objects.get(kind="critique.finished")
    assert (told.state, told.lease, told.text) == ("suppressed", "", "")


def test_a_round_with_another_document_keeps_its_words(
    ada: User,
    version: Version,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    other = make.ready_version(ada, title="Other").document
    asked = version.document.rounds.get()
    asked.documents.add(other)

    delete(version.document, django_capture_on_commit_callbacks)

    asked.refresh_from_db()
    assert SENTENCE in asked.sentence
    assert COMMENT not in dump()


def test_nobody_who_could_not_have_heard_of_it_is_told(
    ada: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    document = make.ready_version(ada).document
    ben = make.invited("Ben")
    make.invitation(document, ben)

    delete(document, django_capture_on_commit_callbacks)
    gathering.gather()

    assert not Letter.objects.filter(person=ben).exists()
    assert not Notice.objects.filter(person=ben, event__kind="circle.gone").exists()


def test_words_of_letters_go_when_they_are_old_enough(version: Version) -> None:
    before = Letter.objects.exclude(text="").count()
    forgetting.forget_old()
    kept = Letter.objects.exclude(text="").count()

    with time_machine.travel(timezone.now() + timedelta(days=91)):
        forgetting.forget_old()

    assert kept == before > 0
    assert not Letter.objects.exclude(text="", html="", subject="").exists()
    assert Letter.objects.count() >= before


def test_no_word_of_a_deleted_version_is_left_and_its_points_go_with_it(
    ada: User,
    version: Version,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    make.ready(make.version(version.document, text="Ada\n\nQuite another letter, about horses.\n"))

    with django_capture_on_commit_callbacks(execute=True):
        actions.delete_version(version, by=as_account(ada))

    left = dump()
    assert [word for word in (TEXT, COMMENT) if word in left] == []
    assert TITLE in left
    assert len(files()) == 1
    assert Notice.objects.filter(event__kind="critique.version_gone").count() == 1


def test_a_point_that_stands_in_a_later_version_stays_without_the_words_of_the_deleted_one(
    ada: User, version: Version
) -> None:
    later = make.ready(
        make.version(version.document, text="Ada\n\nA better sentence stands here.\n")
    )
    carrying.carry(later.pk)

    actions.delete_version(version, by=as_account(ada))

    left = dump()
    assert COMMENT in left
    assert TEXT not in left


def test_whoever_loses_drafts_with_a_version_is_told(ada: User) -> None:
    version = make.ready_version(ada)
    ben = make.invited("Ben")
    make.invitation(version.document, ben)
    saying.draft(version, make.visitor(version.document.grants.get(person=ben)), text="Unsent.")
    make.ready(make.version(version.document, text="Another.\n"))

    actions.delete_version(version, by=as_account(ada))

    told = Notice.objects.filter(event__kind="critique.version_gone")
    assert [notice.person for notice in told] == [ben]


def test_a_form_that_made_a_deleted_version_leads_to_its_document(ada: User) -> None:
    browser = sign_in(ada)
    form = {"key": "4fd5bd5e-4ee2-4fd8-9e0f-9e2be77a6a4d", "note": ""}

    def send() -> HttpResponse:
        file = SimpleUploadedFile("cv.txt", b"Ada Lovelace\n")
        return browser.post("/documents/new/", {**form, "file": file})

    send()
    first = Version.objects.get(document__owner=ada)
    make.ready(make.version(first.document, text="Another.\n"))
    actions.delete_version(first, by=as_account(ada))

    again = send()

    assert again.status_code == 302
    assert Document.objects.get() == first.document


def test_a_version_for_a_document_that_has_just_gone_is_refused(ada: User) -> None:
    document = make.ready_version(ada).document
    stale = Document.objects.get(pk=document.pk)
    Document.objects.filter(pk=document.pk).delete()

    with pytest.raises(Refused) as refused, transaction.atomic():
        additions.add(stale, uuid4(), "cv.txt", "txt", kept(), by=as_account(ada))

    assert (refused.value.code, refused.value.status) == ("deleted", 409)


def kept() -> Kept:
    """Bytes of an upload, as the store has them."""
    file = ContentFile(b"Ada", name="cv.txt")
    return store.keep_original(file, store.sha256_of(file))


def test_the_only_version_is_the_document(ada: User, version: Version) -> None:
    with pytest.raises(Refused, match="only-version"):
        actions.delete_version(version, by=as_account(ada))


def test_a_number_is_given_once(ada: User, version: Version) -> None:
    second = make.ready(make.version(version.document, text="Another.\n"))
    actions.delete_version(second, by=as_account(ada))

    assert make.version(version.document, text="A third.\n").number == 3


def test_a_version_is_deleted_from_its_document_s_page(ada: User, version: Version) -> None:
    make.ready(make.version(version.document, text="Another.\n"))
    browser = sign_in(ada)
    address = f"{version.document.get_absolute_url()}versions/1/deletion/"

    offered = address in browser.get(version.document.get_absolute_url()).content.decode()
    asked = browser.get(address).content.decode()
    browser.post(address)

    assert offered
    assert "Delete version 1?" in asked
    assert [one.number for one in version.document.versions.all()] == [2]
