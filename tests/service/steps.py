"""What a browser does at a running service, as requests."""

import re
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.infrastructure.client import HttpClient
from tests.infrastructure.smtp import Sink, wait
from tests.journeys.steps.people import CODE, CODE_SUBJECT

PATIENCE = 90
PASSWORD = "grow-quiet-lantern-7"
CONTENT = b"Led the move of nine services.\nCut the bill by a third.\n"
PICTURE = re.compile(r'srcset="(/documents/[^" ]+/images/\d+/) ')


def fill(browser: HttpClient, page: str, **words: object) -> None:
    """A form filled in and sent; what it leads to is for the next page to show."""
    answer = browser.post(page, browser.token(page), words)
    assert answer.status in {200, 204, 302}, answer.sentence


def code(sink: Sink, address: str) -> str:
    """What the newest letter with a code says."""
    body = sink.wait_for(address, subject=CODE_SUBJECT, within=PATIENCE).message.get_body(
        ("plain",)
    )
    assert body
    found = CODE.search(body.get_content())
    assert found
    return found[0]


def upload(browser: HttpClient, name: str, content: bytes = CONTENT) -> str:
    """The reading page of a new document."""
    file = SimpleUploadedFile(name, content, "text/plain")
    token = browser.token("/documents/new/")
    answer = browser.post("/documents/new/", token, {"key": uuid4(), "file": file})
    assert answer.status == 201, answer.sentence
    page = re.findall(r"/documents/\w+/versions/\d+/", answer.headers["Location"])[0]
    return str(page)


def picture(browser: HttpClient, page: str) -> bytes:
    """Page one as it looks, once it can be read."""

    def found() -> list[str]:
        return PICTURE.findall(browser.get(page).body.decode())

    wait(lambda: bool(found()), PATIENCE)
    assert found(), browser.get(page).sentence
    return browser.get(found()[0]).body


def ask(browser: HttpClient, page: str, address: str, **more: object) -> None:
    """Somebody is asked to read the document; `more` are fields of the form."""
    words = {
        "documents": page.split("/")[2],
        "minutes": 10,
        "openness": "table",
        "key": uuid4(),
        "people-TOTAL_FORMS": 1,
        "people-INITIAL_FORMS": 0,
        "people-0-name": "Somebody",
        "people-0-email": address,
        **more,
    }
    token = browser.token("/documents/new/")
    answer = browser.post("/rounds/new/", token, words)
    assert answer.status in {204, 302}, answer.sentence
