"""A stage of the suite that says nothing of how it went has gone wrong."""

from pathlib import Path

import pytest

from tests.infrastructure.suite import Suite

ALONE = ["-p", "tests.infrastructure.tally", "-p", "no:django"]  # of ours it needs no more


@pytest.mark.parametrize(
    ("what", "code", "failed"),
    [
        ("pass", 0, 0),
        ("assert False", 1, 1),
        ("import os; os._exit(1)", 1, 1),  # as one that stands still is ended
    ],
)
def test_it_counts(tmp_path: Path, what: str, code: int, failed: int) -> None:
    file = tmp_path / "test_one.py"
    file.write_text(f"def test_it():\n    {what}\n")
    suite = Suite([str(file)], tmp_path)

    suite.pytest("units", "", [str(file), *ALONE], at_once=1)

    assert suite.counts["failed"] == failed
    assert suite.close() == code
