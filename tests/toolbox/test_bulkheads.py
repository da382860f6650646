"""One row with which a sweep can do nothing stops no other; a database that is away stops them all."""

import pytest
from django.db import OperationalError

from mentorship.toolbox.work.bulkheads import each


class Sweep:
    """Writes down what it did; fails at two with this."""

    def __init__(self, failure: Exception) -> None:
        self.failure = failure
        self.done: list[int] = []

    def do(self, pk: int) -> None:
        """One row."""
        if pk == 2:
            raise self.failure
        self.done.append(pk)


def test_what_cannot_be_done_is_logged_and_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    sweep = Sweep(ValueError("no such time zone"))

    each([1, 2, 3], sweep.do)

    assert sweep.done == [1, 3]
    assert [record.getMessage() for record in caplog.records] == ["Sweep.do 2 could not be done"]


def test_a_database_that_is_away_stops_them_all() -> None:
    sweep = Sweep(OperationalError("the server closed the connection"))

    with pytest.raises(OperationalError):
        each([1, 2, 3], sweep.do)

    assert sweep.done == [1]
