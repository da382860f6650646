"""Right-to-left lines are read in the order of their writing, however a file draws them."""

from itertools import permutations
from pathlib import Path

import pytest

from mentorship.documents.formats.pdf.actual import Drawn
from mentorship.documents.formats.pdf.bidi import in_logical_order
from mentorship.documents.formats.pdf.glyphs import Glyph
from tests.documents.formats.reading_copies import read

WORDS = Path(__file__).resolve().parents[3] / "bench" / "data" / "words" / "known"


def glyph(text: str, x: float, y: float = 700, width: float = 6) -> Glyph:
    return Glyph(text, x, y - 2, x + width, y + 10, x, y, 0.0, False, em=10)


def seen(line: str, y: float = 700) -> list[Glyph]:
    """Each sign of `line` beside the one before, as an eye sees them from left to right."""
    return [glyph(sign, 6.0 * i, y) for i, sign in enumerate(line) if sign != " "]


def written(glyphs: list[Glyph], drawn: Drawn | None = None) -> str:
    ordered = in_logical_order(glyphs, drawn or Drawn())
    return "".join(f" {one.text}" if one.spaced else one.text for one in ordered).strip()


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("םולש", "שלום"),
        ("sbaL radeC"[::-1] + " לצא", "אצל Cedar Labs"),
        ("םויס ,2023 דע 2019 תנשמ", "משנת 2019 עד 2023, סיום"),
        ("2023 – 2019 לע תרבח", "חברת על 2019 – 2023"),
        ("(ביבא לת)", "(תל אביב)"),
        (")ביבא לת(", "(תל אביב)"),
        ("< לא", "אל >"),
        ("Python 3 תפש", "שפת Python 3"),
        ("Labs 2024 – 2019 לצא", "אצל 2019 – 2024 Labs"),
        ("(א)ב", "ב(א)"),
        (".(PostgreSQL רקיעב) לא", "אל (בעיקר PostgreSQL)."),
        (".)PostgreSQL רקיעב( לא", "אל (בעיקר PostgreSQL)."),
    ],
)
def test_what_is_seen_is_turned_back(line: str, read_as: str) -> None:
    page = [*seen(line), *seen("דואמ בוטו ךורא", 600)]

    assert written(page).removesuffix(" ארוך וטוב מאוד") == read_as


def test_the_order_of_drawing_makes_no_difference() -> None:
    found = {written(list(order)) for order in permutations(seen("לצא X"))}

    assert found == {"X אצל"}


def test_a_right_to_left_line_on_a_left_to_right_page_stands_where_it_is_drawn() -> None:
    page = [*seen("Experienced", 720), *seen("2023 םולש Cedar", 700), *seen("engineer", 680)]

    assert "2023 שלום Cedar" in written(page)


def test_columns_are_lines_of_their_own() -> None:
    left, right = (
        seen("םולש"),
        [
            one._replace(left=one.left + 200, right=one.right + 200, x=one.x + 200)
            for one in seen("בוט")
        ],
    )

    rows = {one.row for one in in_logical_order([*left, *right], Drawn())}

    assert rows == {1, 2}


def test_points_follow_their_letter() -> None:
    before = [glyph("ש", 6), glyph("\u05c1", 5.0, width=4)]
    after = [glyph("ש", 6), glyph("\u05c1", 7, width=8)]

    assert (written(before), written(after)) == ("שׁ", "שׁ")


def test_a_space_of_the_file_counts_where_no_gap_is_seen() -> None:
    line = seen("בוטםולש")

    assert written(line, Drawn(blanks={700: [17.5]})) == "שלום טוב"


def test_icons_turn_with_their_line() -> None:
    assert written([*seen("םולש"), glyph("", 24)]) == "שלום"


@pytest.mark.parametrize(
    "name",
    [
        "chromium-plain-ar",
        "chromium-boxes-he",
        "chromium-table-hi",
        "chromium-plain-th",
        "typst-columns-he",
    ],
)
def test_words_that_browsers_print_are_the_words_of_the_page(name: str, tmp_path: Path) -> None:
    copy = read((WORDS / f"{name}.pdf").read_bytes(), tmp_path)

    truth = (WORDS / f"{name}.pdf.truth").read_text(encoding="utf-8")
    assert "".join(copy.text.split()) == "".join(truth.split())


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("םיתוריש CI/CD (GitLab) תיינב", "בניית CI/CD (GitLab) שירותים"),
        ("םויה [SQL] לש", "של [SQL] היום"),
        ("(CI/CD) תיינב", "בניית (CI/CD)"),
    ],
)
def test_brackets_belong_to_the_words_of_their_direction(line: str, read_as: str) -> None:
    page = [*seen(line), *seen("דואמ בוטו ךורא", 600)]

    assert written(page).removesuffix(" ארוך וטוב מאוד") == read_as


def test_arabic_brackets_in_a_latin_line_stand_behind_what_is_before_them() -> None:
    assert written(seen("Wrote (توريب) لا in 2020 at Cedar Labs")) == (
        "Wrote ال (بيروت) in 2020 at Cedar Labs"
    )


def test_a_number_that_goes_on_with_arabic_keeps_its_sign_behind_it() -> None:
    page = [*seen("لالخ %18"), *seen("ةبسنب", 712)]

    assert "18% خلال" in written(page)


def test_pieces_of_a_row_are_read_from_the_right_however_they_are_drawn() -> None:
    left, right = (
        seen("תוריש"),
        [one._replace(left=one.left + 90, right=one.right + 90) for one in seen("דיקפת")],
    )

    assert written([*left, *right]) == written([*right, *left]) == "תפקיד שירות"


def test_pieces_that_are_drawn_at_other_times_stay_where_they_are_drawn() -> None:
    left, right = (
        seen("תוריש"),
        [one._replace(left=one.left + 90, right=one.right + 90) for one in seen("דיקפת")],
    )

    assert written([*left, *seen("דואמ", 600), *right]) == "שירות מאוד תפקיד"


def test_a_rule_parts_the_cells_of_a_row() -> None:
    ruled = Drawn(rules=[(33.0, 690.0, 710.0)])

    assert written(seen("תוריש דיקפת"), ruled) == "תפקיד שירות"
    assert {one.row for one in in_logical_order(seen("תוריש דיקפת"), ruled)} == {1, 2}


def test_brackets_that_were_given_one_sign_are_a_pair_when_they_stand_close_around_it() -> None:
    page = [*seen("םיתוריש CI/CD (GitLab( תיינב"), *seen("(ב (א", 600)]

    assert written(page) == "בניית CI/CD (GitLab) שירותים א) ב)"


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("Ernst & םע דבע", "עבד עם Ernst &"),
        ("in/samer- תבותכ", "כתובת in/samer\u00ad"),
        ("SQL - ידי", "ידי - SQL"),
        ("-ל רבעמ", "מעבר ל\u00ad"),
    ],
)
def test_a_line_that_ends_within_latin_words_or_at_a_hyphen_goes_on(
    line: str, read_as: str
) -> None:
    page = [*seen("דואמ בוטו ךורא", 720), *seen(line)]

    assert written(page) == f"ארוך וטוב מאוד {read_as}"


def test_a_sign_that_is_drawn_by_itself_goes_with_the_letter_under_it() -> None:
    line = seen("نامع", 700)
    shadda = glyph("\u0651", line[2].left + 1, 702, width=4)

    assert written([*line, shadda]) == "عم\u0651ان"
    assert written([shadda, *line]) == "عم\u0651ان"


def test_a_sign_far_from_all_letters_is_a_line_of_its_own() -> None:
    found = in_logical_order([*seen("נא", 700), glyph("\u05b0", 6, 650)], Drawn())

    assert len({one.row for one in found}) == 2
