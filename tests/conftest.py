"""What every test has: the fixtures of `infrastructure`, and a folder of its own for files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from hypothesis import settings as of_hypothesis
from pytest_django import Settings

from tests import clock

pytest.register_assert_rewrite("tests.infrastructure")
pytest_plugins = [
    "tests.infrastructure.asked",
    "tests.infrastructure.fixtures",
    "tests.infrastructure.tally",
    "tests.infrastructure.unordered",
]

of_hypothesis.register_profile("patient", deadline=None)  # a busy machine may take its time
of_hypothesis.load_profile("patient")

# Real processes beside the test live by the machine's clock, and it must live by the same.
BY_THE_MACHINE = ("journey", "processes", "office", "proxies")


@pytest.fixture(autouse=True)
def _clock(request: pytest.FixtureRequest) -> Iterator[None]:
    """It is one moment of one Tuesday: a test says itself when it is about another."""
    if any(request.node.get_closest_marker(name) for name in BY_THE_MACHINE):
        yield
    else:
        with clock.standing_still():
            yield


@pytest.fixture(autouse=True)
def _files(settings: Settings, tmp_path: Path) -> None:
    """Files that a test stores are its own."""
    default = settings.STORAGES["default"]
    place = {**default, "OPTIONS": {**default["OPTIONS"], "location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": place}


@pytest.fixture(autouse=True)
def _connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that closes a streamed answer keeps the connection whose transaction it runs in.

    Django's test client sees to that only where it closes the answer itself.
    """
    close = BaseDatabaseWrapper.close_if_unusable_or_obsolete

    def close_outside_a_transaction(connection: BaseDatabaseWrapper) -> None:
        if not connection.in_atomic_block:
            close(connection)

    monkeypatch.setattr(
        BaseDatabaseWrapper, "close_if_unusable_or_obsolete", close_outside_a_transaction
    )
