"""Every kill point and every other fault, once: nothing that was promised is lost, nothing comes thrice."""

from collections.abc import Callable, Iterator

import pytest

from tests.faults.catalogue import HAPPENINGS
from tests.faults.runs import trials
from tests.faults.trial import Trial

pytestmark = pytest.mark.processes

Run = Callable[[str, int], Trial]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Run a trial on a service that others use after it."""
    with trials() as started:
        yield started


@pytest.mark.parametrize("name", HAPPENINGS)
def test_nothing_is_lost_when(name: str, run: Run) -> None:
    shown = run(name, 1)

    assert shown.void == ""
    assert (shown.lost, shown.wrong) == ([], [])
