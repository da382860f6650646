"""With Redis hung, gone, full or read-only people are served as before, letters leave, and it is told."""

import contextlib
import http.cookiejar
import json
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
import redis as redis_client

from mentorship.supervisor.__main__ import answers
from mentorship.supervisor.plan import valkey
from tests.browsing.accounts import typed
from tests.infrastructure.client import HttpClient
from tests.infrastructure.processes import running
from tests.infrastructure.service import Service, running_service
from tests.infrastructure.smtp import Sink

pytestmark = pytest.mark.processes

HEARD_AFTER = 5  # seconds; a sweep comes every 20, so only a ring can be as quick
SWEPT_AFTER = 60


class Redis:
    """A real Valkey that can hang, go, and come back empty."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "valkey.sock"
        self.stack = contextlib.ExitStack()
        self.start()

    def start(self) -> None:
        command = [*valkey(self.path).command, "--appendonly", "no", "--dir", str(self.folder)]
        log = self.folder / "valkey.log"
        is_ready = running(
            command, log, ready=lambda: answers(str(self.path), b"PING\r\n", b"+PONG")
        )
        self.process: subprocess.Popen[bytes] = self.stack.enter_context(is_ready)

    def hang(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def become_full(self) -> None:
        self.ask("config", "set", "maxmemory-policy", "noeviction")
        self.ask("config", "set", "maxmemory", "1")

    def have_room(self) -> None:
        self.ask("config", "set", "maxmemory", "0")

    def become_read_only(self) -> None:
        self.ask("replicaof", "127.0.0.1", "1")

    def take_words(self) -> None:
        self.ask("replicaof", "no", "one")

    def ask(self, *words: str) -> None:
        with redis_client.Redis(unix_socket_path=str(self.path)) as client:
            client.execute_command(*words)

    def go(self) -> None:
        self.stack.close()


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    server = Redis(tmp_path)
    yield server
    server.go_on()
    server.go()


@pytest.fixture
def service(tmp_path: Path, redis: Redis, sink: Sink) -> Iterator[Service]:
    """The whole service, with that Redis."""
    url = f"redis+socket://{redis.path}"
    with running_service(tmp_path, sink=sink, REDIS_URL=url) as started:
        yield started


def sign_up(service: Service, email: str) -> tuple[str, float]:
    """Where signing up leads, and after how many seconds."""
    jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    browser = urllib.request.build_opener(jar)
    url = f"{service.base_url}/account/signup/"
    page = browser.open(url).read().decode()
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    facts = urlencode(typed(email, csrfmiddlewaretoken=token.group(1))).encode()
    begins = time.monotonic()
    with browser.open(url, facts) as answer:
        return answer.url.removeprefix(service.base_url), time.monotonic() - begins


def comes_to_say(service: Service, *, is_well: bool) -> bool:
    """Whether the health page says so of Redis; it asks for a second, which may be little at a load."""
    machine, ends = HttpClient(service.port), time.monotonic() + SWEPT_AFTER
    with contextlib.closing(machine.connection):
        while time.monotonic() < ends:
            if json.loads(machine.get("/health/").body)["redis"] is is_well:
                return True
    return False


@pytest.mark.parametrize(
    ("leave", "come_back"),
    [
        (Redis.hang, Redis.go_on),
        (Redis.go, Redis.start),
        (Redis.become_full, Redis.have_room),
        (Redis.become_read_only, Redis.take_words),
    ],
    ids=["hung", "gone", "full", "read-only"],
)
def test_redis_away(
    leave: Callable[[Redis], None],
    come_back: Callable[[Redis], None],
    service: Service,
    redis: Redis,
    sink: Sink,
) -> None:
    sign_up(service, "zoe@example.org")
    sink.wait_for("zoe@example.org")  # its workers begin a little later than its pages
    usual = sign_up(service, "ada@example.org")
    sink.wait_for("ada@example.org", within=HEARD_AFTER)
    assert comes_to_say(service, is_well=True)

    leave(redis)
    away = [sign_up(service, f"{name}@example.org") for name in ("ben", "cleo", "dora")]
    for name in ("ben", "cleo", "dora"):
        sink.wait_for(f"{name}@example.org", within=SWEPT_AFTER)
    assert comes_to_say(service, is_well=False)
    come_back(redis)
    assert comes_to_say(service, is_well=True)

    assert {where for where, _ in away} == {usual[0]} == {"/account/confirm-email/"}
    assert max(seconds for _, seconds in away) < 2 * usual[1] + 1  # on a busy machine, too
    sign_up(service, "emil@example.org")
    sink.wait_for("emil@example.org", within=SWEPT_AFTER)
    assert len(sink.letters) == 6
