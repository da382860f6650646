"""What people do to documents, at once and twice: nothing is doubled, nothing is lost."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.documents import actions
from mentorship.documents.models import Document, Grant, Version
from mentorship.toolbox.refused import Refused
from mentorship.trail.models import Activity
from tests import make

FILE = b"Ada Lovelace\n\nWrote the first program.\n"


def at_once(act: Callable[[], Any], times: int = 6) -> list[Any]:
    """What `act` gives when several browsers do it at the same time."""

    def alone(_: int) -> Any:
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(alone, range(times)))


def text_file() -> ContentFile:  # type: ignore[type-arg]  # bytes
    """A plain text as it comes from a form."""
    return ContentFile(FILE, name="cv.txt")


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_many_times_at_once_makes_one_document(ada: User):
    facts = {"kind": "resume", "title": "CV", "note": "", "key": uuid4()}

    made = at_once(lambda: actions.upload(by=as_account(ada), file=text_file(), **facts))

    assert {document.pk for document in made} == {Document.objects.get().pk}
    assert Version.objects.count() == 1
    assert len(default_storage.listdir("")[0]) == 1


class Overtaken(ContentFile):  # type: ignore[type-arg]  # bytes
    """While its bytes are kept, and were read once before, something else is quicker."""

    def __init__(self, overtake: Callable[[], object]) -> None:
        super().__init__(FILE, name="cv.txt")
        self.left = [overtake, lambda: None]

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        if self.left:
            self.left.pop()()
        return super().chunks(chunk_size)


@pytest.mark.django_db
def test_a_form_that_is_overtaken_by_itself_makes_no_second_document(ada: User):
    facts = {"kind": "resume", "title": "CV", "note": "", "key": uuid4(), "by": as_account(ada)}
    file = Overtaken(lambda: actions.upload(file=text_file(), **facts))

    made = actions.upload(file=file, **facts)

    assert file.left == []
    assert (made, Version.objects.count()) == (Document.objects.get(), 1)
    assert len(default_storage.listdir("")[0]) == 1


@pytest.mark.django_db(transaction=True)
def test_one_version_sent_many_times_at_once_is_one_version(ada: User):
    document, key = make.document(ada), uuid4()
    by = as_account(ada)

    at_once(lambda: actions.add_version(document, by=by, key=key, file=text_file()))

    assert sorted(document.versions.values_list("number", flat=True)) == [1, 2]
    assert len(default_storage.listdir("")[0]) == 2


@pytest.mark.django_db(transaction=True)
def test_versions_uploaded_at_once_get_a_number_each(ada: User):
    document, by = make.document(ada), as_account(ada)

    at_once(lambda: actions.add_version(document, by=by, key=uuid4(), file=text_file()))

    assert sorted(document.versions.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.django_db
def test_beginning_a_text_twice_begins_one(ada: User):
    facts = {"kind": "cover_letter", "title": "Letter", "note": "", "key": uuid4()}

    first = actions.begin_text(by=as_account(ada), **facts)

    assert actions.begin_text(by=as_account(ada), **facts) == first
    assert Activity.objects.filter(kind="began").count() == 1


@pytest.mark.django_db
def test_a_draft_saved_twice_with_one_key_is_one_version(ada: User):
    letter, key = make.draft(ada), uuid4()

    first = actions.save_as_version(letter, by=as_account(ada), key=key)

    assert actions.save_as_version(letter, by=as_account(ada), key=key) == first


@pytest.mark.django_db
def test_the_same_text_saved_again_is_no_new_revision(ada: User):
    letter = make.draft(ada, text="Dear reader,")

    kept = actions.save_draft(letter, by=as_account(ada), text="Dear reader,", revision=0)

    assert kept.draft_revision == letter.draft_revision


GONE: dict[str, Callable[[Version], object]] = {
    "says what is new": lambda it: actions.say_what_is_new(it, by=owner(it), change="Shorter."),
    "marks it as sent": lambda it: actions.mark_sent(it, by=owner(it), sent_to="Acme"),
    "takes that back": lambda it: actions.take_back_sent(it, by=owner(it)),
    "gives another title": lambda it: actions.describe(
        it.document, by=owner(it), kind="resume", title="CV", note=""
    ),
    "writes on": lambda it: actions.save_draft(it.document, by=owner(it), text="Dear", revision=0),
    "saves the draft": lambda it: actions.save_as_version(it.document, by=owner(it), key=uuid4()),
    "adds a version": lambda it: actions.add_version(
        it.document, by=owner(it), key=uuid4(), file=text_file()
    ),
    "deletes the version": lambda it: actions.delete_version(it, by=owner(it)),
}


def owner(version: Version) -> Reader:
    """Whoever it belongs to, signed in."""
    return as_account(version.document.owner)


@pytest.mark.django_db
@pytest.mark.parametrize("press", GONE)
def test_a_press_on_what_another_window_has_just_deleted_hears_that(ada: User, press: str):
    made = make.ready_version(ada)
    before = Version.objects.select_related("document__owner").get(pk=made.pk)
    actions.delete(made.document, by=as_account(ada))

    with pytest.raises(Refused) as refusal:
        GONE[press](before)

    assert refusal.value.code == "deleted"


@pytest.mark.django_db(transaction=True)
def test_deleting_takes_rows_and_files_and_leaves_what_happened(ada: User):
    document = make.ready_version(ada).document

    actions.delete(document, by=as_account(ada))

    assert (Document.objects.count(), Version.objects.count()) == (0, 0)
    assert default_storage.listdir("") == ([], [])
    assert Activity.objects.filter(kind="deleted", owner=ada).count() == 1


@pytest.mark.django_db
def test_a_reading_by_somebody_else_is_written_down_and_ones_own_is_not(ada: User):
    version = make.ready_version(ada)
    ben = make.invited("Ben")
    make.grant(version.document, ben)

    actions.note_reading(version, by=as_account(ada), what="read")
    actions.note_reading(version, by=as_account(ben), what="read")

    read = Activity.objects.filter(kind="read")
    assert [activity.actor for activity in read] == [ben]


@pytest.mark.django_db
def test_a_grant_is_given_by_the_owner_alone(ada: User):
    document, ben = make.document(ada), make.invited("Ben")
    source = {"source": Grant.Source.GROUP, "source_id": 1}

    with pytest.raises(Refused, match="not-found"):
        actions.grant(document, by=as_account(ben), person=ben, **source)

    given = actions.grant(document, by=as_account(ada), person=ben, **source)
    assert actions.grant(document, by=as_account(ada), person=ben, **source) == given


@pytest.mark.django_db
def test_a_mentor_who_leaves_ends_her_own_grant_and_no_other(ada: User):
    document, ben, eve = make.document(ada), make.invited("Ben"), make.invited("Eve")
    by, group = as_account(ada), {"source": Grant.Source.GROUP}
    bens = actions.grant(document, by=by, person=ben, source_id=1, **group)
    eves = actions.grant(document, by=by, person=eve, source_id=2, **group)

    actions.end_grant(document, by=as_account(ben), source_id=2, **group)
    actions.end_grant(document, by=as_account(ben), source_id=1, **group)

    assert list(document.grants.live()) == [eves]
    assert bens not in document.grants.live()


@pytest.mark.django_db
def test_the_name_of_a_file_from_a_mac_is_kept_as_people_type_it(ada: User):
    file = ContentFile(FILE, name="Ko\u0308ln.txt")

    facts = {"kind": "resume", "title": "CV", "note": "", "key": uuid4()}
    actions.upload(by=as_account(ada), file=file, **facts)

    assert Version.objects.get().filename == "Köln.txt"
