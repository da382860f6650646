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


def happenings(*, takes_all: bool) -> list[str]:
    return [name for name, one in HAPPENINGS.items() if one.takes_all is takes_all]


@pytest.mark.parametrize("name", happenings(takes_all=False))
def test_nothing_is_lost_when(name: str, run: Run) -> None:
    shown = run(name, 1)

    assert shown.void == ""
    assert (shown.lost, shown.wrong) == ([], [])


@pytest.mark.long
@pytest.mark.parametrize("name", happenings(takes_all=True))
def test_nothing_is_lost_on_a_server_of_its_own_when(name: str) -> None:
    with trials(alone=True) as run:
        shown = run(name, 1)

    assert shown.void == ""
    assert (shown.lost, shown.wrong) == ([], [])
