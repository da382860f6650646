"""The whole service as `./run` starts it: web, worker and beat, real database, real mail server."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from django.apps import apps

from tests.infrastructure import prepared
from tests.infrastructure.node import ROOT
from tests.infrastructure.processes import free_port, running
from tests.infrastructure.smtp import Sink

# What is set where tests run must not change what they see.
OWN = ("DATABASE_URL", "REDIS_URL", "SITE_URL", "DEPLOYMENT", "SECRET_KEY", "DEBUG", "WEB_HOST")
OURS = ("EMAIL_", "S3_", "DJANGO_", "COV_")
# Where several hundred people sign up; see there.
QUICK = {"DJANGO_SETTINGS_MODULE": "tests.infrastructure.shared"}


@dataclass(frozen=True)
class Service:
    """A running service, and where its parts are.

    database  its URL; empty for SQLite in the state folder
    """

    base_url: str
    state: Path
    log: Path
    sink: Sink | None
    process: subprocess.Popen[bytes]
    database: str

    @property
    def port(self) -> int:
        """The port of its web server."""
        return int(self.base_url.rsplit(":", 1)[1])

    def lines(self) -> str:
        """Everything its processes have said."""
        return self.log.read_text(errors="replace")


def environment(**own: str) -> dict[str, str]:
    """This process's environment without what would steer the service, and with `own`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in OWN and not name.startswith(OURS)
    }
    return {**kept, "PYTHONPATH": str(ROOT), **own}


@contextlib.contextmanager
def running_service(
    folder: Path,
    *,
    sink: Sink | None = None,
    within: float = 180,
    anew: bool = False,
    **own: str,
) -> Iterator[Service]:
    """Start the service in `folder`, ready when this yields; `own` are variables of its own.

    Without a `sink` it has no mail setting: letters stay in its mailbox page.

    anew  it makes everything itself at its first start, see `prepared`
    """
    port = free_port()
    log = folder / "service.log"
    mail = {"EMAIL_HOST": sink.host, "EMAIL_PORT": str(sink.port)} if sink else {}
    # All journeys come from one network: more sign up there in an hour than in a day elsewhere.
    many = {"MAX_LETTERS_PER_NETWORK": "5000", "LOOK_SECONDS": "1"}
    variables = {"STATE_DIR": str(folder / "state"), "PORT": str(port), **many, **mail, **own}
    begins = log.stat().st_size if log.exists() else 0
    state = Path(variables["STATE_DIR"])
    # A benchmark, which has not set Django up, measures a service that makes everything.
    if apps.ready and not anew:
        prepared.fill(state, environment(), database="DATABASE_URL" not in own)
    with running(
        [sys.executable, "-P", "-m", "mentorship.supervisor"],
        log,
        ready=lambda: b"Mentorship is ready" in log.read_bytes()[begins:],
        within=within,
        env=environment(**variables),
    ) as process:
        base_url = f"http://localhost:{variables['PORT']}"
        database = own.get("DATABASE_URL", "")
        yield Service(base_url, state, log, sink, process, database)


def make_database(url: str, name: str, *, like: str = "template1") -> str:
    """A new database on the server that `url` names, empty or `like` another; the DATABASE_URL of it.

    No two have one name: a fixture of a module is made again when its tests are shared out anew.
    """
    server, name = url.rsplit("/", 1)[0], f"{name}_{uuid4().hex[:8]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
    return f"{server}/{name}"


def make_prepared_database(url: str, name: str) -> str:
    """The same, with the tables of the service, in which nothing stands."""
    server = url.rsplit("/", 1)[0]
    return make_database(url, name, like=prepared.template(server, environment()))
