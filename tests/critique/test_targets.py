"""What a browser points at is found in the version's text."""

import pytest

from accounts.models import User
from mentorship.critique.comments.targets import Spot, Target, known_lines, spot_of
from mentorship.documents.anchors.boxes import Box
from mentorship.documents.models import Version
from mentorship.documents.reading import kept_pages
from mentorship.toolbox.refused import Refused
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Target(line=1), "Ada Lovelace"),
        (Target(line=1, start=4, end_line=1, end=12), "Lovelace"),
        (Target(line=1, start=4, end_line=2, end=5), "Lovelace\nWrote"),
        (Target(line=3, start=6, end_line=3, end=8), "🐎"),
        (Target(line=3, start=8, end_line=3, end=15), "horses"),
        (Target(line=1, start=3, end_line=1, end=4), "Ada Lovelace"),
        (Target(line=1, start=90, end_line=1, end=99), "Ada Lovelace"),
        (Target(), ""),
        (Target(question=1), ""),
    ],
)
def test_the_words_that_are_meant(version: Version, place: Target, words: str) -> None:
    spot = spot_of(place, version)

    assert spot.quote.text.replace("\n\n", "\n") == words
    if spot.span:
        assert version.text[spot.span.start : spot.span.end] == spot.quote.text


def test_lines_that_were_shown_lately_are_where_they_are(version: Version) -> None:
    kept_pages.forget_all()
    assert known_lines(version) is None

    kept_pages.pages_of(version)

    for line in range(1, 4):
        place = Target(line=line, start=1, end_line=line, end=3)
        assert spot_of(place, version, known_lines(version)) == spot_of(place, version)


def test_words_over_the_end_of_a_page(ada: User) -> None:
    text = "".join(f"Line {number} of many.\n" for number in range(1, 121))
    version = make.ready_version(ada, text=text)
    first, second = version.pages.all()[:2]
    last = first.lines[-1][0]

    spot = spot_of(Target(line=last, start=8, end_line=last + 1, end=4), version)

    assert second.lines[0][0] == last + 1
    assert spot.span
    assert (spot.line, spot.page) == (last, 1)
    assert spot.quote.text.split() == ["of", "many.", "Line"]
    assert version.text[spot.span.start : spot.span.end] == spot.quote.text


@pytest.mark.parametrize("place", [Target(line=99), Target(line=2, end_line=1), Target(line=0)])
def test_a_line_that_is_not_there_is_refused(version: Version, place: Target) -> None:
    with pytest.raises(Refused) as refused:
        spot_of(place, version)

    assert (refused.value.code, refused.value.status) == ("no-place", 422)


@pytest.mark.parametrize(
    ("place", "spot"),
    [
        (Target(page=1), Spot(page=1)),
        (
            Target(page=1, box=(0.1, 0.2, 0.5, 0.4)),
            Spot(page=1, box=Box(0.1, 0.2, 0.5, 0.4)),
        ),
        (Target(), Spot()),
    ],
)
def test_a_page_and_a_box_on_it_have_no_words(version: Version, place: Target, spot: Spot) -> None:
    found = spot_of(place, version)

    row = found.placement(version)
    assert found == spot
    assert (row.line, row.start, row.end, row.quote) == (None, None, None, "")
    assert (row.page, row.box) == (place.page, list(place.box) if place.box else None)


@pytest.mark.parametrize(
    ("place", "code", "says"),
    [
        (Target(page=9), "no-place", "There is no such page."),
        (Target(box=(0.1, 0.2, 0.5, 0.4)), "no-place", "There is no such page."),
        (Target(page=1, box=()), "no-place", "does not lie on the page"),
        (Target(page=1, box=(0.5, 0.2, 0.1, 0.4)), "no-place", "does not lie on the page"),
        (Target(page=1, box=(0.1, 0.2, 0.1, 0.4)), "too-small", "too small to be seen"),
    ],
)
def test_what_is_not_on_a_page_is_refused(
    version: Version, place: Target, code: str, says: str
) -> None:
    with pytest.raises(Refused) as refused:
        spot_of(place, version)

    assert (refused.value.code, refused.value.status) == (code, 422)
    assert says in refused.value.sentence
