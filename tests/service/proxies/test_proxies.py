"""The service behind nginx and behind Caddy, with the very files of `deploy/`."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorship.limits import MAX_BODY, MAX_BODY_OF_STRANGERS
from tests.infrastructure.processes import free_port
from tests.infrastructure.proxies import HOST, NAME, PROXIES, Proxy, proxy
from tests.infrastructure.smtp import wait
from tests.infrastructure.web import web_server
from tests.service.proxies.asking import (
    CODE_PAGE,
    Answer,
    ask,
    ask_plainly,
    code_form,
    half_sent,
    head,
    sign_in_code,
)

pytestmark = pytest.mark.proxies

CANARY = "canary-Tq7Zx2"
OURS = "This is more than this service takes at once"
THREADS = 24  # of the web server as the README starts it
ELSEWHERE = "127.0.0.2"


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the service's web server, as the README starts it."""
    with web_server(tmp_path_factory.mktemp("web")) as port:
        yield port


@pytest.fixture(params=PROXIES)
def front(request: pytest.FixtureRequest, web: int, tmp_path: Path) -> Iterator[Proxy]:
    """A proxy in front of it."""
    with proxy(request.param, tmp_path / request.param, web) as made:
        yield made


def test_a_page_and_its_style_come_through_with_their_headers(front: Proxy) -> None:
    page = ask(front, "GET", "/account/login/")
    style = re.findall(rb"/static/css/[^\"]+\.css", page.body)[0].decode()
    sheet = ask(front, "GET", style)

    assert (page.status, sheet.status) == (200, 200)
    assert "no-store" in page.headers["Cache-Control"]
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "max-age=31536000" in page.headers["Strict-Transport-Security"]
    assert sheet.headers["Content-Type"].startswith("text/css")
    assert "immutable" in sheet.headers["Cache-Control"]
    assert "__Host-csrf" in page.headers["Set-Cookie"]


def test_whoever_asks_without_tls_is_sent_to_it(front: Proxy) -> None:
    answer = ask_plainly(front, "/account/login/")

    assert answer.status == 308
    assert answer.headers["Location"].startswith(f"https://{NAME}")
    assert answer.headers["Location"].endswith("/account/login/")


def test_a_body_within_the_limit_reaches_the_service(front: Proxy) -> None:
    answer = ask(front, "POST", "/account/login/", b"x" * MAX_BODY)

    assert answer.status == 413  # of somebody who is not signed in this is too much
    assert OURS in answer.body.decode()


def test_whoever_sends_too_much_may_finish_and_reads_the_whole_answer(web: int) -> None:
    said = (
        f"Content-Length: {MAX_BODY}",
        "X-Forwarded-Proto: https",
        "X-Forwarded-For: 203.0.113.7",
    )
    with socket.create_connection((HOST, web), timeout=60) as line:
        # One that is closed with words unread breaks here, or loses the answer.
        line.sendall(head("POST", "/account/login/", *said) + b"x" * MAX_BODY)
        answer = Answer.read(line)
        ended = line.recv(1)

    assert answer.status == 413
    assert OURS in answer.body.decode()
    assert ended == b""


def test_a_larger_body_is_refused_by_its_length_before_it_is_sent(front: Proxy) -> None:
    assert MAX_BODY > MAX_BODY_OF_STRANGERS
    with front.connect() as line:
        line.sendall(head("POST", "/account/login/", f"Content-Length: {13 << 20}"))
        answer = Answer.read(line)

    assert answer.status == 413
    assert OURS not in answer.body.decode()


@pytest.mark.parametrize("kind", PROXIES)
def test_half_sent_requests_of_one_stop_nobody_else(kind: str, web: int, tmp_path: Path) -> None:
    with proxy(kind, tmp_path / kind, web, patience="60s") as front:
        lines = [half_sent(front) for _ in range(2 * THREADS)]

        answer = ask(front, "GET", "/account/login/", source=ELSEWHERE)

        assert answer.status == 200
        for line in lines:
            line.close()


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHo"], ids=["nothing", "half a head"])
def test_whoever_does_not_finish_her_head_is_cut(front: Proxy, said: bytes) -> None:
    with front.connect() as line:
        line.sendall(said)

        assert has_ended(line)


def test_whoever_does_not_finish_her_body_is_cut(front: Proxy) -> None:
    with half_sent(front) as line:
        assert has_ended(line)


def test_of_a_form_that_did_not_arrive_whole_the_service_sees_nothing(
    front: Proxy, request: pytest.FixtureRequest
) -> None:
    email = f"cut-{request.node.callspec.id}@example.org"
    words, headers = code_form(front, email)
    lines = [f"{name}: {value}" for name, value in headers.items()]
    for _ in range(4):  # one more than may ask for a code
        with front.connect() as line:
            more = f"Content-Length: {len(words) + 10}"
            line.sendall(head("POST", CODE_PAGE, *lines, more) + words)
            assert has_ended(line)

    assert sign_in_code(front, email, {}) == 302


def test_one_address_has_so_many_connections_and_not_more(web: int, tmp_path: Path) -> None:
    with proxy("nginx", tmp_path / "nginx", web, patience="60s") as front:
        lines = [half_sent(front) for _ in range(60)]

        assert ask(front, "GET", "/account/login/").status == 429
        assert ask(front, "GET", "/account/login/", source=ELSEWHERE).status == 200

        for line in lines:
            line.close()
        wait(lambda: ask(front, "GET", "/account/login/").status == 200, within=10)
        assert ask(front, "GET", "/account/login/").status == 200


def test_the_service_counts_by_the_address_that_connects_and_not_by_what_is_said(
    front: Proxy, request: pytest.FixtureRequest
) -> None:
    email = f"ada-{request.node.callspec.id}@example.org"
    statuses = [
        sign_in_code(front, email, {"X-Forwarded-For": f"203.0.113.{number}", "Forwarded": "for=x"})
        for number in range(4)
    ]

    assert statuses == [302, 302, 302, 200]  # the fourth is shown the form again, with a sentence
    assert sign_in_code(front, email, {}, source=ELSEWHERE) == 302


def test_nobody_passes_for_the_machine_itself(front: Proxy) -> None:
    said = {"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1"}
    health = ask(front, "GET", "/health/", headers=said)

    assert health.status in {200, 503}
    assert b"told" not in health.body


def test_another_name_is_not_answered(front: Proxy) -> None:
    named = ask(front, "GET", "/account/login/", host="evil.example")

    assert named.status != 200 or not named.body


def test_no_log_of_the_proxy_holds_a_path(front: Proxy) -> None:
    tokened = f"/i/{CANARY}/"
    huge = f"Content-Length: {13 << 20}"
    for method in ("GET", "POST"):
        ask(front, method, tokened, b"", {"Referer": f"https://{NAME}{tokened}"})
    ask(front, "GET", f"{tokened}?{CANARY}={CANARY}")
    ask_plainly(front, tokened)
    with front.connect() as line:
        line.sendall(head("POST", tokened, huge))
        assert Answer.read(line).status == 413
    with front.connect() as line:
        line.sendall(
            f"GET {tokened} HTTP/1.1\r\nHost: {NAME}\r\nBad header {CANARY}\r\n\r\n".encode()
        )
        assert Answer.read(line).status == 400
    wait(lambda: "413" in front.lines(), within=10)

    assert "413" in front.lines()
    assert CANARY not in front.lines()


@pytest.mark.parametrize("kind", PROXIES)
def test_no_log_of_the_proxy_holds_a_path_while_the_service_is_away(
    kind: str, tmp_path: Path
) -> None:
    with proxy(kind, tmp_path / kind, free_port()) as front:
        answer = ask(front, "POST", f"/i/{CANARY}/", b"words=1")
        wait(lambda: "502" in front.lines(), within=10)

        assert answer.status == 502
        assert "502" in front.lines()
        assert CANARY not in front.lines()


def has_ended(line: socket.socket) -> bool:
    """Whether the other side ends the connection, with whatever words."""
    try:
        while line.recv(4096):
            pass
    except ConnectionError:
        pass
    return True
