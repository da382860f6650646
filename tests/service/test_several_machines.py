"""One service on two machines that have a database, a Redis and a store in common, and nothing else."""

import contextlib
import http.client
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.infrastructure.client import HttpClient
from tests.infrastructure.node import ROOT
from tests.infrastructure.s3 import make_bucket, s3_server
from tests.infrastructure.service import Service, make_database, running_service
from tests.infrastructure.smtp import Sink, wait
from tests.journeys.steps.people import CODE

pytestmark = pytest.mark.processes

PASSWORD = "grow-quiet-lantern-7"
PATIENCE = 90
PICTURE = re.compile(r'srcset="(/documents/[^" ]+/images/\d+/) ')
CONTENT = b"Led the move of nine services.\nCut the bill by a third.\n"


@pytest.fixture
def machines(
    tmp_path: Path, postgres_url: str, valkey_url: str, sink: Sink
) -> Iterator[tuple[Service, Service]]:
    """Two of them, each with code and a folder of its own, and every process: so two beats, too."""
    with s3_server() as address, contextlib.ExitStack() as running:
        shared = {
            "SITE_URL": "http://localhost",
            "SECRET_KEY": "0123456789abcdef" * 4,
            "DATABASE_URL": make_database(postgres_url, "shared"),
            "REDIS_URL": valkey_url,
            "DEFAULT_FROM_EMAIL": "letters@mentorship.example",
            "SWEEP_SECONDS": "2",
            "SOFFICE": "none",
            **make_bucket(address, "files"),
        }
        first, second = (
            running.enter_context(
                running_service(folder, sink=sink, PYTHONPATH=str(folder / "code"), **shared)
            )
            for folder in (copied(tmp_path / "first"), copied(tmp_path / "second"))
        )
        yield first, second


def copied(folder: Path) -> Path:
    """The folder, with a copy of the code that runs."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    said = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    needed = ("accounts/", "mentorship/", "static/", "templates/", "locale/", "manage.py")
    for name in said.split("\0"):
        if name.startswith(needed) and (ROOT / name).is_file():
            (folder / "code" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / "code" / name)
    return folder


def test_what_is_begun_on_one_goes_on_at_the_other_and_each_letter_leaves_once(
    machines: tuple[Service, Service], sink: Sink
) -> None:
    here, there = machines
    ada, name = f"ada-{uuid4().hex[:8]}@example.org", uuid4().hex[:8]
    asked = [f"{who}-{name}@example.org" for who in ("ben", "cleo", "dana")]

    at_first = HttpClient(here.port)
    at_second = beside(at_first, there)
    fill(at_first, "/account/signup/", email=ada, display_name="Ada", password1=PASSWORD)
    fill(at_second, "/account/confirm-email/", code=code(sink, ada))
    assert at_first.get("/desk/").status == 200  # signed in at both

    page = upload(at_first, "resume.txt")
    assert picture(at_second, page).startswith(b"RIFF")
    ask(at_second, page, asked[0])
    sink.wait_for(asked[0], within=PATIENCE)
    ask(at_first, page, asked[1])
    sink.wait_for(asked[1], within=PATIENCE)

    here.process.kill()
    here.process.wait()
    again = upload(at_second, "letter.txt")
    assert picture(at_second, again).startswith(b"RIFF")
    ask(at_second, again, asked[2])
    sink.wait_for(asked[2], within=PATIENCE)
    assert picture(at_second, page).startswith(b"RIFF")

    at_first.connection.close()
    at_second.connection.close()
    assert [len(sink.to(address)) for address in (ada, *asked)] == [1, 1, 1, 1]
    assert there.state.joinpath("files").exists() is False


def beside(browser: HttpClient, service: Service) -> HttpClient:
    """The same browser with the same cookies, asking another machine."""
    twin = browser.again()
    twin.connection = http.client.HTTPConnection("localhost", service.port, timeout=60)
    return twin


def fill(browser: HttpClient, page: str, **words: object) -> None:
    """A form filled in and sent; what it leads to is for the next page to show."""
    answer = browser.post(page, browser.token(page), words)
    assert answer.status in {200, 204, 302}, answer.sentence


def code(sink: Sink, address: str) -> str:
    """What the newest letter says."""
    body = sink.wait_for(address, within=PATIENCE).message.get_body(("plain",))
    assert body
    found = CODE.search(body.get_content())
    assert found
    return found[0]


def upload(browser: HttpClient, name: str) -> str:
    """The reading page of a new document, once its reading copy is made."""
    file = SimpleUploadedFile(name, CONTENT, "text/plain")
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


def ask(browser: HttpClient, page: str, address: str) -> None:
    """Somebody is asked to read the document."""
    words = {
        "documents": page.split("/")[2],
        "minutes": 10,
        "openness": "table",
        "key": uuid4(),
        "people-TOTAL_FORMS": 1,
        "people-INITIAL_FORMS": 0,
        "people-0-name": "Somebody",
        "people-0-email": address,
    }
    token = browser.token("/documents/new/")
    answer = browser.post("/rounds/new/", token, words)
    assert answer.status in {204, 302}, answer.sentence
