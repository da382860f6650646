"""What belongs together is read together, whatever a file draws first."""

from pathlib import Path

import pytest

from tests.documents.formats.reading_copies import read
from tests.make.pdfs import FONT, pdf, stream, text_at

Piece = tuple[float, float, str]


def lines_of(folder: Path, *pieces: Piece) -> list[str]:
    """The lines of a page on which these are drawn in turn, in 11 points, by their distance from its top."""
    page = "".join(text_at(x, 792 - y, text, 11) for x, y, text in pieces)
    return read(pdf(page), folder).text.split("\n")


def test_labels_drawn_before_all_texts_stand_at_theirs(tmp_path: Path) -> None:
    labels = [(60.0, 60.0, "Emil Dahl"), *((60.0, y, f"Label {y}") for y in (115.0, 172.0, 229.0))]
    texts = [
        (200.0, 115.0, "Nurse on a ward"),
        (200.0, 128.0, "for ten years."),
        (200.0, 172.0, "Sister"),
        (200.0, 229.0, "Choir"),
        (60.0, 400.0, "The end"),
    ]

    assert lines_of(tmp_path, *labels, *texts) == [
        *("Emil Dahl", "Label 115.0", "Nurse on a ward", "for ten years.", "Label 172.0"),
        *("Sister", "Label 229.0", "Choir", "The end"),
    ]


def test_dates_drawn_after_all_else_stand_in_their_rows(tmp_path: Path) -> None:
    roles = [
        (60.0, y + d, f"{word} {y}")
        for y in (100.0, 160.0, 220.0)
        for d, word in ((0, "Role"), (18, "Text"))
    ]
    dates = [(480.0, y, f"20{y:.0f}") for y in (100.0, 160.0, 220.0)]

    found = lines_of(tmp_path, *roles, *dates)

    assert found == [
        word for y in (100.0, 160.0, 220.0) for word in (f"Role {y}", f"20{y:.0f}", f"Text {y}")
    ]


def test_a_table_drawn_by_columns_is_read_by_rows(tmp_path: Path) -> None:
    rows = (100.0, 180.0)
    table = [
        *((60.0, y, f"{2000 + y:.0f}") for y in rows),
        *((160.0, y, f"role {y}") for y in rows),
        *((300.0, y + d, f"line {y + d}") for y in rows for d in (0, 13)),
    ]

    assert lines_of(tmp_path, *table) == [
        *("2100", "role 100.0", "line 100.0", "line 113.0"),
        *("2180", "role 180.0", "line 180.0", "line 193.0"),
    ]


def test_cells_drawn_line_by_line_across_are_whole(tmp_path: Path) -> None:
    left = ("Degree in", "professional", "development", "Other")
    right = (
        "School of Granada where I",
        "attended the cycle of training",
        "in applications.",
        "Next",
    )
    drawn = [
        (x, 100 + 13.0 * i, words[i])
        for i in range(4)
        for x, words in ((60.0, left), (170.0, right))
    ]

    assert lines_of(tmp_path, *drawn) == [*left[:3], *right[:3], left[3], right[3]]


def test_blocks_that_stand_beside_each_other_are_read_one_after_the_other(tmp_path: Path) -> None:
    drawn = [
        (x, y, f"{x:.0f} {y:.0f}") for x in (60.0, 300.0) for y in (100.0, 118.0, 131.0, 149.0)
    ]

    assert lines_of(tmp_path, *drawn) == [text for _, _, text in drawn]


def test_lists_beside_each_other_are_no_rows(tmp_path: Path) -> None:
    drawn = [(x, y, f"skill {x:.0f} {y:.0f}") for x in (60.0, 300.0) for y in (100.0, 130.0, 160.0)]

    assert lines_of(tmp_path, *drawn) == [text for _, _, text in drawn]


def test_a_heading_drawn_last_is_read_before_the_columns_under_it(tmp_path: Path) -> None:
    drawn = [
        *((330.0, 160.0, "SPEAKING"), (330.0, 173.0, "B2"), (60.0, 160.0, "READING")),
        *((60.0, 173.0, "C1"), (60.0, 100.0, "LANGUAGES"), (60.0, 60.0, "Mara")),
    ]

    assert lines_of(tmp_path, *drawn) == ["Mara", "LANGUAGES", "READING", "C1", "SPEAKING", "B2"]


def test_a_column_at_the_side_waits_for_nothing_that_goes_on_beside_it(tmp_path: Path) -> None:
    side = [(400.0, 110.0, "Skills"), (400.0, 123.0, "Lean")]
    main = [(60.0, 60 + 13.0 * i, f"words of a line {i}") for i in range(9)]

    assert lines_of(tmp_path, *main, *side)[-2:] == ["Skills", "Lean"]


def test_the_foot_of_a_page_is_read_last(tmp_path: Path) -> None:
    drawn = [(60.0, 100.0, "related"), (290.0, 770.0, "Page 1"), (60.0, 113.0, "to PHP.")]

    assert lines_of(tmp_path, *drawn) == ["related", "to PHP.", "Page 1"]


@pytest.mark.parametrize("above", [100.0, 765.0])
def test_text_that_runs_to_the_foot_is_no_foot(tmp_path: Path, above: float) -> None:
    drawn = [(60.0, above, "one line"), (60.0, 778.0, "the last")]

    assert lines_of(tmp_path, *drawn) == ["one line", "the last"]


def test_a_name_is_not_joined_with_the_smaller_line_under_it(tmp_path: Path) -> None:
    page = text_at(60, 740, "Silvia Yamada", 28) + text_at(60, 726, "Software Architect", 9)
    small_first = text_at(60, 600, "Craig", 9) + text_at(84, 612, "Holm", 28)

    found = read(pdf(page + small_first), tmp_path).text.split("\n")

    assert found[:2] == ["Silvia Yamada", "Software Architect"]


def test_radicals_are_the_ideographs_they_look_like(tmp_path: Path) -> None:
    mapping = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange \
1 beginbfchar <41> <2F24> endbfchar endcmap"
    font = f"{FONT} /ToUnicode 10 0 R"

    copy = read(pdf(text_at(72, 700, "A"), font=font, objects=(stream(mapping),)), tmp_path)

    assert copy.text == "大"


def test_rows_of_right_to_left_text_begin_at_the_right(tmp_path: Path) -> None:
    mapping = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange \
1 beginbfrange <41> <5a> <05D0> endbfrange endcmap"
    pieces = [
        *((60, 700, "ABC"), (60, 620, "BCD"), (300, 700, "DEF 2019"), (300, 620, "EFG 2020")),
    ]
    page = "".join(text_at(x, y, text, 11) for x, y, text in pieces)
    font = f"{FONT} /ToUnicode 10 0 R"

    copy = read(pdf(page, font=font, objects=(stream(mapping),)), tmp_path)

    assert copy.text.split("\n") == ["2019 והד", "גבא", "2020 זוה", "דגב"]


def test_a_name_is_read_before_a_column_beside_it_that_begins_higher(tmp_path: Path) -> None:
    page = text_at(40, 760, "Contact", 11) + text_at(40, 740, "ada@mail.example", 11)
    page += text_at(250, 720, "Ada Lovelace", 26) + text_at(250, 700, "Engineer", 11)
    page += text_at(250, 650, "Experience", 14) + text_at(250, 630, "Wrote the first program.", 11)

    assert read(pdf(page), tmp_path).text.split("\n") == [
        "Ada Lovelace",
        "Engineer",
        "Contact",
        "ada@mail.example",
        "Experience",
        "Wrote the first program.",
    ]


def test_a_large_line_under_others_is_no_name_to_be_read_first(tmp_path: Path) -> None:
    page = text_at(40, 760, "A letter to the board of trustees", 11)
    page += text_at(40, 720, "Application", 26) + text_at(40, 690, "Dear board,", 11)

    first, *_ = read(pdf(page), tmp_path).text.split("\n")

    assert first == "A letter to the board of trustees"


def test_a_date_drawn_before_its_row_stays_in_that_row(tmp_path: Path) -> None:
    page = ""
    for i, (role, dates) in enumerate(
        (("Clerk", "2009 - 2012"), ("Head of office", "2012 - 2018"))
    ):
        page += text_at(460, 700 - 60 * i, dates) + text_at(60, 700 - 60 * i, role)
        page += text_at(60, 682 - 60 * i, "Kept the books.") + text_at(60, 667 - 60 * i, "Wrote.")

    assert read(pdf(page), tmp_path).text.split("\n")[:5] == [
        "Clerk",
        "2009 - 2012",
        "Kept the books.",
        "Wrote.",
        "Head of office",
    ]
