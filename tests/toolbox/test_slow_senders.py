"""Half-sent requests keep nobody waiting, and what is sent slowly but steadily arrives."""

import http.client
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from mentorship.supervisor import patience
from mentorship.supervisor.patience import Arrival
from tests.infrastructure.processes import free_port
from tests.infrastructure.smtp import wait

ROOT = Path(__file__).resolve().parents[2]
POST = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"


@pytest.fixture
def port() -> Iterator[int]:
    """A web server with two threads."""
    with served() as port:
        yield port


@contextmanager
def served(keeps: int = 10) -> Iterator[int]:
    """The same; it waits for so many seconds until more of a request comes."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", "tests.toolbox.patient_app"),
        *(f"--bind=127.0.0.1:{port}", "--workers=1", "--threads=2", f"--keep-alive={keeps}"),
        *("--worker-class=mentorship.supervisor.patience.Worker", "--no-control-socket"),
    ]
    server = subprocess.Popen(command, cwd=ROOT)
    try:
        wait(lambda: answers(port), 30)
        yield port
    finally:
        server.terminate()
        server.wait()


def answers(port: int) -> bool:
    try:
        return ask(port) == b"0"
    except OSError:
        return False


def ask(port: int, body: bytes = b"") -> bytes:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("POST", "/", body)
        return connection.getresponse().read()


def answer(connection: socket.socket) -> bytes:
    """The one byte that the body of an answer is."""
    came = b""
    while b"\r\n\r\n" not in came or came.endswith(b"\r\n\r\n"):
        came += connection.recv(4096)
    return came[-1:]


@pytest.mark.processes
def test_half_sent_requests_do_not_make_it_deaf(port: int) -> None:
    with ExitStack() as half_sent:
        for head in (POST % 1000 + b"half", b"POST / HTTP", b"") * 8:
            other = half_sent.enter_context(socket.create_connection(("127.0.0.1", port)))
            other.sendall(head)

        assert ask(port, b"all of it") == b"9"


@pytest.mark.processes
def test_whoever_does_not_go_on_is_cut() -> None:
    with served(keeps=1) as port, ExitStack() as half_sent:
        lines = []
        for head in (POST % 1000 + b"half", b"POST / HTTP", b""):
            line = half_sent.enter_context(socket.create_connection(("127.0.0.1", port), 30))
            line.sendall(head)
            lines.append(line)

        assert [line.recv(1) for line in lines] == [b"", b"", b""]


@pytest.mark.processes
def test_a_body_in_pieces_a_large_one_and_the_next_on_one_connection_arrive(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        for piece in (POST[:20], (POST % 6)[20:], b"abc", b"def"):
            connection.sendall(piece)
        first = answer(connection)
        connection.sendall(POST % 2 + b"ab")
        second = answer(connection)

    assert (first, second) == (b"6", b"2")
    assert ask(port, bytes(12 << 20)) == str(12 << 20).encode()


def test_a_slow_sender_is_late_and_a_slow_body_has_longer() -> None:
    head, body = Arrival(b"POST / HTTP"), Arrival(POST % (1 << 20))
    for one in (head, body):
        one.began -= patience.SECONDS + 1

    assert (head.is_late, body.is_late) == (True, False)
    body.began -= (1 << 20) / patience.SLOWEST
    assert body.is_late


@pytest.mark.parametrize(
    ("held", "is_whole"),
    [
        (b"", False),
        (b"GET / HTTP/1.1\r\n", False),
        (b"GET / HTTP/1.1\r\n\r\n", True),
        (POST % 4 + b"abc", False),
        (POST % 4 + b"abcd", True),
        (POST % (300 << 20), True),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", True),
        (b"x" * (65 << 10), True),
    ],
)
def test_what_is_handed_on(held: bytes, is_whole: bool) -> None:
    assert Arrival(held).is_whole == is_whole
