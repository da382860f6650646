"""How long a process that fell stays down."""

import time

import pytest

from mentorship.supervisor.children import Child


@pytest.mark.parametrize(
    ("lived", "pauses"),
    [(0.5, [1, 2, 4, 8]), (10, [1, 1, 1, 1])],
    ids=["longer each time, if it cannot start", "a second, if it was at work"],
)
def test_who_fell_comes_back(lived: float, pauses: list[int]) -> None:
    child = Child.__new__(Child)  # no process of its own: the rule alone
    child._wait, child._started_at = 1.0, time.monotonic() - lived

    assert [child.plan_restart() for _ in pauses] == pauses
