"""Ada, her browser and a stranger's; a web server that a document may try to reach."""

import http.server
import threading
from collections.abc import Iterator

import pytest
from django.test import Client

from accounts.models import User
from tests import make
from tests.browsing.browsers import signed_in


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def browser_of_ada(ada: User) -> Client:
    return signed_in(ada)


@pytest.fixture
def stranger() -> Client:
    return signed_in(make.person("Mallory"))


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """The server's address, and the paths it was asked for so far."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()
