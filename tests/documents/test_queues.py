"""Files that take long to open keep nobody's letter waiting."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.browsing.accounts import typed
from tests.infrastructure.client import HttpClient
from tests.infrastructure.service import Service, running_service
from tests.infrastructure.smtp import Received, Sink
from tests.make import samples

pytestmark = pytest.mark.processes

FILES = 12  # each is worked at for half a minute
SOON = 15  # seconds on a machine whose processors are all busy with them


@pytest.fixture
def service(tmp_path: Path, sink: Sink) -> Iterator[Service]:
    with running_service(tmp_path, sink=sink) as started:
        yield started


def sign_up(service: Service, email: str) -> HttpClient:
    """Somebody who has asked for an account."""
    browser = HttpClient(service.port)
    page = "/account/signup/"
    browser.post(page, browser.token(page), typed(email))
    return browser


def code(letter: Received) -> str:
    """What stands in a letter with a code."""
    body = letter.message.get_body(("plain",))
    assert body
    found = re.search(r"^    (\S+)\r?$", body.get_content(), re.MULTILINE)
    assert found
    return found[1]


def test_a_code_comes_within_seconds_while_somebodys_many_files_are_opened(
    service: Service, sink: Sink
):
    ada = sign_up(service, "ada@example.org")
    confirm, upload = "/account/confirm-email/", "/documents/new/"
    ada.post(confirm, ada.token(confirm), {"code": code(sink.wait_for("ada@example.org"))})
    files = [SimpleUploadedFile(f"{n}.pdf", samples.pdf_bomb()) for n in range(FILES)]
    sent = ada.post(upload, ada.token(upload), {"key": uuid4(), "file": files})

    mallory = sign_up(service, "mallory@example.org")

    assert sent.status in {200, 201, 204, 302}
    assert sink.wait_for("mallory@example.org", within=SOON)
    for browser in (ada, mallory):
        browser.connection.close()
