"""Which files hold tests of a stage, by what their text says: to collect all takes longer than to read it."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.infrastructure.node import ROOT

OF_PROCESSES = ("journey", "processes", "office", "proxies")
# Every test of a file that begins so starts processes: there is no unit in it.
NO_UNITS = re.compile(rf"^pytestmark = \[?pytest\.mark\.({'|'.join(OF_PROCESSES)})\b", re.MULTILINE)
# Folders and files of trials: of faults, of a newcomer, of releases and machines, of mail and queues.
TRIALS = tuple(
    str(ROOT / "tests" / name)
    for name in (
        "faults",
        "adding",
        "bench",
        "documents/test_queues.py",
        "home/backups/test_restore_drill.py",
        "home/test_away.py",
        "notifications/test_outage.py",
        "notifications/test_wrong_clocks.py",
        "service/test_deleting.py",
        "service/test_several_machines.py",
        "service/test_upgrading.py",
        "toolbox/test_slow_senders.py",
    )
)


def holding(mark: str) -> list[str]:
    """The files with tests of this mark."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(file) for file in files if f"mark.{mark}" in file.read_text()]


def may_hold(words: list[str], marked: str) -> bool:
    """Whether there may be tests with these marks in what was named: in a folder there may be any."""
    files = [Path(word.split("::")[0]) for word in words]
    texts = [file.read_text() for file in files if file.suffix == ".py" and file.is_file()]
    if len(texts) < sum(not word.startswith("-") for word in words) or not texts:
        return True
    if marked in OF_PROCESSES:
        return any(f"mark.{marked}" in text for text in texts)
    return not all(NO_UNITS.search(text) for text in texts)


def from_here(words: list[str], caller: Path) -> Iterator[str]:
    """Paths as the caller wrote them, made whole: the tests run in the project's root."""
    for word in words:
        path, *name = word.split("::", 1)
        if (caller / path).exists():
            yield "::".join([str((caller / path).resolve()), *name])
        else:
            yield word
