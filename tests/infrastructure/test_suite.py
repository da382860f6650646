"""A stage of the suite that says nothing of how it went has gone wrong."""

import os
import signal
from pathlib import Path

import pytest

from tests.infrastructure.lanes import Lane, behind
from tests.infrastructure.suite import Suite
from tests.infrastructure.took import stage

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


def test_what_runs_behind_is_counted_and_read_after_what_runs_in_front(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    front, back = tmp_path / "test_front.py", tmp_path / "test_back.py"
    front.write_text("def test_it():\n    pass\n")
    back.write_text("def test_it():\n    assert not 'what is behind'\n")
    suite = Suite([str(front), str(back)], tmp_path)

    def units(lane: Lane) -> None:
        suite.pytest("behind", "", [str(back), *ALONE], lane=lane, at_once=1)

    with behind(units, tmp_path):
        suite.pytest("in front", "", [str(front), *ALONE], at_once=1)

    assert (suite.counts["passed"], suite.counts["failed"]) == (1, 1)
    said = capfd.readouterr().out
    assert said.index("in front took") < said.index("what is behind") < said.index("behind took")


def test_what_runs_behind_ends_once_the_rest_is_broken_off(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    codes = []

    def units(lane: Lane) -> None:
        with stage("behind", lane) as run:
            codes.append(run(["sh", "-c", 'echo > "$0"; read never < "$0"', str(fifo)], os.environ))
        codes.append(lane.closed.is_set())

    def broken_off() -> None:
        with behind(units, tmp_path):
            fifo.read_text()  # it has begun
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()

    assert codes == [-signal.SIGKILL, True]
