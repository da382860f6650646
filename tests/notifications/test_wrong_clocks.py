"""A worker on a machine whose clock is wrong sends what is due by the clock that all share."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.infrastructure.node import ROOT
from tests.infrastructure.service import environment, make_prepared_database
from tests.infrastructure.smtp import Sink

pytestmark = pytest.mark.processes

SWEEP = """
from datetime import timedelta
import time_machine
from django.utils import timezone
from mentorship.notifications.delivery import sweeping
with time_machine.travel(timezone.now() + timedelta(minutes={wrong_by}), tick=True):
    sweeping.sweep()
"""
ADA = "ada@example.org"
CODE = re.compile(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b")


@pytest.fixture
def machine(postgres_url: str, sink: Sink, tmp_path: Path) -> dict[str, str]:
    """The environment of a process on a new database, whose letters leave."""
    own = environment(
        DATABASE_URL=make_prepared_database(postgres_url, "clocks"),
        STATE_DIR=str(tmp_path),
        EMAIL_HOST=sink.host,
        EMAIL_PORT=str(sink.port),
        DJANGO_SETTINGS_MODULE="mentorship.settings",
    )
    prepare = [sys.executable, "-m", "mentorship.supervisor.prepare"]
    subprocess.run(prepare, cwd=ROOT, env=own, check=True, capture_output=True)
    return own


@pytest.fixture
def signing_up(machine: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Ada, who has signed up and waits for her code."""
    command = [sys.executable, "-m", "tests.notifications.signing_up", ADA]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, env=machine, text=True, **pipes) as started:
        assert started.stdout
        assert started.stdout.readline() == "/account/confirm-email/\n"
        yield started
        started.kill()


@pytest.mark.parametrize("wrong_by", [20, -20])
def test_a_code_leaves_by_a_worker_whose_clock_is_wrong_and_is_accepted(
    wrong_by: int, machine: dict[str, str], signing_up: subprocess.Popen[str], sink: Sink
) -> None:
    worker = [sys.executable, "-m", "django", "shell", "-c", SWEEP.format(wrong_by=wrong_by)]
    subprocess.run(worker, cwd=ROOT, env=machine, check=True, capture_output=True)

    found = CODE.search(sink.wait_for(ADA).message.as_string())
    assert found
    told, _ = signing_up.communicate(f"{found.group()}\n")
    assert told == "/desk/\n"
