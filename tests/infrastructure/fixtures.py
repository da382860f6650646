"""What tests ask pytest for by name."""

import contextlib
import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django import DjangoDbBlocker

from mentorship.documents.opening import converting
from tests.infrastructure.chromium import find_chromium
from tests.infrastructure.copies import COPIES, Prepare, remembering
from tests.infrastructure.databases import unit_database
from tests.infrastructure.network import keep_to_this_machine
from tests.infrastructure.node import NODE, ROOT
from tests.infrastructure.pages import Axe, Windows, assert_accessible, windows
from tests.infrastructure.postgres import shared_postgres
from tests.infrastructure.prepared import template
from tests.infrastructure.service import (
    QUICK,
    Service,
    environment,
    make_prepared_database,
    running_service,
)
from tests.infrastructure.smtp import Sink, smtp_sink
from tests.infrastructure.valkey import valkey

keep_to_this_machine()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Instead of that of pytest-django, which migrates a database for every process of every run.

    On PostgreSQL it is made like one that was migrated. In between, tests reach it only where they
    ask for it.
    """
    if connection.vendor == "postgresql":
        server = os.environ["DATABASE_URL"].rpartition("/")[0]
        connection.settings_dict["TEST"]["TEMPLATE"] = template(server, environment())
    with contextlib.ExitStack() as stack:
        with django_db_blocker.unblock():
            stack.enter_context(unit_database())
        yield
        with django_db_blocker.unblock():
            stack.close()


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Prepare:
    """The converters, asked once for each file."""
    shared = os.environ.get(COPIES)
    folder = Path(shared) if shared else tmp_path_factory.mktemp("copies")
    return remembering(converting.prepare_in_child, folder)


@pytest.fixture(autouse=True)
def _converters(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, copies: Prepare
) -> None:
    """Where a text is only what a test begins with, its reading copy need not be made anew."""
    if "documents" not in request.path.parts:
        monkeypatch.setattr(converting, "prepare_in_child", copies)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A real PostgreSQL server: the DATABASE_URL of its database `mentorship`, not made yet.

    Each who asks for it makes a database of her own in it: processes of one stage share it.
    """
    with shared_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def valkey_url() -> Iterator[str]:
    """A real Valkey: its REDIS_URL."""
    with valkey() as url:
        yield url


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A real mail server of this test alone."""
    with smtp_sink() as opened:
        yield opened


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory, postgres_url: str) -> Iterator[Service]:
    """The whole service, on PostgreSQL, with `service.sink` as its mail server.

    It lives as long as the session: tests tell their people apart by their addresses.
    """
    folder = tmp_path_factory.mktemp("service")
    url = make_prepared_database(postgres_url, "service")
    with (
        smtp_sink() as sink,
        running_service(folder, sink=sink, DATABASE_URL=url, SOFFICE="none", **QUICK) as started,
    ):
        yield started


@pytest.fixture(scope="session")
def embedded_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service as `./run` starts it on a bare machine: SQLite, letters in the mailbox page."""
    with running_service(tmp_path_factory.mktemp("embedded")) as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium without a window."""
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(NODE)  # its own needs a library that may be missing
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # its loop runs where tests may query too
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(**find_chromium(playwright).launch_options())  # type: ignore[arg-type]  # a dict of its keywords
        yield opened
        opened.close()


@pytest.fixture
def people(browser: Browser, service: Service) -> Iterator[Windows]:
    """`people.open()` is a window of one more person on the service; `complaints` the console."""
    with windows(browser, service.base_url) as opened:
        yield opened


@pytest.fixture
def page(people: Windows) -> Page:
    """One person's window on the service."""
    return people.open()


@pytest.fixture(scope="session")
def axe() -> Axe:
    """`axe(page)` fails when the page breaks a rule of accessibility."""
    return assert_accessible


@pytest.fixture
def shots(request: pytest.FixtureRequest) -> Path:
    """A folder for screenshots of this test, for whoever wants to look at them afterwards."""
    folder = ROOT / ".cache" / "shots" / str(request.node.name)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: nobody need look for garbage in it, time and again.

    A sixth of the processor time of units went into that.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)  # things made since; an unclosed file is found a little later


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest go first: at the end short ones are left, which several processes can share."""
    items.sort(key=lambda one: not {"walk", "long"} & {mark.name for mark in one.iter_markers()})
