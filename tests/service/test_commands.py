"""In the activated environment the plain commands work as well."""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.infrastructure.node import ROOT
from tests.infrastructure.processes import running
from tests.infrastructure.service import environment

pytestmark = pytest.mark.processes

CELERY = re.findall(r"^celery .+$", (ROOT / "README.md").read_text(), re.MULTILINE)


def activated(**own: str) -> dict[str, str]:
    """The environment after `source .venv/bin/activate`."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    variables = environment(PATH=path, VIRTUAL_ENV=sys.prefix, **own)
    del variables["PYTHONPATH"]
    return variables


@pytest.mark.parametrize(
    "command",
    [["python", "manage.py", "check"], ["pytest", "-q", "tests/infrastructure/test_network.py"]],
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


def is_working(folder: Path) -> bool:
    """The worker has said so."""
    return "ready." in (folder / "log").read_text()


def keeps_time(folder: Path) -> bool:
    """Beat has written down when it last rang, which it does once it may be stopped."""
    return any(folder.glob("beat-schedule*"))


@pytest.mark.parametrize(
    ("command", "is_ready"),
    [(line, keeps_time if line.endswith(" beat") else is_working) for line in CELERY],
)
def test_celery_starts_and_ends_as_the_readme_says(
    command: str, is_ready: Callable[[Path], bool], tmp_path: Path, valkey_url: str
) -> None:
    with running(
        shlex.split(command),
        tmp_path / "log",
        ready=lambda: is_ready(tmp_path),
        env=activated(STATE_DIR=str(tmp_path), REDIS_URL=valkey_url),
        cwd=ROOT,
    ) as process:
        process.send_signal(signal.SIGTERM)

        assert process.wait(20) == 0
