"""The service's own Valkey, alone."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mentorship.supervisor.__main__ import answers
from mentorship.supervisor.plan import valkey as service
from tests.infrastructure.processes import running


@contextlib.contextmanager
def valkey() -> Iterator[str]:
    """Start a server; yields its REDIS_URL."""
    with tempfile.TemporaryDirectory(prefix="valkey-") as name:
        path = Path(name) / "valkey.sock"
        with running(
            [*service(path).command, "--dir", name],
            Path(name) / "log",
            ready=lambda: answers(str(path), b"PING\r\n", b"+PONG"),
        ):
            yield f"redis+socket://{path}"
