"""Deleting deletes, as the landing page promises: nothing of it is left anywhere the service keeps."""

import sqlite3
from pathlib import Path
from uuid import uuid4

import pytest
import redis

from tests.infrastructure.client import HttpClient
from tests.infrastructure.service import Service, running_service
from tests.infrastructure.smtp import Sink, wait
from tests.journeys.steps.letters import letter_link
from tests.service.steps import PASSWORD, PATIENCE, ask, code, fill, picture, upload

pytestmark = pytest.mark.processes

WORDS = ("Zanzibarine", "Quixotical", "Perspicuous", "Umbrageous", "Loquacious")
TITLE, TEXT, SENTENCE, COMMENT, SUMMARY = WORDS
BEN = "ben@example.org"
IMAGE = b"RIFF"


def test_no_word_is_left_in_database_files_or_redis(tmp_path: Path, sink: Sink) -> None:
    with running_service(
        tmp_path, sink=sink, SWEEP_SECONDS="1", QUIET_SECONDS="1", SOFFICE="none"
    ) as service:
        ada = signed_up(service, sink)
        page = upload(ada, f"{TITLE}.txt", f"A {TEXT} sentence.\n".encode())
        assert picture(ada, page).startswith(IMAGE)
        ask(ada, page, BEN, sentence=f"{SENTENCE} words")
        ben = let_in(service)
        say(ben, page)
        sink.wait_for("ada@example.org", subject="has read", within=PATIENCE)
        assert [word for word in WORDS if word not in dump(service)] == []
        assert images(service)

        document = f"/documents/{page.split('/')[2]}/deletion/"
        fill(ada, document)
        sink.wait_for(BEN, subject="deleted", within=PATIENCE)

        assert [word for word in WORDS if word in dump(service)] == []
        wait(lambda: not images(service), PATIENCE)
        assert images(service) == []
        assert [word for word in WORDS if word in in_redis(service)] == []
        wait(lambda: not left_in(database_files(service)), PATIENCE)
        assert left_in(database_files(service)) == []
        for browser in (ada, ben):
            browser.connection.close()
    # Once its processes have ended their files are as they stay: the database's own, Redis's, ours.
    kept = [path for path in service.state.rglob("*") if path.is_file()]
    assert kept
    assert left_in(kept) == []


def signed_up(service: Service, sink: Sink) -> HttpClient:
    """Ada's browser."""
    ada = HttpClient(service.port)
    words = {"email": "ada@example.org", "display_name": "Ada", "password1": PASSWORD}
    fill(ada, "/account/signup/", **words)
    fill(ada, "/account/confirm-email/", code=code(sink, "ada@example.org"))
    return ada


def let_in(service: Service) -> HttpClient:
    """Ben's browser, once he has pressed his letter's link and the one button behind it."""
    ben = HttpClient(service.port)
    link = letter_link(service, BEN, "Ada")
    ben.get("/" + link.split("/", 3)[3])
    cover = f"/invitations/{link.split('/')[4]}/"
    answer = ben.post(f"{cover}pass/", ben.token(cover), {})
    assert answer.status in {204, 302}, answer.sentence
    return ben


def say(ben: HttpClient, page: str) -> None:
    """He comments, and sends it."""
    words = {"text": f"{COMMENT} indeed", "kind": "comment", "key": uuid4(), "line": 1}
    answer = ben.post(f"{page}threads/", ben.token(page), words)
    assert answer.status == 201, answer.sentence
    finish = next(
        part for part in ben.get(page).body.decode().split('"') if part.endswith("/finish/")
    )
    words = {"verdict": "small_fixes", "summary": f"{SUMMARY} in all"}
    answer = ben.post(finish, ben.token(finish), words)
    assert answer.status in {200, 204, 302}, answer.sentence


def dump(service: Service) -> str:
    """The whole database, as SQL."""
    database = sqlite3.connect(service.state / "db.sqlite3")
    try:
        return "\n".join(database.iterdump())
    finally:
        database.close()


def database_files(service: Service) -> list[Path]:
    """The database as it lies on the disk, what is written ahead included: a killed process leaves it so."""
    return [path for path in service.state.glob("db.sqlite3*") if not path.name.endswith("-shm")]


def left_in(files: list[Path]) -> list[tuple[str, Path]]:
    """The deleted words that still stand in these, and where."""
    return [(word, path) for path in files for word in WORDS if word.encode() in path.read_bytes()]


def images(service: Service) -> list[Path]:
    """The originals and page images that are kept."""
    found = (service.state / "files").rglob("*")
    return [path for path in found if path.is_file() and path.parent.name != "files"]


def in_redis(service: Service) -> str:
    """All that Redis holds."""
    socket = service.state / "valkey.sock"
    with redis.Redis(unix_socket_path=str(socket)) as server:
        return "\n".join(repr((key, server.dump(key))) for key in server.scan_iter())
