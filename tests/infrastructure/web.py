"""The service's web server as the README starts it, in production, for a proxy to stand in front."""

import contextlib
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.infrastructure.node import ROOT
from tests.infrastructure.processes import free_port, running
from tests.infrastructure.proxies import HOST, NAME, is_open
from tests.infrastructure.service import environment

COMMAND = re.compile(r"^gunicorn mentorship\.wsgi .*$", re.MULTILINE)


@contextlib.contextmanager
def web_server(folder: Path) -> Iterator[int]:
    """Its port, once it answers."""
    variables = environment(
        STATE_DIR=str(folder / "state"),
        SITE_URL=f"https://{NAME}",
        SECRET_KEY="0123456789abcdef" * 4,
        DATABASE_URL=f"sqlite:///{folder / 'db.sqlite3'}",
        REDIS_URL=f"redis+socket://{folder / 'nobody.sock'}",
        EMAIL_HOST=HOST,
        DEFAULT_FROM_EMAIL=f"letters@{NAME}",
        TRUSTED_PROXIES="1",
        DJANGO_SETTINGS_MODULE="mentorship.settings",
    )
    (folder / "state").mkdir()
    prepare = [sys.executable, "-P", "-m", "mentorship.supervisor.prepare"]
    subprocess.run(prepare, check=True, cwd=ROOT, env=variables)
    port = free_port()
    with running(
        gunicorn_of_the_readme(port),
        folder / "web.log",
        ready=lambda: is_open(port),
        cwd=ROOT,
        env=variables,
    ):
        yield port


def gunicorn_of_the_readme(port: int) -> list[str]:
    """The web server's command, on this port."""
    found = COMMAND.search((ROOT / "README.md").read_text())
    assert found, "the README tells of no gunicorn"
    words = shlex.split(found[0].partition("#")[0])[1:]
    words[words.index("--bind") + 1] = f"{HOST}:{port}"
    return [sys.executable, "-P", "-m", "gunicorn", *words]
