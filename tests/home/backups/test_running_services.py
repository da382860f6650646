"""Nothing is put back under a service that runs, and where one does all the same no old letter leaves."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F
from pytest_django import Settings

from mentorship.documents.store import pairing
from mentorship.home.backups import database, places
from mentorship.home.models import Heartbeat
from mentorship.notifications import holding
from mentorship.notifications.delivery import sweeping
from mentorship.notifications.models import Letter
from tests import make
from tests.infrastructure.smtp import Sink
from tests.make.letters import a_letter
from tests.notifications.mail_servers import goes_to

pytestmark = pytest.mark.django_db(transaction=True)

SWEEP = "notifications.sweep"


@pytest.fixture
def backup(settings: Settings, tmp_path: Path, sink: Sink) -> Path:
    """A backup of a service in which a letter to Ada waits."""
    settings.STATE_DIR = tmp_path / "state"
    goes_to(settings, sink.port)
    make.document(make.person("Ada"))
    pairing.require_pair()
    a_letter()
    call_command("backup", str(tmp_path / "backup"))
    return tmp_path / "backup"


def test_a_worker_that_was_left_running_sends_no_letter_of_the_backup(
    backup: Path, sink: Sink, monkeypatch: pytest.MonkeyPatch
):
    bring_up_to_date = database.bring_up_to_date

    def while_a_worker_sweeps() -> None:
        sweeping.sweep()
        bring_up_to_date()

    monkeypatch.setattr(database, "bring_up_to_date", while_a_worker_sweeps)

    call_command("restore", str(backup), replace=True)

    assert holding.since()
    assert (Letter.objects.get().state, sink.letters) == ("waiting", [])


@contextmanager
def a_worker_at_work() -> Iterator[None]:
    """It is heard of again and again, and has no connection in between."""
    is_over = threading.Event()

    def beat() -> None:
        while not is_over.wait(0.05):
            Heartbeat.objects.update(at=F("at") + timedelta(seconds=1))
            connection.close()

    worker = threading.Thread(target=beat)
    worker.start()
    try:
        yield
    finally:
        is_over.set()
        worker.join()


def test_nothing_is_put_back_while_a_worker_is_heard(backup: Path):
    Heartbeat.objects.beat(SWEEP)
    before = holding.since()

    with a_worker_at_work(), pytest.raises(CommandError) as reason:
        call_command("restore", str(backup), replace=True)

    assert "Stop web, worker and beat first" in str(reason.value)
    assert holding.since() == before


def test_where_the_worker_was_stopped_just_now_the_backup_is_put_back(
    backup: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    Heartbeat.objects.beat(SWEEP)
    settings.SWEEP_SECONDS = 0.2
    monkeypatch.setattr(places, "LONGER", 0.0)

    call_command("restore", str(backup), replace=True)

    assert holding.since()
