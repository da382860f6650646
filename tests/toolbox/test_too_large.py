"""What is more than the service takes at once is answered by a page that says what to do."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests import make

pytestmark = pytest.mark.django_db
MUCH = "x" * (3 * 1024 * 1024)
HEADING = "<h1>That is too large to send at once</h1>"


def sent(data: dict[str, object], *, to: str, by: Client) -> HttpResponse:
    return by.post(to, data)


@pytest.fixture
def ada(client: Client) -> Client:
    client.force_login(make.person("Ada"))
    return client


@pytest.fixture
def uploads() -> str:
    return reverse("documents:upload")


def test_too_much_text_is_answered_by_what_to_do(ada: Client, uploads: str) -> None:
    answer = sent({"note": MUCH}, to=uploads, by=ada)

    page = answer.content.decode()
    assert answer.status_code == 413
    assert HEADING in page
    assert "more text than this service takes at once (2.0\xa0MB)" in page
    assert "What you typed is still on the page you came from" in page
    assert MUCH[:100] not in page


def test_too_many_fields_too(ada: Client, uploads: str) -> None:
    answer = sent({f"field{number}": "a" for number in range(1100)}, to=uploads, by=ada)

    assert answer.status_code == 413
    assert "more fields than this service takes at once" in answer.content.decode()


def test_and_too_many_files(ada: Client, uploads: str) -> None:
    files = [SimpleUploadedFile(f"{number}.txt", b"a") for number in range(21)]

    answer = sent({"file": files}, to=uploads, by=ada)

    assert answer.status_code == 413
    assert "Choose at most 20 files at a time" in answer.content.decode()


class Unread(BytesIO):
    """A body that nobody may read."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise AssertionError("the body was read")


@pytest.mark.parametrize("path", ["account_login", "home:landing", "documents:upload"])
def test_a_body_that_says_how_large_it_is_is_refused_before_anything_reads_it(path: str) -> None:
    request = {"CONTENT_LENGTH": str(300 * 1024 * 1024), "CONTENT_TYPE": "multipart/form-data"}

    answer = Client(enforce_csrf_checks=True).generic(
        "POST", reverse(path), **request, **{"wsgi.input": Unread()}
    )

    page = answer.content.decode()
    assert answer.status_code == 413
    assert HEADING in page
    assert "Make it shorter, or send it in parts. To send files, sign in first." in page


def test_who_may_send_files_reads_that_they_are_too_large(ada: Client, uploads: str) -> None:
    request = {"CONTENT_LENGTH": str(300 * 1024 * 1024), "CONTENT_TYPE": "multipart/form-data"}

    answer = ada.generic("POST", uploads, **request, **{"wsgi.input": Unread()})

    assert answer.status_code == 413
    assert "Send fewer files, or smaller ones." in answer.content.decode()


def test_only_who_is_signed_in_sends_as_much_as_a_file(ada: Client, uploads: str) -> None:
    request = {"CONTENT_LENGTH": str(11 * 1024 * 1024), "CONTENT_TYPE": "multipart/form-data"}
    unread = {"wsgi.input": Unread()}

    assert Client().generic("POST", uploads, **request, **unread).status_code == 413
    assert ada.generic("POST", uploads, **request, **unread).status_code != 413


def test_a_body_in_chunks_of_unknown_length_is_refused(client: Client) -> None:
    answer = client.post("/account/login/", headers={"transfer-encoding": "chunked"})

    assert answer.status_code == 413


def test_nobody_has_to_be_signed_in_for_it(client: Client) -> None:
    for address in (reverse("account_login"), reverse("home:landing")):
        assert sent({"login": MUCH}, to=address, by=client).status_code == 413


def test_another_bad_request_stays_one(ada: Client, uploads: str) -> None:
    answer = ada.post(uploads, b"no parts", content_type="multipart/form-data")

    assert answer.status_code == 400
