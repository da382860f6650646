"""A restore drill: a service is backed up while it runs, lost, and put back in another place."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.infrastructure.node import ROOT
from tests.infrastructure.s3 import make_bucket, s3_server
from tests.infrastructure.service import (
    environment,
    make_database,
    make_prepared_database,
    running_service,
)
from tests.infrastructure.smtp import Sink

pytestmark = pytest.mark.processes

LATER = "later@example.org"


@dataclass(frozen=True)
class Place:
    """Where a service lives: its folder, and the variables of its database and store."""

    folder: Path
    own: dict[str, str]

    def python(self, *words: str, expect: int = 0) -> tuple[str, str]:
        """What a Python process of this place prints, and what it tells of besides."""
        done = subprocess.run(
            [sys.executable, "-P", *words],
            cwd=ROOT,
            env=environment(
                DJANGO_SETTINGS_MODULE="mentorship.settings",
                STATE_DIR=str(self.folder / "state"),
                EMAIL_HOST="127.0.0.1",
                **self.own,
            ),
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == expect, done.stdout + done.stderr
        return done.stdout, done.stderr

    def manage(self, *words: str, expect: int = 0) -> str:
        """What a command says."""
        return "".join(self.python("manage.py", *words, expect=expect))

    def asked(self, what: str) -> Any:
        """What `drilling` answers."""
        answer, _told = self.python("-m", "tests.home.backups.drilling", what)
        return json.loads(answer)


@pytest.fixture(params=["sqlite and a folder", "postgresql and a bucket"])
def places(
    request: pytest.FixtureRequest, tmp_path: Path, postgres_url: str
) -> Iterator[tuple[Place, Place]]:
    """Where the service is, and where it will be."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    if request.param == "sqlite and a folder":
        yield Place(here, {}), Place(there, {})
        return
    with s3_server() as address:
        yield tuple(
            Place(
                folder,
                {
                    "DATABASE_URL": make(postgres_url, folder.name),
                    **make_bucket(address, f"files-{folder.name}"),
                },
            )
            for folder, make in ((here, make_prepared_database), (there, make_database))
        )


def status(url: str, session: str) -> int:
    """What the page answers this browser with."""
    headers = {"Cookie": f"session={session}"}
    asked = urllib.request.Request(url, headers=headers)  # noqa: S310 - our own address
    with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310 - the same
        return int(answer.status)


@pytest.mark.long
def test_a_lost_service_is_put_back_whole_and_sends_nothing_unasked(
    places: tuple[Place, Place], tmp_path: Path, sink: Sink
) -> None:
    here, there = places
    backup = tmp_path / "backup"
    sink.answer(LATER, *["451 4.3.0 later"] * 50)
    with running_service(here.folder, sink=sink, within=200, SOFFICE="none", **here.own):
        seeded = here.asked("seed")
        sink.wait_for("now@example.org")
        here.manage("backup", str(backup))
    before = here.asked("facts")

    said = there.manage("restore", str(backup))

    assert "Mail is held" in said
    assert there.asked("facts") == before
    assert "Every row has its files" in there.manage("sanity")
    with running_service(
        there.folder, sink=sink, within=200, SOFFICE="none", **there.own
    ) as service:
        page = service.base_url + seeded["page"]
        assert status(page, seeded["session"]) == 200
        assert "l…@e….org" in there.manage("release_mail")
        assert sink.to(LATER) == []

        sink.at_rcpt[LATER].clear()
        there.asked("hurry")
        there.manage("release_mail", "--send")
        sink.wait_for(LATER, within=90)

    assert [len(sink.to(address)) for address in ("now@example.org", LATER)] == [1, 1]
    assert "nothing was changed" in there.manage("restore", str(backup), expect=1).lower()
