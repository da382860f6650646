"""What import-linter is asked to keep: the order inside every app, with a place for every module."""

import re
import tomllib
from itertools import pairwise
from typing import Any

import pytest

from tests.architecture.law import ROOT
from tests.architecture.laws_of_rooms import GIVES

LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
# Of notifications, notices are what other apps call; elsewhere they are what tasks and workers call.
ELSEWHERE_THAN_ON_THE_MAP = {"mentorship.notifications": {"notices"}}


def order_on_the_map() -> list[str]:
    """The layers that the map names, from top to bottom; "workers" stands for several names."""
    said = re.search(
        r"Inside an app, top to bottom: (.+?)\.", (ROOT / "docs/map.md").read_text(), re.DOTALL
    )
    assert said
    return [word.strip(" *\n") for word in said[1].split("→")]


def contracts_of(app: str) -> list[dict[str, Any]]:
    """The contracts about the order inside this app."""
    return [one for one in LINTER["contracts"] if one.get("containers") == [app]]


def floors(contract: dict[str, Any]) -> dict[str, int]:
    """On which floor each module stands, counted from the top."""
    layers = contract["layers"]
    return {name: floor for floor, names in enumerate(layers) for name in names.split(" : ")}


def test_imports_for_types_count_as_any_other() -> None:
    assert not LINTER.get("exclude_type_checking_imports", False)
    assert not [one for one in LINTER["contracts"] if one.get("ignore_imports")]


@pytest.mark.parametrize("app", GIVES)
def test_every_module_of_an_app_has_its_place_in_the_order_of_the_map(app: str) -> None:
    contract, *others = contracts_of(app)
    place = floors(contract)
    named = [
        name
        for name in order_on_the_map()
        if name in place and name not in ELSEWHERE_THAN_ON_THE_MAP.get(app, ())
    ]

    assert not others
    assert contract["exhaustive"]
    assert [pair for pair in pairwise(named) if place[pair[0]] >= place[pair[1]]] == []
