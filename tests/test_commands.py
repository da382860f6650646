"""In the activated environment the plain commands work as well."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.infrastructure.node import ROOT
from tests.infrastructure.processes import running
from tests.infrastructure.service import environment

pytestmark = pytest.mark.processes


def activated(**own: str) -> dict[str, str]:
    """The environment after `source .venv/bin/activate`."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    variables = environment(PATH=path, VIRTUAL_ENV=sys.prefix, **own)
    del variables["PYTHONPATH"]
    return variables


@pytest.mark.parametrize(
    "command",
    [["python", "manage.py", "check"], ["pytest", "-q", "tests/test_network.py"]],
    ids=["manage", "pytest"],
)
def test_it_runs_to_its_end(command: list[str], tmp_path: Path):
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=activated(STATE_DIR=str(tmp_path)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("command", "sign"),
    [(["worker", "-c1"], "ready."), (["beat"], "maxinterval")],
    ids=["worker", "beat"],
)
def test_celery_starts_and_ends(command: list[str], sign: str, tmp_path: Path, valkey_url: str):
    log = tmp_path / "log"

    with running(
        ["celery", "-A", "mentorship", *command, "--loglevel=info"],
        log,
        ready=lambda: sign in log.read_text(),
        env=activated(STATE_DIR=str(tmp_path), REDIS_URL=valkey_url),
        cwd=ROOT,
    ) as process:
        process.send_signal(signal.SIGTERM)

        assert process.wait(20) == 0
