"""What software reads of a PDF: its words as they are drawn, and what stands in its way."""

from pathlib import Path

import pytest

from mentorship.documents.formats import wire
from mentorship.documents.formats.manuscript import Limits, Manuscript, Piece
from mentorship.documents.formats.prepare import prepare
from mentorship.documents.formats.simple.kinds import (
    COLUMNS,
    DATE,
    ICON,
    PICTURE,
    SPACED,
    TABLE,
    UNMAPPED,
    UNSEEN,
)
from mentorship.documents.formats.simple.pieces import marked
from tests.make.pdfs import LEFT, RIGHT, column, in_turn, pdf, picture, text_at

ROLES = ("Clerk at a mill", "Bookkeeper at a shop", "Head of an office", "Adviser to a bank")
DATES = ("2008 - 2012", "2012 - 2018", "2018 - 2021", "2021 -")


def read(content: str, folder: Path, **how: object) -> Manuscript:
    """What a page with this content becomes."""
    file = folder / "cv.pdf"
    file.write_bytes(pdf(content, **how))  # type: ignore[arg-type]  # as `pdf` takes them
    return prepare(file, "cv.pdf", folder, limits=Limits())


def said(copy: Manuscript, piece: Piece) -> str:
    """Its words."""
    return copy.text[piece.start : piece.end] if piece.end else piece.text


def rows(copy: Manuscript) -> list[str]:
    """What software takes for lines."""
    lines: list[str] = []
    for piece in copy.pages[0].simple:
        if piece.opens:
            lines.append(said(copy, piece))
        else:
            lines[-1] += f" {said(copy, piece)}"
    return lines


def found(copy: Manuscript) -> dict[str, list[str]]:
    """The words at which each kind of thing was found."""
    kinds: dict[str, list[str]] = {}
    for piece in copy.pages[0].simple:
        for mark in piece.marks:
            kinds.setdefault(mark, []).append(said(copy, piece))
    return kinds


def test_columns_drawn_in_turn_are_read_across(tmp_path: Path) -> None:
    copy = read(in_turn(column(60, LEFT), column(330, RIGHT)), tmp_path)

    assert rows(copy)[0] == f"{LEFT[0]} {RIGHT[0]}"
    assert found(copy) == {COLUMNS: [text for row in zip(LEFT, RIGHT, strict=True) for text in row]}


def test_columns_drawn_one_after_the_other_are_not(tmp_path: Path) -> None:
    copy = read("".join(column(60, LEFT) + column(330, RIGHT)), tmp_path)

    assert rows(copy) == [*LEFT, *RIGHT]
    assert found(copy) == {}


def test_roles_with_their_dates_at_the_other_edge_are_well_made(tmp_path: Path) -> None:
    copy = read(in_turn(column(60, ROLES, step=40), column(480, DATES, step=40)), tmp_path)

    assert rows(copy) == [f"{role} {date}" for role, date in zip(ROLES, DATES, strict=True)]
    assert found(copy) == {}


def test_titles_with_dates_beside_and_a_line_below_are_well_made(tmp_path: Path) -> None:
    places = ("in Leeds, where it rains", "in York", "in Hull, by the water", "in London")
    page = in_turn(
        column(60, ROLES, step=40), column(480, DATES, step=40), column(60, places, y=686, step=40)
    )

    assert found(read(page, tmp_path)) == {}


def test_dates_drawn_after_all_roles_have_no_place(tmp_path: Path) -> None:
    copy = read("".join(column(60, ROLES, step=40) + column(480, DATES, step=40)), tmp_path)

    assert found(copy) == {DATE: list(DATES)}


def test_one_date_alone_is_none_of_them(tmp_path: Path) -> None:
    page = "".join(column(60, ROLES, step=40)) + text_at(480, 700, DATES[0])

    assert found(read(page, tmp_path)) == {}


def test_a_date_below_its_role_is_at_its_place(tmp_path: Path) -> None:
    below = [text_at(60, 686 - 60 * i, date) for i, date in enumerate(DATES)]
    beside = column(330, RIGHT[:4], y=686, step=60)
    page = in_turn(column(60, ROLES, step=60), below) + "".join(beside)

    assert DATE not in found(read(page, tmp_path))


def test_rows_of_three_cells_are_a_table(tmp_path: Path) -> None:
    cells = [("Skill", "Level", "Years"), ("Python", "expert", "6"), ("SQL", "good", "4")]
    page = "".join(
        text_at(60 + 160 * x, 700 - 20 * y, cell)
        for y, row in enumerate(cells)
        for x, cell in enumerate(row)
    )

    assert found(read(page, tmp_path)) == {TABLE: [cell for row in cells for cell in row]}


def test_labels_with_their_texts_are_none(tmp_path: Path) -> None:
    page = in_turn(column(60, ("Skills", "Tools", "Languages")), column(200, RIGHT[:3]))

    assert found(read(page, tmp_path)) == {}


def test_a_row_of_three_among_others_is_no_table(tmp_path: Path) -> None:
    page = text_at(60, 720, "Ada") + text_at(220, 720, "Leeds") + text_at(400, 720, "2026")

    assert found(read(page + "".join(column(60, LEFT)), tmp_path)) == {}


def test_a_heading_letter_by_letter_is_spaced(tmp_path: Path) -> None:
    copy = read(text_at(60, 700, "S K I L L S") + text_at(60, 680, "and more"), tmp_path)

    assert found(copy) == {SPACED: ["SKILLS"]}


ICONS = (
    "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 10 0 R "
    "/Encoding << /Type /Encoding /Differences [65 /A] >>"
)
TO_PRIVATE = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
    b"endcodespacerange 1 beginbfrange <41> <41> <F095> endbfrange endcmap end"
)


def test_a_sign_of_a_private_area_is_an_icon(tmp_path: Path) -> None:
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(TO_PRIVATE), TO_PRIVATE)
    page = text_at(60, 700, "A") + "".join(column(80, ("0123 456 789",)))

    copy = read(page, tmp_path, font=ICONS, objects=(stream,))

    assert found(copy)[ICON] == ["\uf095"]
    assert copy.pages[0].simple[0].opens


def test_letters_without_unicode_are_lost(tmp_path: Path) -> None:
    font = "/Type /Font /Subtype /Type1 /BaseFont /Odd /Encoding << /Type /Encoding /Differences [65 /g1 /g2 /g3 /g4] >>"

    copy = read(text_at(60, 700, "ABCD") + text_at(60, 680, "ABC"), tmp_path, font=font)

    assert set(found(copy)) <= {UNMAPPED, ICON, UNSEEN}


def test_white_words_are_seen_by_nobody(tmp_path: Path) -> None:
    white = "1 1 1 rg " + text_at(60, 500, "leader synergy agile expert") + "0 0 0 rg "

    copy = read(text_at(60, 700, "Ada Lovelace") + white, tmp_path)

    assert found(copy) == {UNSEEN: ["leader synergy agile expert"]}


def test_so_are_words_beside_the_page_which_are_not_in_the_text(tmp_path: Path) -> None:
    page = text_at(60, 700, "Ada Lovelace") + text_at(900, 700, "agile") + text_at(900, 680, "lean")

    copy = read(page, tmp_path)

    assert copy.text == "Ada Lovelace"
    assert found(copy) == {UNSEEN: ["agile", "lean"]}


def test_a_scan_is_a_picture(tmp_path: Path) -> None:
    content = "q 612 0 0 792 0 0 cm /X Do Q"
    noise = picture(bytes(range(64)) * 4, 16)

    assert found(read(content, tmp_path, objects=(noise,))) == {PICTURE: [""]}


def test_marks_fall_on_what_shares_words_with_a_span() -> None:
    pieces = (Piece(0, 5), Piece(6, 9, marks=COLUMNS), Piece(text="x"))

    assert [piece.marks for piece in marked(pieces, [(7, 8)], UNSEEN)] == ["", "cu", ""]


PIECES = [Piece(3, 9, opens=True, marks="c"), Piece(text="\uf095", marks="i"), Piece(opens=True, marks="p")]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_comes_back_from_its_row(piece: Piece) -> None:
    assert wire.piece_of(wire.piece_row(piece)) == piece


@pytest.mark.parametrize("row", [[1, 2, 3, "?"], [1, "x" * 999, "i"], [1, "c"], [1, -2, 3, ""]])
def test_what_is_no_piece_is_refused(row: list[object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        wire.piece_of(row)
