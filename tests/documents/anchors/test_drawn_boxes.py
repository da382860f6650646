"""Four numbers are a box on a page, or it is said why they are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.anchors.boxes import LEAST, Box, Flaw, box_of, numbers_in

FRACTION = st.floats(0, 1)


@pytest.mark.parametrize(
    ("numbers", "meant"),
    [
        ((0.1, 0.2, 0.5, 0.4), Box(0.1, 0.2, 0.5, 0.4)),
        ((0, 0, 1, 1), Box(0, 0, 1, 1)),
        ((1 / 3, 0.25, 2 / 3, 0.75), Box(0.3333, 0.25, 0.6667, 0.75)),
        ((0.5, 0.2, 0.1, 0.4), Flaw.NOT_ON_PAGE),
        ((0.1, 0.4, 0.5, 0.2), Flaw.NOT_ON_PAGE),
        ((-0.1, 0.2, 0.5, 0.4), Flaw.NOT_ON_PAGE),
        ((0.1, 0.2, 1.1, 0.4), Flaw.NOT_ON_PAGE),
        ((0.1, 0.2, float("nan"), 0.4), Flaw.NOT_ON_PAGE),
        ((0.1, 0.2, float("inf"), 0.4), Flaw.NOT_ON_PAGE),
        ((0.1, 0.2, 0.5), Flaw.NOT_ON_PAGE),
        ((), Flaw.NOT_ON_PAGE),
        ((0.1, 0.2, 0.101, 0.4), Flaw.TOO_SMALL),
        ((0.1, 0.2, 0.5, 0.2), Flaw.TOO_SMALL),
    ],
)
def test_a_box_lies_on_its_page_in_order_and_can_be_seen(
    numbers: tuple[float, ...], meant: Box | Flaw
) -> None:
    assert box_of(numbers) == meant


@given(st.tuples(FRACTION, FRACTION, FRACTION, FRACTION))
def test_what_is_kept_is_a_box_again(numbers: tuple[float, ...]) -> None:
    box = box_of(numbers)

    if isinstance(box, Box):
        assert box_of(box) == box
        assert box.right - box.left >= LEAST
        assert box.bottom - box.top >= LEAST


@given(st.lists(st.floats(allow_nan=False), min_size=1))
def test_numbers_are_read_as_they_were_written(numbers: list[float]) -> None:
    assert numbers_in(",".join(map(str, numbers))) == tuple(numbers)


@pytest.mark.parametrize("text", ["", "a,b,c,d", "0.1;0.2", "0.1,,0.2,0.3"])
def test_what_cannot_be_read_is_no_number(text: str) -> None:
    assert numbers_in(text) == ()
