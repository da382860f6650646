"""Boxes on a page: which lines they hold, and where they go with them."""

from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.anchors.boxes import around, is_in, is_same, moved

sides = st.floats(0, 1, allow_nan=False)


@st.composite
def boxes(draw: st.DrawFn) -> list[float]:
    """A box on the page."""
    left, right = sorted((draw(sides), draw(sides)))
    top, bottom = sorted((draw(sides), draw(sides)))
    return [left, top, right, bottom]


@given(st.lists(boxes(), min_size=1, max_size=6))
def test_what_is_around_boxes_holds_the_middle_of_each(some: list[list[float]]) -> None:
    assert all(is_in(box, around(some)) for box in some)


def test_a_line_is_in_a_box_by_its_middle() -> None:
    line = [0.1, 0.1, 0.5, 0.2]

    assert is_in(line, [0.2, 0.1, 0.4, 0.16])
    assert not is_in(line, [0.31, 0.1, 0.9, 0.2])
    assert not is_in(line, [0.0, 0.16, 0.9, 0.2])


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
