"""What its owner says about a version: what is new in it, and that it was sent."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from mentorship.trail.models import Activity
from tests import make
from tests.browsing.browsers import signed_in

pytestmark = pytest.mark.django_db

OLD = "Ada Lovelace\n\nWrote the first program, for a machine that was never built.\n"
NEW = "Ada Lovelace\n\nWrote two programs, for a machine that was never built.\n\nLikes horses.\n"


@pytest.fixture
def first(ada: User) -> Version:
    """Version 1."""
    return make.ready_version(ada, text=OLD)


@pytest.fixture
def second(first: Version) -> Version:
    """Version 2 of the same document."""
    return make.ready(make.version(first.document, text=NEW))


def kinds(version: Version) -> list[str]:
    """What the trail says happened to it."""
    thing = f"version:{version.document.ref}/{version.number}"
    return list(Activity.objects.filter(thing=thing).order_by("pk").values_list("kind", flat=True))


# ---- What is new in it


def test_a_version_comes_with_a_line_about_what_is_new(browser_of_ada: Client, first: Version):
    file = SimpleUploadedFile("cv.txt", b"Ada Lovelace\n")
    form = {"file": file, "key": str(uuid4()), "change": "  Results \n first "}

    browser_of_ada.post(f"{first.document.get_absolute_url()}versions/", form)

    assert first.document.versions.get(number=2).change == "Results first"


def test_a_written_text_is_saved_with_a_line_about_what_is_new(browser_of_ada: Client, ada: User):
    draft = make.draft(ada, text="Dear Sam")
    address = f"{draft.get_absolute_url()}draft/"
    form = {"text": "Dear Sam", "revision": 1, "version": "1", "change": "Shorter"}

    browser_of_ada.post(address, {**form, "key": str(uuid4())})
    is_asked = "What is new?" in browser_of_ada.get(address).content.decode()
    browser_of_ada.post(address, {**form, "key": str(uuid4())})

    assert is_asked
    saved = draft.versions.order_by("number").values_list("number", "change")
    assert list(saved) == [(1, ""), (2, "Shorter")]


def test_a_first_version_is_not_asked_what_is_new(browser_of_ada: Client, ada: User):
    page = browser_of_ada.get(f"{make.draft(ada).get_absolute_url()}draft/").content.decode()

    assert "Save as a version" in page
    assert "What is new?" not in page


def test_what_is_new_can_be_said_later(browser_of_ada: Client, second: Version):
    answer = browser_of_ada.post(
        f"{second.document.get_absolute_url()}versions/2/change/", {"change": "Two programs"}
    )

    second.refresh_from_db()
    assert second.change == "Two programs"
    assert "Two programs" in browser_of_ada.get(answer["Location"]).content.decode()
    assert "Two programs" in browser_of_ada.get(second.get_absolute_url()).content.decode()


def test_a_line_that_is_too_long_comes_back(browser_of_ada: Client, second: Version):
    answer = browser_of_ada.post(
        f"{second.document.get_absolute_url()}versions/2/change/", {"change": "x" * 301}
    )

    assert answer.status_code == 422
    assert "x" * 301 in answer.content.decode()


# ---- Sent


def test_a_version_is_marked_as_sent_once(ada: User, first: Version):
    actions.mark_sent(first, by=as_account(ada), sent_to="Harbour Freight")
    at = first.sent_at

    actions.mark_sent(first, by=as_account(ada), sent_to="Hale Parcels")

    first.refresh_from_db()
    assert (first.sent_at, first.sent_to) == (at, "Hale Parcels")
    assert kinds(first) == ["uploaded", "sent"]


def test_the_mark_is_taken_back_once(ada: User, first: Version):
    actions.mark_sent(first, by=as_account(ada), sent_to="Harbour Freight")

    for _ in range(2):
        actions.take_back_sent(first, by=as_account(ada))

    first.refresh_from_db()
    assert (first.sent_at, first.sent_to) == (None, "")
    assert kinds(first) == ["uploaded", "sent", "unsent"]


def test_losing_the_mark_is_asked_about_first(browser_of_ada: Client, ada: User, first: Version):
    here = f"{first.document.get_absolute_url()}versions/1/sent/"
    browser_of_ada.post(here, {"sent_to": "Harbour Freight"})

    asked = browser_of_ada.get(f"{here}removal/").content.decode()

    first.refresh_from_db()
    assert "Mark version 1 as not sent?" in asked
    assert first.sent_at
    browser_of_ada.post(f"{here}removal/")
    first.refresh_from_db()
    assert first.sent_at is None


def test_an_employer_is_a_name_and_leads_nowhere(browser_of_ada: Client, first: Version):
    here = f"{first.document.get_absolute_url()}versions/1/sent/"

    answer = browser_of_ada.post(here, {"sent_to": "see www.example.com"})

    first.refresh_from_db()
    assert answer.status_code == 422
    assert "without a link" in answer.content.decode()
    assert first.sent_at is None


def test_readers_see_that_it_was_sent_and_not_to_whom(ada: User, first: Version):
    ben = make.person("Ben")
    make.grant(first.document, to=ben)
    actions.mark_sent(first, by=as_account(ada), sent_to="Harbour Freight")

    for_ben, for_ada = (
        signed_in(person).get(first.get_absolute_url()).content.decode() for person in (ben, ada)
    )

    assert "Sent to an employer on" in for_ben
    assert "Harbour Freight" not in for_ben
    assert "Sent to Harbour Freight on" in for_ada


@pytest.mark.parametrize(
    "act",
    [
        lambda version, by: actions.mark_sent(version, by=by, sent_to=""),
        lambda version, by: actions.take_back_sent(version, by=by),
        lambda version, by: actions.say_what_is_new(version, by=by, change="Mine"),
    ],
)
def test_only_its_owner_says_something_about_a_version(first: Version, act):
    ben = make.person("Ben")
    make.grant(first.document, to=ben)

    with pytest.raises(Refused) as refused:
        act(first, as_account(ben))

    assert refused.value.code == "may-not"
