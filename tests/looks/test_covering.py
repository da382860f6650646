"""What is covered is gone from the picture; lines that say how to reach somebody are proposed."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from mentorship.looks.covering import INK, around, cover, is_contact, proposed

share = st.floats(0, 1, allow_nan=False)
boxes = st.builds(
    lambda a, b, c, d: [min(a, b), min(c, d), max(a, b), max(c, d)], share, share, share, share
)


def paper(width: int = 60, height: int = 84) -> bytes:
    """A small page, red all over."""
    kept = BytesIO()
    Image.new("RGB", (width, height), (255, 0, 0)).save(kept, "WEBP", lossless=True)
    return kept.getvalue()


@given(st.lists(boxes, max_size=4))
def test_nothing_of_what_lay_within_a_box_is_left(drawn: list[list[float]]) -> None:
    covered = Image.open(BytesIO(cover(paper(), drawn))).convert("RGB")

    for left, top, right, bottom in drawn:
        x, y = int(left * 60), int(top * 84)
        inside = covered.crop((x, y, max(int(right * 60), x) + 1, max(int(bottom * 84), y) + 1))
        # Lossy pictures blur what they hold; what is covered was gone before, so only edges take of both.
        middle = inside.crop((2, 2, max(inside.width - 2, 2), max(inside.height - 2, 2)))
        if middle.width and middle.height:
            wanted = Image.new("RGB", middle.size, INK)
            assert (
                max(high for _low, high in ImageChops.difference(middle, wanted).getextrema()) < 60
            )


def test_what_is_not_covered_stays_as_it_was() -> None:
    covered = Image.open(BytesIO(cover(paper(), [[0, 0, 1, 0.25]]))).convert("RGB")

    assert covered.size == (60, 84)
    red, green, _blue = covered.getpixel((30, 60))  # type: ignore[misc]  # three of RGB
    assert (red > 240, green < 20) == (True, True)


def test_notes_in_the_file_do_not_go_along() -> None:
    kept = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Ada Lovelace, London"
    Image.new("RGB", (9, 9)).save(kept, "WEBP", exif=exif)

    assert b"Lovelace" in kept.getvalue()
    assert b"Lovelace" not in cover(kept.getvalue(), [])


@given(boxes)
def test_what_is_covered_reaches_around_a_line_and_stays_on_the_page(box: list[float]) -> None:
    left, top, right, bottom = around(box)

    assert 0 <= left <= box[0] <= box[2] <= right <= 1
    assert 0 <= top <= box[1] <= box[3] <= bottom <= 1


@pytest.mark.parametrize(
    "words",
    [
        "ada@example.org",
        "E-Mail: ada.lovelace+jobs@mail.example.co.uk | London",
        "Tel. +44 20 7946 0018",
        "(030) 901820-12",
        "0171/2345678",
        "+1 (555) 010-9999",
        "https://ada.example/cv",
        "www.lovelace.net",
        "linkedin.com/in/ada",
        "github.com/ada",
        "Lindenstraße 7, 10969 Berlin",
        "10969 Berlin",
        "12 St James's Square",
        "221b Baker Street, London NW1 6XE",
        "Springfield, IL 62704",
        "Rue de Rivoli 99",
        "Born: 10 December 1815",
        "Geburtsdatum: 10.12.1815",
    ],
)
def test_a_line_that_says_how_to_reach_somebody_is_proposed(words: str) -> None:
    assert is_contact(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ada Lovelace",
        "Data analyst for machines",
        "2015 – 2019  Senior engineer",
        "03/2015 - 12/2019",
        "Raised 1,200,000 in two years",
        "Node.js, ASP.NET and C++",
        "Managed 14 people in 3 countries",
        "University of London, 1832–1836",
        "Cut costs by 20% (2018)",
    ],
)
def test_what_she_did_is_not(words: str) -> None:
    assert not is_contact(words)


def test_lines_are_proposed_by_their_numbers() -> None:
    assert proposed([(1, "Ada"), (2, "ada@example.org"), (3, "Analyst")]) == [2]
