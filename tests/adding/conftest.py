"""A copy for each test."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adding.scratch import Copy
from tests.infrastructure.node import CACHE, ROOT


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    """What stands in the repository, and the migrated database that tests begin with."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    folder = tmp_path / "copy"
    for path in filter(None, files.split("\0")):
        if (ROOT / path).is_file():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, folder / path)
    if (CACHE / "databases").is_dir():  # else the copy makes one
        shutil.copytree(CACHE / "databases", folder / ".cache" / "databases")
    yield Copy(folder)
    shutil.rmtree(folder)
