"""The numbers of one run of pytest, for `./run test`, which adds up several."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Leave them in the file that TALLY names."""
    if path := os.environ.get("TALLY"):
        stats = terminalreporter.stats
        counts = {name: len(found) for name, found in stats.items() if name}
        took: Counter[str] = Counter()
        for report in (one for found in stats.values() for one in found):
            if isinstance(report, pytest.TestReport):  # of setting up, of the test, of clearing up
                took[report.nodeid] += report.duration
        Path(path).write_text(json.dumps({"counts": counts, "slowest": took.most_common(10)}))
