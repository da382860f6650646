"""The database goes and comes back: 503 while it is away, and no page broken once it is back."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client

from tests.infrastructure.client import HttpClient
from tests.infrastructure.service import Service, make_prepared_database, running_service
from tests.infrastructure.smtp import wait

PAGES = 60
PATIENCE = 30


@pytest.fixture
def service(tmp_path: Path, postgres_url: str) -> Iterator[Service]:
    """The whole service on a PostgreSQL of its own."""
    url = make_prepared_database(postgres_url, "away")
    with running_service(tmp_path, DATABASE_URL=url) as started:
        yield started


def order(service: Service, *commands: str) -> None:
    """Say this to the server, from a database beside the service's; {name} is the service's own."""
    server, name = service.database.rsplit("/", 1)
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        for command in commands:
            connection.execute(command.format(name=name))


CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"


@pytest.mark.processes
def test_after_a_restart_of_the_database_every_page_is_there(service: Service):
    browser = HttpClient(service.port)
    browser.cookies["session"] = "a" * 32  # one that has to be looked up
    asked = "/account/login/", "/health/"
    assert {browser.get(path).status for path in asked * 10} == {200}

    order(service, CUT)

    assert [browser.get(asked[turn % 2]).status for turn in range(PAGES)] == [200] * PAGES
    browser.connection.close()


def test_a_mistake_of_ours_is_a_500_still(client: Client, monkeypatch: pytest.MonkeyPatch):
    def broken(_request: object) -> bool:
        raise ValueError

    client.raise_request_exception = False
    monkeypatch.setattr("mentorship.home.views.is_asked_here", broken)

    assert client.get("/health/").status_code == 500


@pytest.mark.django_db
def test_a_database_that_can_only_be_read_is_said_to_be_away(
    client: Client, monkeypatch: pytest.MonkeyPatch
):
    only = {"sqlite": "PRAGMA query_only = {}", "postgresql": "SET transaction_read_only = {}"}

    def writes(_request: object) -> bool:
        with connection.cursor() as cursor, transaction.atomic():
            cursor.execute(only[connection.vendor].format("on"))
            cursor.execute("DELETE FROM home_heartbeat")
        return True

    client.raise_request_exception = False
    monkeypatch.setattr("mentorship.home.views.is_asked_here", writes)
    try:
        answer = client.get("/health/")
    finally:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(only["sqlite"].format("off"))

    assert answer.status_code == 503


@pytest.mark.django_db
def test_an_error_of_a_database_that_answers_is_a_500_still(
    client: Client, monkeypatch: pytest.MonkeyPatch
):
    def broken(_request: object) -> bool:
        raise OperationalError("deadlock detected")

    client.raise_request_exception = False
    monkeypatch.setattr("mentorship.home.views.is_asked_here", broken)

    assert client.get("/health/").status_code == 500


@pytest.mark.processes
def test_while_the_database_is_away_it_is_said_so_and_then_all_is_as_before(service: Service):
    browser = HttpClient(service.port)
    whoever_watches = HttpClient(service.port)
    browser.cookies["session"] = "a" * 32  # one that has to be looked up

    order(service, 'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false', CUT)
    page, health = browser.get("/desk/"), whoever_watches.get("/health/")

    assert (page.status, page.headers["Retry-After"]) == (503, "10"), service.lines()
    assert "the database cannot be reached, or has no room" in page.body.decode()
    assert (health.status, b'"database": false' in health.body) == (503, True)
    assert "Traceback" not in service.lines()
    order(service, 'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert browser.get("/account/login/").status == 200
    wait(lambda: browser.get("/health/").status == 200, PATIENCE)
    browser.connection.close()
    whoever_watches.connection.close()
