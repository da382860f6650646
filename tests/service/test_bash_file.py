"""The file `run` itself: what it does before there is a Python to run."""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.infrastructure.node import ROOT
from tests.infrastructure.processes import is_root

pytestmark = pytest.mark.processes


@pytest.fixture
def clone() -> Iterator[Path]:
    """The parts of a clone that `run` needs, without .venv, in a folder everybody may enter."""
    folder = Path(tempfile.mkdtemp(prefix="a clone "))
    folder.chmod(0o755)
    shutil.copy(ROOT / "run", folder)
    shutil.copytree(ROOT / "tools", folder / "tools")
    for lock in ("requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / lock, folder)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def run(
    clone: Path, *words: str, user: int | None = None, **own: str
) -> subprocess.CompletedProcess[str]:
    """`./run` with hardly any environment, from another folder."""
    return subprocess.run(
        [str(clone / "run"), *words],
        cwd="/",
        env={"PATH": os.defpath, "HOME": str(clone)} | own,
        capture_output=True,
        text=True,
        user=user,
        check=False,
    )


def installed(clone: Path) -> None:
    """A .venv in the clone, which says that all of the lock is in it."""
    venv.create(clone / ".venv", symlinks=True)
    words = "import sys; print(sys.version_info, sys.prefix)"
    with (clone / ".venv" / "origin").open("wb") as origin:
        subprocess.run([clone / ".venv/bin/python", "-c", words], stdout=origin, check=True)
    with (
        (clone / "requirements.txt").open("rb") as lock,
        (clone / ".venv" / "base.cksum").open("wb") as sums,
    ):
        subprocess.run(["cksum"], stdin=lock, stdout=sums, check=True)


def test_help_tells_of_every_command(clone: Path):
    done = run(clone, "help")

    assert done.returncode == 0
    for word in ("demo", "test", "check", "bench", "letters", "manage", "lock"):
        assert f"./run {word}" in done.stdout


def test_an_unknown_command_is_named(clone: Path):
    done = run(clone, "strat")

    assert done.returncode == 1
    assert "There is no command “strat”." in done.stderr


def test_no_python_is_said_in_a_sentence(clone: Path):
    tools = clone / "bin"
    tools.mkdir()
    for name in ("bash", "env", "dirname", "cat", "cksum", "grep"):
        (tools / name).symlink_to(shutil.which(name) or name)

    done = run(clone, PATH=str(tools))

    assert done.returncode == 1
    assert done.stderr.startswith("Mentorship needs Python 3.11 or newer, and found none.\n")


def test_no_venv_module_is_said_in_a_sentence(clone: Path):
    bare = clone / "python"
    bare.write_text(
        f'#!/bin/sh\ntest "$2" = "import venv" && exit 1\nexec "{sys.executable}" "$@"\n'
    )
    bare.chmod(0o755)

    done = run(clone, PYTHON=str(bare))

    assert done.returncode == 1
    assert "comes without its venv module.\nInstall it" in done.stderr


def test_what_is_installed_is_not_installed_again(clone: Path):
    installed(clone)
    (clone / "manage.py").write_text("print('started')")
    for pip in (clone / "tools").glob("pip-*.whl"):
        pip.write_text("raise SystemExit('asked to install')")

    assert run(clone, "manage").stdout == "started\n"

    (clone / "requirements.txt").write_text("another lock")
    assert run(clone, "manage").returncode == 1


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(clone: Path):
    clone.chmod(0o555)

    done = run(clone, user=65534 if is_root() else None)

    assert done.returncode == 1
    assert done.stderr.startswith(f"The folder {clone} cannot be written to")


def test_a_package_without_a_build_for_this_machine_is_said_in_a_sentence(clone: Path):
    python = shutil.which(Path(sys.base_prefix) / "bin" / "python3") or sys.executable

    done = run(clone, PYTHON=python, PIP_NO_INDEX="1")

    assert done.returncode == 1
    assert "One package above has no ready-made build for Python 3." in done.stderr
