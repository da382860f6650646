"""What the running service prints when requests to addresses with a token fail: never the token."""

import contextlib
import http.client
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.infrastructure.service import Service, running_service
from tests.infrastructure.smtp import wait
from tests.pages.addresses import Address, addresses

pytestmark = pytest.mark.journey

CANARY = "canary-Tq7Zx2"
REF = "k3f9w2m8tq4x"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
KNOWN = {"Cookie": f"csrf={'a' * 32}"}  # whoever has been here before: her form is read
TOKENED = [address for address in addresses() if "token" in address.parameters]
BY_ALLAUTH = [address for address in addresses() if {"key", "uidb36"} & address.parameters]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service of its own, as `./run` starts it: its tables are taken away in the end."""
    with running_service(tmp_path_factory.mktemp("logs")) as service:
        yield service


def path(address: Address) -> str:
    """The address with a token that would be seen in the log."""
    known = {"ref": REF, "topic": "replies"}
    ids = {name: known.get(name, CANARY) for name in address.parameters}
    return address.path(ids)


def ask(service: Service, method: str, path: str, body: bytes = b"", **more: str) -> int:
    """The status of the answer to one request."""
    headers = {**FORM, "Host": f"localhost:{service.port}", **more}
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", service.port)) as browser:
        browser.request(method, path, body, headers)
        answer = browser.getresponse()
        answer.read()
        return answer.status


def say(service: Service, words: bytes) -> bytes:
    """What the web server answers to bytes that are no request."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as line:
        line.sendall(words)
        return line.recv(100)


def break_tables(state: Path) -> None:
    """Whatever a page asks the database for is not there any more."""
    with contextlib.closing(sqlite3.connect(state / "db.sqlite3", timeout=20)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            if name.split("_")[0] in {"accounts", "circle", "critique"}:
                database.execute(f'ALTER TABLE "{name}" RENAME TO "gone_{name}"')
        database.commit()


def test_there_are_addresses_with_tokens() -> None:
    names = {address.name for address in TOKENED}

    assert {"circle:entry", "critique:sending", "notifications:unsubscription"} <= names


def test_no_refusal_and_no_fault_prints_a_token(started: Service) -> None:
    words = f"words={CANARY}".encode()
    large, huge = (words + b"x" * size for size in (2 * 1024 * 1024, 3 * 1024 * 1024))
    for address in [*TOKENED, *BY_ALLAUTH]:
        assert ask(started, "GET", path(address)) in {200, 302, 404}
        assert ask(started, "POST", path(address), CANARY.encode()) in {403, 404}
        assert ask(started, "POST", path(address), large, **KNOWN) == 413
        assert ask(started, "POST", path(address), huge, **KNOWN) == 413
        assert ask(started, "GET", f"{path(address)}?{CANARY}={CANARY}") in {200, 302, 404}
        assert ask(started, "GET", f"{path(address)}{CANARY}") == 404
    for words in (f"GET /i/{CANARY}/ HTTP/9\r\n\r\n", f"{CANARY}\r\n\r\n", f"GET /{CANARY * 900} "):
        assert b" 4" in say(started, f"{words}\r\n\r\n".encode())
    wait(lambda: started.lines().count(" 403 POST ") >= len(TOKENED) - 1, within=10)
    assert [line for line in started.lines().splitlines() if CANARY in line] == []

    break_tables(started.state)
    # A look link is followed by a cookie: its token leaves the address before anything is asked.
    asking = [address for address in TOKENED if not address.name.startswith("looks:")]
    broken = {address.name: ask(started, "GET", path(address)) for address in asking}

    assert set(broken.values()) == {500}
    for name in broken:
        wait(lambda line=f" 500 GET {name} {REF}": line in started.lines(), within=10)  # type: ignore[misc]  # bound now
    assert [line for line in started.lines().splitlines() if CANARY in line] == []
    assert "OperationalError through" in started.lines()
    for status in (403, 413):
        assert f" {status} POST circle:entry" in started.lines()
