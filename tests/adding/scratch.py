"""A copy of the project in which a newcomer adds something, and what the map says of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.infrastructure.node import ROOT

MAP = (ROOT / "docs" / "map.md").read_text()
PLACE = re.compile(r"<\w+>")


def named_by_the_map(what: str) -> list[str]:
    """The files of a row of "Adding …", their places for names as they stand."""
    row = next(line for line in MAP.splitlines() if line.startswith(f"| {what} |"))
    return re.findall(r"`([^`]+)`", row)


def is_named(path: str, named: str) -> bool:
    """Whether `path` is what the map calls `named`: "<app>" is any one name."""
    parts = map(re.escape, PLACE.split(named))
    return re.fullmatch(r"[a-z_]+".join(parts), path) is not None


class Copy:
    """The project, elsewhere."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.touched: set[str] = set()

    def write(self, path: str, text: str) -> None:
        """A new file of the newcomer's."""
        assert not (self.folder / path).exists()
        self.touched.add(path)
        self.judge(path, text)

    def edit(self, path: str, old: str, new: str) -> None:
        """`new` instead of `old`, which stands there once."""
        file = self.folder / path
        before, after = file.read_text().split(old)
        file.write_text(before + new + after)
        self.touched.add(path)

    def judge(self, path: str, text: str) -> None:
        """A file that looks whether it works, and is none of the newcomer's."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def run(self, *command: str) -> tuple[int, str]:
        """The exit code of a Python command in the copy, and what it said."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        done = subprocess.run(
            [sys.executable, "-P", "-m", *command],
            cwd=self.folder,
            env={**kept, "PYTHONPATH": str(self.folder), "STATE_DIR": str(self.folder / "var")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    def passes(self, *tests: str) -> None:
        """These tests are green in it."""
        code, said = self.run("pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", *tests)
        assert code == 0, said

    def touches_what_the_map_names(self, what: str) -> None:
        """Each file it names for this, and no other."""
        named = named_by_the_map(what)
        certain = {name for name in named if is_named(name, name)}
        others = self.touched - certain
        assert certain <= self.touched
        assert len(self.touched) == len(named), (named, self.touched)
        for name in set(named) - certain:
            assert [path for path in others if is_named(path, name)], (name, others)
