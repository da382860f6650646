"""What one glyph says of several letters, and letters and signs that say the same together."""

from pathlib import Path

import pytest
import typst

from mentorship.documents.formats import typeset
from mentorship.documents.formats.pdf.clusters import said_once
from mentorship.documents.formats.pdf.glyphs import Glyph
from mentorship.documents.formats.pdf.ligatures import by_glyph, joined
from tests.documents.formats.reading_copies import read


def glyph(text: str, left: float, right: float, y: float = 700) -> Glyph:
    return Glyph(text, left, y - 2, right, y + 10, left, y, 0.0, False, em=10)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("ffi", "ffi"),
        ("ال", "لا"),
        ("لا", "لا"),
        ("آل", "لآ"),
        ("ىل", "لى"),
        ("\u0651م", "م\u0651"),
        ("م\u0651", "م\u0651"),
        ("حم", "مح"),
    ],
)
def test_a_glyph_says_its_letters_in_the_order_of_their_writing(told: str, says: str) -> None:
    found = told[0]
    for sign in told[1:]:
        found = joined(found, sign)

    assert found == says


def test_characters_of_two_glyphs_that_are_shuffled_are_parted() -> None:
    shuffled = [("a", 1), ("b", 2), ("c", 1), ("d", 2), ("e", 3)]

    assert "".join(sign for sign, _ in by_glyph(shuffled)) == "acbde"


def test_a_letter_and_its_sign_that_both_say_both_are_said_once() -> None:
    page = [
        glyph("น", 60, 65),
        glyph("ชี", 65, 70),
        glyph("ชี", 66, 70.2, 703),
        glyph("ชี", 70, 75),
    ]

    found = said_once(page)

    assert [(one.text, one.left, one.y) for one in found] == [
        ("น", 60, 700),
        ("ชี", 65, 700),
        ("ชี", 70, 700),
    ]


def test_what_is_turned_or_far_away_says_the_same_again() -> None:
    page = [glyph("ชี", 65, 70), glyph("ชี", 65, 70, 680), glyph("ชี", 65, 70)._replace(turn=1.0)]

    assert said_once(page) == page


@pytest.mark.parametrize(
    ("language", "font", "words"),
    [
        ("ar", "Noto Sans Arabic", "خلال ثلاث سنوات على الآن عمّان شهرياً"),
        ("th", "Noto Sans Thai", "นักบัญชีอาวุโส เชียงใหม่"),
    ],
)
def test_what_typst_sets_is_read_as_it_was_written(
    tmp_path: Path, language: str, font: str, words: str
) -> None:
    source = tmp_path / "page.typ"
    source.write_text(f'#set text(lang: "{language}", font: ("{font}", "Noto Sans"))\n{words}\n')
    fonts = Path(typeset.__file__).parent / "fonts"

    copy = read(typst.compile(source, font_paths=[str(fonts)]), tmp_path)

    assert copy.text == words
