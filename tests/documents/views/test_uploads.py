"""Files in, documents out."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from mentorship.documents.models import Document
from tests import make

pytestmark = pytest.mark.django_db

NEW = "/documents/new/"


def text(
    name: str = "ada_cv.txt", content: bytes = b"Ada Lovelace, programmer"
) -> SimpleUploadedFile:
    """A small file."""
    return SimpleUploadedFile(name, content)


def post(
    client: Client, address: str, *files: SimpleUploadedFile, script: bool = False, **fields: str
) -> Any:  # the test client's own response
    """Send the form, as a browser does, or as <upload-files> does."""
    headers = {"Fragment-For": "http://testserver/"} if script else {}
    sent = {"key": str(uuid4()), "note": "", "file": files, **fields}
    return client.post(address, sent, headers=headers)


def test_one_file_becomes_a_document_named_after_it(browser_of_ada: Client, ada: User) -> None:
    response = post(browser_of_ada, NEW, text(), note="For a bakery.")

    made = Document.objects.get()
    assert (made.owner, made.title, made.kind, made.note) == (
        ada,
        "Ada CV",
        "resume",
        "For a bakery.",
    )
    assert response.status_code == 302
    assert response["Location"] == made.versions.get().get_absolute_url()


def test_several_files_become_several_documents(browser_of_ada: Client) -> None:
    response = post(browser_of_ada, NEW, text(), text("cover_letter.md", b"# Dear Sam"))

    assert response["Location"] == "/documents/"
    made = Document.objects.order_by("title").values_list("title", "kind")
    assert list(made) == [("Ada CV", "resume"), ("Cover letter", "cover_letter")]


def test_title_and_kind_that_were_chosen_count(browser_of_ada: Client) -> None:
    post(browser_of_ada, NEW, text(), title="  Short   one ", kind="other")

    assert list(Document.objects.values_list("title", "kind")) == [("Short one", "other")]


def test_sending_the_form_twice_makes_one_document(browser_of_ada: Client) -> None:
    key = str(uuid4())

    answers = [post(browser_of_ada, NEW, text(), key=key) for _ in range(2)]

    assert Document.objects.count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]


def test_another_file_in_the_same_form_is_another_document(browser_of_ada: Client) -> None:
    key = str(uuid4())

    post(browser_of_ada, NEW, text(), key=key)
    post(browser_of_ada, NEW, text(content=b"Quite another text"), key=key)

    assert Document.objects.count() == 2


def test_a_refused_file_says_why_and_keeps_no_other_back(browser_of_ada: Client) -> None:
    bad = text("cv.pdf", b"\x89PNG\r\n\x1a\nnot a PDF")

    response = post(browser_of_ada, NEW, bad, text(), note="For a bakery.")

    page = response.content.decode()
    assert response.status_code == 422
    assert "its content is a picture" in page
    assert "For a bakery." in page
    assert Document.objects.get().title == "Ada CV"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("cv.txt", b"", "This file is empty."),
        ("cv.pages", b"Ada", "Files ending in “.pages” cannot be read here."),
        ("cv.txt", b"a" * (10 * 1024 * 1024 + 1), "This file is larger than 10.0"),
    ],
)
def test_what_cannot_be_read_is_refused_at_once(
    browser_of_ada: Client, name: str, content: bytes, why: str
) -> None:
    response = post(browser_of_ada, NEW, text(name, content), script=True)

    assert response.status_code == 422
    assert why in response.content.decode()
    assert not Document.objects.exists()


def test_no_file_is_said_beside_the_field(browser_of_ada: Client) -> None:
    response = post(browser_of_ada, NEW, note="For a bakery.")

    assert response.status_code == 422
    assert response.content.decode().count("Choose a file first.") == 2  # summary and field
    assert "For a bakery." in response.content.decode()


def test_the_form_shown_again_has_a_fresh_key(browser_of_ada: Client) -> None:
    key = str(uuid4())

    response = post(browser_of_ada, NEW, text("cv.txt", b""), key=key)

    assert key not in response.content.decode()


def test_a_script_is_told_where_the_document_is(browser_of_ada: Client) -> None:
    response = post(browser_of_ada, NEW, text(), script=True)

    made = Document.objects.get()
    assert response.status_code == 201
    assert response["Location"] == made.versions.get().get_absolute_url()
    assert made.get_absolute_url() in response.content.decode()
    assert "<html" not in response.content.decode()


def test_a_title_that_is_too_long_is_said_to_a_script(browser_of_ada: Client) -> None:
    response = post(browser_of_ada, NEW, text(), script=True, title="a" * 121)

    assert response.status_code == 422
    assert "Title: 1 character too many." in response.content.decode()


def test_a_new_version_is_numbered_and_leaves_the_earlier(
    browser_of_ada: Client, ada: User
) -> None:
    document = make.document(ada)

    response = post(browser_of_ada, f"{document.get_absolute_url()}versions/", text())

    newest = document.versions.get(number=2)
    assert response["Location"] == newest.get_absolute_url()
    assert document.versions.count() == 2


def test_a_new_version_sent_twice_is_one(browser_of_ada: Client, ada: User) -> None:
    document, key = make.document(ada), str(uuid4())

    for _ in range(2):
        post(browser_of_ada, f"{document.get_absolute_url()}versions/", text(), key=key)

    assert document.versions.count() == 2


@pytest.mark.parametrize("script", [False, True])
def test_a_refused_version_says_why(browser_of_ada: Client, ada: User, script: bool) -> None:
    document = make.document(ada)
    address = f"{document.get_absolute_url()}versions/"

    response = post(browser_of_ada, address, text("cv.pdf", b"no"), script=script)

    assert response.status_code == 422
    assert "its content is plain text" in response.content.decode()
    assert ("<html" in response.content.decode()) is not script
    assert document.versions.count() == 1


@pytest.mark.parametrize("script", [False, True])
def test_no_file_makes_no_version(browser_of_ada: Client, ada: User, script: bool) -> None:
    document = make.document(ada)

    response = post(browser_of_ada, f"{document.get_absolute_url()}versions/", script=script)

    assert response.status_code == 422
    assert "Choose a file first." in response.content.decode()


def test_a_store_that_takes_nothing_is_said_to_be_ours(
    browser_of_ada: Client, tmp_path: Path
) -> None:
    (tmp_path / "files").write_text("a file where the folder was")

    response = post(browser_of_ada, NEW, text())

    assert response.status_code == 503
    assert "This one is on us" in response.content.decode()
    assert not Document.objects.exists()
