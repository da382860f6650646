"""What a trial shows: one that is void shows neither that all is well nor that a bug was caught."""

import pytest

from tests.faults.leaks import found
from tests.faults.trial import Trial


@pytest.mark.parametrize(
    ("lost", "wrong", "void", "is_clean", "shows_a_fault"),
    [
        ([], [], "", True, False),
        (["a reply"], [], "", False, True),
        ([], ["a third copy"], "", False, True),
        ([], [], "no process came to it", False, False),
    ],
)
def test_only_what_is_lost_or_wrong_is_a_fault(
    lost: list[str], wrong: list[str], void: str, is_clean: bool, shows_a_fault: bool
) -> None:
    trial = Trial("CP4", 1, lost, wrong, extra=0, recovery=1.0, sweeps=1, took=2.0, void=void)

    assert (trial.is_clean, trial.shows_a_fault) == (is_clean, shows_a_fault)


def test_what_stands_where_it_may_not_is_named_by_what_it_is() -> None:
    secrets = {"the text of comment": "Lead with it.", "Ben's address": "ben@example.org"}
    places = {"a log": b"WARNING Lead with it.\n", "Redis": b"*1"}

    assert list(found(secrets, places)) == ["the text of comment stands in a log"]
