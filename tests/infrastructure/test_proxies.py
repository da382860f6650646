"""The files of `deploy/`, filled in for tests."""

import pytest

from tests.infrastructure.proxies import replaced


def test_what_is_filled_in_is_never_taken_for_a_place() -> None:
    places = {"/var/log/": "/run/t-15sa8/", "15s": "1s"}

    assert replaced("log /var/log/own; wait 15s;", places) == "log /run/t-15sa8/own; wait 1s;"


def test_a_longer_place_goes_before_one_that_it_holds() -> None:
    assert (
        replaced("listen 80; read 8", {"8": "9", "listen 80": "listen 81"}) == "listen 81; read 9"
    )


def test_a_place_that_is_not_there_is_told() -> None:
    with pytest.raises(RuntimeError, match="30m"):
        replaced("write 35m", {"30m": "1s"})
