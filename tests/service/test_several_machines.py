"""One service on two machines that have a database, a Redis and a store in common, and nothing else."""

import contextlib
import http.client
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.infrastructure.client import HttpClient
from tests.infrastructure.node import ROOT
from tests.infrastructure.s3 import make_bucket, s3_server
from tests.infrastructure.service import Service, make_prepared_database, running_service
from tests.infrastructure.smtp import Sink
from tests.service.steps import PASSWORD, PATIENCE, ask, code, fill, picture, upload

pytestmark = pytest.mark.processes


@pytest.fixture
def machines(
    tmp_path: Path, postgres_url: str, valkey_url: str, sink: Sink
) -> Iterator[tuple[Service, Service]]:
    """Two of them, each with code and a folder of its own, and every process: so two beats, too."""
    with s3_server() as address, contextlib.ExitStack() as running:
        shared = {
            "SITE_URL": "http://localhost",
            "SECRET_KEY": "0123456789abcdef" * 4,
            "DATABASE_URL": make_prepared_database(postgres_url, "shared"),
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
            shutil.copy2(ROOT / name, folder / "code" / name)
    return folder


@pytest.mark.long
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
