"""Writing a text here."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import User
from mentorship.documents.models import Document
from tests import make

pytestmark = pytest.mark.django_db


def begin(client: Client, **fields: str) -> Any:  # the test client's own response
    """Send the form that begins a text."""
    typed = {"kind": "cover_letter", "title": "Dear Sam", "note": "", "key": str(uuid4())}
    return client.post("/documents/write/", typed | fields)


def keep(client: Client, document: Document, text: str, revision: int, **fields: str) -> Any:
    """Send the working text."""
    script = {"Fragment-For": "http://testserver/"} if fields.pop("script", "") else {}
    sent = {"text": text, "revision": revision, "key": str(uuid4()), **fields}
    return client.post(f"{document.get_absolute_url()}draft/", sent, headers=script)


def test_a_text_is_begun_once_and_leads_to_its_page(browser_of_ada: Client) -> None:
    key = str(uuid4())

    answers = [begin(browser_of_ada, key=key) for _ in range(2)]

    made = Document.objects.get()
    assert made.title == "Dear Sam"
    assert {answer["Location"] for answer in answers} == {f"{made.get_absolute_url()}draft/"}


def test_a_text_without_a_name_is_asked_for_it(browser_of_ada: Client) -> None:
    response = begin(browser_of_ada, title="", note="For a bakery.")

    assert response.status_code == 422
    assert "For a bakery." in response.content.decode()
    assert not Document.objects.exists()


def test_what_is_typed_is_kept_with_its_line_ends_as_we_keep_them(
    browser_of_ada: Client, ada: User
) -> None:
    document = make.draft(ada, text="Dear")

    response = keep(browser_of_ada, document, "Dear Sam,\r\n\r\nyours", 1)

    assert response.status_code == 302
    assert Document.objects.get().draft == "Dear Sam,\n\nyours"


def test_a_script_hears_the_time_and_the_revision(browser_of_ada: Client, ada: User) -> None:
    document = make.draft(ada, text="Dear")

    response = keep(browser_of_ada, document, "Dear Sam", 1, script="yes")

    assert response.status_code == 200
    assert 'data-revision="2"' in response.content.decode()
    assert "Saved at" in response.content.decode()
    assert "<html" not in response.content.decode()


@pytest.mark.parametrize("script", ["", "yes"])
def test_a_stale_text_overwrites_nothing_and_both_are_shown(
    browser_of_ada: Client, ada: User, script: str
) -> None:
    document = make.draft(ada, text="Theirs")

    response = keep(browser_of_ada, document, "Mine", 0, script=script)

    page = response.content.decode()
    assert response.status_code == 409
    assert "Theirs" in page
    assert 'data-revision="1"' in page
    assert ("Mine" in page) is not bool(script)  # the script has it in the page already
    assert Document.objects.get().draft == "Theirs"


def test_having_seen_both_one_may_keep_ones_own(browser_of_ada: Client, ada: User) -> None:
    document = make.draft(ada, text="Theirs")
    page = keep(browser_of_ada, document, "Mine", 0).context["form"]
    shown = (page["text"].value(), page["revision"].value())

    keep(browser_of_ada, document, *shown)

    assert shown == ("Mine", "1")
    assert Document.objects.get().draft == "Mine"


def test_a_text_without_a_revision_overwrites_nothing(browser_of_ada: Client, ada: User) -> None:
    document = make.draft(ada, text="Theirs")

    response = browser_of_ada.post(f"{document.get_absolute_url()}draft/", {"text": "Mine"})

    assert response.status_code == 422
    assert "Mine" in response.content.decode()
    assert Document.objects.get().draft == "Theirs"


def test_saving_as_a_version_freezes_what_was_typed_last(browser_of_ada: Client, ada: User) -> None:
    document, key = make.draft(ada, text="Dear"), str(uuid4())

    answers = [
        keep(browser_of_ada, document, "Dear Sam", revision, key=key, version="1")
        for revision in (1, 2)
    ]

    version = document.versions.get()
    assert version.size == len("Dear Sam")
    assert [answer["Location"] for answer in answers] == [version.get_absolute_url()] * 2


def test_an_empty_text_becomes_no_version(browser_of_ada: Client, ada: User) -> None:
    document = make.draft(ada, text="Dear")

    response = keep(browser_of_ada, document, "  ", 1, version="1")

    assert response.status_code == 422
    assert "Write something first." in response.content.decode()
    assert response.context["form"]["revision"].value() == "2"
    assert not document.versions.exists()


def test_the_page_shows_the_text_as_it_was_kept(browser_of_ada: Client, ada: User) -> None:
    document = make.draft(ada, text="\nDear <Sam>")

    form = browser_of_ada.get(f"{document.get_absolute_url()}draft/").context["form"]

    assert (form["text"].value(), form["revision"].value()) == ("\nDear <Sam>", 1)
