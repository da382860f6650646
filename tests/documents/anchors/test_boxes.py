"""Boxes on a page: which lines they hold, and where they go with them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.anchors.boxes import around, is_in, is_same, moved

# Cases that the script is tried with too: one rule, kept in two languages.
CASES = json.loads((Path(__file__).parents[2] / "files/lines_in_boxes.json").read_text())
sides = st.floats(0, 1, allow_nan=False)


@st.composite
def boxes(draw: st.DrawFn) -> list[float]:
    """A box on the page."""
    left, right = sorted((draw(sides), draw(sides)))
    top, bottom = sorted((draw(sides), draw(sides)))
    return [left, top, right, bottom]


@given(st.lists(boxes(), min_size=1, max_size=6))
def test_what_is_around_boxes_holds_each(some: list[list[float]]) -> None:
    assert all(is_in(box, around(some)) for box in some)


@pytest.mark.parametrize("case", CASES, ids=[str(case["why"]) for case in CASES])
def test_which_lines_a_box_holds_is_what_the_script_says(case: dict[str, Any]) -> None:
    assert is_in(case["line"], case["box"]) == case["is_in"]


@given(boxes(), boxes(), boxes())
def test_a_moved_box_stays_on_the_page(
    box: list[float], old: list[float], new: list[float]
) -> None:
    assert all(0 <= side <= 1 for side in moved(box, old, new))


@given(boxes(), boxes())
def test_a_box_whose_lines_stay_stays_to_the_digit(box: list[float], lines: list[float]) -> None:
    assert moved(box, lines, lines) == box


def test_boxes_are_the_same_when_nobody_sees_a_difference() -> None:
    box = [0.1, 0.1, 0.5, 0.5]

    assert is_same(box, [0.1, 0.105, 0.495, 0.5])
    assert not is_same(box, [0.1, 0.1, 0.5, 0.52])


def test_a_box_goes_along_with_its_lines() -> None:
    line, lower = [0.1, 0.25, 0.5, 0.5], [0.1, 0.5, 0.5, 0.75]

    assert moved([0.0, 0.125, 0.625, 0.625], line, lower) == [0.0, 0.375, 0.625, 0.875]
