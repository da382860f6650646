"""A service with the trivial view beside it, on PostgreSQL or SQLite, and requests sent to it."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie

from bench import FOLDER
from mentorship.supervisor.plan import web
from tests.infrastructure.client import HttpClient
from tests.infrastructure.node import ROOT
from tests.infrastructure.postgres import postgres
from tests.infrastructure.processes import free_port, running
from tests.infrastructure.service import make_database, running_service
from tests.infrastructure.web import gunicorn_of_the_readme

HOST = "127.0.0.1"


def holding(port: int, cookies: SimpleCookie) -> HttpClient:
    """Somebody who holds these cookies already: a session or a pass."""
    return HttpClient(port, {name: one.value for name, one in cookies.items()})


def on_postgres(module: str, *words: str) -> None:
    """Run this measurement anew on a real PostgreSQL of its own, with files of its own."""
    folder = FOLDER / "postgres"  # files belong to one database
    folder.mkdir()
    place = {"BENCH_FOLDER": str(folder), "STATE_DIR": str(folder / "state")}
    with postgres() as server:
        own = {**os.environ, **place, "DATABASE_URL": make_database(server, "bench")}
        command = [sys.executable, "-P", "-m", module, *words]
        subprocess.run(command, check=True, cwd=ROOT, env=own)


@contextlib.contextmanager
def service_beside() -> Iterator[int]:
    """The whole service; the port of one more web server like its own, with the trivial view."""
    url = os.environ.get("DATABASE_URL", "")  # empty: SQLite in the service's own folder
    port = free_port()
    command = [sys.executable, "-m", *web(HOST, port, "bench.rig.wsgi")]
    with (
        running_service(FOLDER, DATABASE_URL=url),
        running(command, FOLDER / "web.log", ready=lambda: _is_open(port), cwd=ROOT),
    ):
        yield port


@contextlib.contextmanager
def as_the_readme_says(port: int, own: Mapping[str, str]) -> Iterator[None]:
    """One more web server of the running service, started as the README says."""
    command, ready = gunicorn_of_the_readme(port), lambda: _is_open(port)
    with running(command, FOLDER / "web.log", ready=ready, cwd=ROOT, env={**os.environ, **own}):
        yield


def _is_open(port: int) -> bool:
    try:
        return HttpClient(port).get("/health/").status < 500
    except OSError:
        return False


def at_once(people: list[HttpClient], act: Callable[[HttpClient], object], seconds: float) -> float:
    """How often a second all of them together do it, each again and again for so long."""
    begins = time.perf_counter()

    def go_on(person: HttpClient) -> int:
        done = 0
        while time.perf_counter() < begins + seconds:
            act(person)
            done += 1
        return done

    with ThreadPoolExecutor(len(people)) as threads:
        done = sum(threads.map(go_on, people))
    return done / (time.perf_counter() - begins)
