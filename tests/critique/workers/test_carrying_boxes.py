"""Parts of pages, and pages, in the next version: with their lines, or on the same page."""

from uuid import uuid4

import pytest

from accounts.reader import Reader
from mentorship.critique import actions, tasks
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Placement, Thread
from mentorship.documents.models import Version
from tests import make
from tests.make import saying

pytestmark = pytest.mark.django_db

How = Placement.How
LOWER = (
    "Ada Lovelace\n\nPoet of numbers.\n\n"
    "Wrote the first program, for a machine that was never built.\nLikes 🐎 horses.\n"
)
LONG = "".join(f"Engine number {number}\n" for number in range(90))


def box_at(version: Version, first: int, last: int) -> tuple[float, ...]:
    """A part of page one around these lines, a little larger than they are."""
    lines = {number: box for number, _start, _end, box, *_ in version.pages.get(number=1).lines}
    left, top, right, _bottom = lines[first]
    return (left - 0.01, top - 0.005, right + 0.01, lines[last][3] + 0.005)


def near(box: tuple[float, ...]) -> object:
    """A box that is the same to the eye."""
    return pytest.approx(list(box), abs=1e-3)


def mark(version: Version, by: Reader, **place: object) -> Thread:
    """A point about a part of a page, or about a page; sent."""
    said = actions.comment(version, by=by, place=Target(**place), text="Crowded.", key=uuid4())
    saying.finish(version, by)
    return said.thread


def following(version: Version, text: str) -> Version:
    """The next version, ready, and carried to."""
    made = make.ready(make.version(version.document, text=text))
    tasks.carry(made.pk)
    return made


def test_a_part_goes_along_with_the_lines_in_it(version: Version, ben: Reader) -> None:
    box = box_at(version, 2, 2)
    thread = mark(version, ben, page=1, box=box)

    made = following(version, LOWER)

    after = made.placements.get(thread=thread)
    assert (after.how, after.page, after.start) == (How.MOVED, 1, None)
    assert after.box == near(box_at(made, 3, 3))
    assert after.box[1] > box[1]


@pytest.mark.parametrize("third", [0, 2])
def test_a_part_over_a_third_of_a_line_goes_along_with_it(
    version: Version, ben: Reader, third: int
) -> None:
    left, top, right, bottom = box_at(version, 2, 2)
    width = (right - left) / 3
    part = (left + third * width, top, left + (third + 1) * width, bottom)
    thread = mark(version, ben, page=1, box=part)

    made = following(version, LOWER)

    after = made.placements.get(thread=thread)
    _left, down, _right, _bottom = box_at(made, 3, 3)
    assert after.how == How.MOVED
    assert after.box == near((part[0], down, part[2], down + bottom - top))


def test_a_part_whose_lines_stay_stays(version: Version, ben: Reader) -> None:
    thread = mark(version, ben, page=1, box=box_at(version, 1, 1))

    after = following(version, LOWER).placements.get(thread=thread)

    assert after.how == How.UNCHANGED
    assert after.box == near(box_at(version, 1, 1))


def test_a_part_without_lines_stays_where_it_is_and_says_that_it_is_not_sure(
    version: Version, ben: Reader
) -> None:
    thread = mark(version, ben, page=1, box=(0.5, 0.8, 0.9, 0.95))

    after = following(version, LOWER).placements.get(thread=thread)

    assert (after.how, after.box) == (How.UNCHANGED, [0.5, 0.8, 0.9, 0.95])
    assert after.confidence < 0.5


def test_a_part_whose_lines_are_gone_stays_on_its_page(version: Version, ben: Reader) -> None:
    box = box_at(version, 2, 2)
    thread = mark(version, ben, page=1, box=box)

    after = following(version, "Poet of numbers.\n").placements.get(thread=thread)

    assert (after.how, after.box) == (How.UNCHANGED, near(box))
    assert after.confidence < 0.5


def test_a_page_stays_a_page_as_long_as_there_is_one(ada, ben: Reader) -> None:
    long = make.ready_version(ada, text=LONG)
    reader = make.visitor(make.grant(long.document, to=ben.person))
    assert long.pages.count() == 2
    first, second = (mark(long, reader, page=number) for number in (1, 2))

    made = following(long, "Ada Lovelace\n")

    stays, gone = (made.placements.get(thread=thread) for thread in (first, second))
    assert (stays.how, stays.page) == (How.UNCHANGED, 1)
    assert (gone.how, gone.page, gone.box) == (How.GONE, None, None)
