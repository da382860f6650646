"""The words of a PDF and the order they are read in."""

from pathlib import Path
from typing import Any

import pytest

from mentorship.documents.formats.manuscript import Line, Manuscript
from tests.documents.formats.reading_copies import PROSE, read
from tests.make.pdfs import FONT, pdf, stream, text_at, typeset

SOFT = "\u00ad"


def lines_of(content: bytes, folder: Path) -> list[str]:
    return read(content, folder).text.split("\n")


def only_line(copy: Manuscript) -> Line:
    [line] = copy.pages[0].lines
    return line


def with_unicode(mapping: str, font: str = FONT) -> dict[str, Any]:
    """A font whose codes mean what `mapping` says, in the words of a ToUnicode table."""
    table = f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> \
endcodespacerange {mapping} endcmap end".encode()
    return {"font": f"{font} /ToUnicode 10 0 R", "objects": (stream(table),)}


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = "Left words here. " * 20, "Right words there. " * 20
    page = typeset(f"= Title\n#columns(2)[{left} #colbreak() {right}]", tmp_path)

    text = read(page, tmp_path).text

    assert text.startswith("Title\nLeft")
    assert text.rindex("Left") < text.index("Right")


def test_columns_drawn_row_by_row_are_put_one_after_the_other(tmp_path: Path) -> None:
    rows = "".join(
        text_at(40, 700 - 20 * i, f"left {i} of the many words that a column holds", 11)
        + text_at(330, 700 - 20 * i, f"right {i} of the many words that a column holds", 11)
        for i in range(5)
    )

    lines = lines_of(pdf(text_at(40, 740, "Title across") + rows), tmp_path)

    assert [line.split()[0] for line in lines] == ["Title", *["left"] * 5, *["right"] * 5]


def test_rows_of_a_title_and_a_date_stay_rows(tmp_path: Path) -> None:
    rows = "".join(
        text_at(40, 700 - 40 * i, f"Role {i}") + text_at(500, 700 - 40 * i, f"201{i}")
        for i in range(5)
    )

    lines = lines_of(pdf(rows), tmp_path)

    assert lines[:4] == ["Role 0", "2010", "Role 1", "2011"]


def test_what_stands_above_is_read_first_though_it_is_drawn_last(tmp_path: Path) -> None:
    page = text_at(72, 400, PROSE) + text_at(72, 40, "Page 1") + text_at(72, 760, "Ada Lovelace")

    assert lines_of(pdf(page), tmp_path) == ["Ada Lovelace", PROSE, "Page 1"]


@pytest.mark.parametrize(
    "pieces", [((72, "Write to"), (181, "today.")), ((181, "today."), (72, "Write to"))]
)
def test_a_word_drawn_later_goes_into_the_hole_left_for_it(
    tmp_path: Path, pieces: tuple[tuple[int, str], ...]
) -> None:
    drawn = [text_at(x, 700, text) + text_at(72, 600 - x, "Below") for x, text in pieces]

    lines = lines_of(pdf("".join(drawn) + text_at(118, 700, "ada@x.org")), tmp_path)

    assert lines[0] == "Write to ada@x.org today."


def test_a_word_broken_at_the_line_end_is_boxed_on_both_lines(tmp_path: Path) -> None:
    copy = read(pdf(text_at(72, 700, "We manage-") + text_at(72, 686, "ment and more")), tmp_path)

    assert copy.text == f"We manage{SOFT}\nment and more"
    first, second = copy.pages[0].lines
    assert first.words[1].box[1] < second.words[0].box[1]
    assert not second.new_block


def test_a_name_broken_at_its_own_hyphen_keeps_it(tmp_path: Path) -> None:
    page = pdf(text_at(72, 700, "Ada Okonkwo-") + text_at(72, 686, "Lindqvist"))

    assert lines_of(page, tmp_path) == [f"Ada Okonkwo-{SOFT}", "Lindqvist"]


def test_words_without_a_space_are_parted_by_the_gap_an_eye_sees(tmp_path: Path) -> None:
    page = pdf("BT /F 12 Tf 72 700 Td [(for) -190 (the) -300 (team)] TJ ET")

    assert lines_of(page, tmp_path) == ["for the team"]


def test_spaced_letters_are_joined_and_noted(tmp_path: Path) -> None:
    page = pdf("BT /F 12 Tf 6 Tc 72 700 Td (WORK) Tj 10 0 Td 60 0 Td (HISTORY) Tj ET")

    copy = read(page, tmp_path)

    assert (copy.text, copy.notes) == ("WORK HISTORY", ("spaced-letters",))


def test_raised_figures_stay_in_their_word(tmp_path: Path) -> None:
    page = text_at(72, 700, "1") + text_at(78.7, 705, "st", 8) + text_at(86, 700, "/50")

    assert lines_of(pdf(page), tmp_path) == ["1st/50"]


def test_ligatures_of_fonts_without_unicode_are_spelled_out(tmp_path: Path) -> None:
    font = f"{FONT.replace('/WinAnsiEncoding', '')} << /Differences [28 /g28 /g29] >>"
    page = pdf(r"BT /F 12 Tf 72 700 Td (Scienti\034c) Tj 0 -20 Td (\035oor plan) Tj ET", font=font)

    assert lines_of(page, tmp_path) == ["Scientific", "floor plan"]


def test_thai_letters_with_a_little_space_are_one_word(tmp_path: Path) -> None:
    mapping = "2 beginbfchar <61> <0E28> <62> <0E27> endbfchar"

    page = pdf(text_at(72, 700, "a") + text_at(80.5, 700, "b"), **with_unicode(mapping))

    assert lines_of(page, tmp_path) == ["ศว"]


def test_spaces_and_hyphens_of_word_for_mac_are_single(tmp_path: Path) -> None:
    mapping = "2 beginbfchar <5f> <0009000D002000A0> <7e> <002D00AD2010> endbfchar"

    page = pdf(text_at(72, 700, "full~time_work"), **with_unicode(mapping))

    assert lines_of(page, tmp_path) == ["full-time work"]


def test_text_is_composed_and_free_of_control_characters(tmp_path: Path) -> None:
    mapping = "3 beginbfchar <7e> <00650301> <5f> <200E> <5e> <0000> endbfchar"

    page = pdf(text_at(72, 700, "R~sum~_ done"), **with_unicode(mapping))

    assert lines_of(page, tmp_path) == ["Résumé done"]


def test_characters_beyond_the_first_plane_are_whole(tmp_path: Path) -> None:
    mapping = "2 beginbfchar <7e> <D83DDE80> <5f> <D83D> endbfchar"

    page = pdf(text_at(72, 700, "go ~ now_"), **with_unicode(mapping))

    assert lines_of(page, tmp_path) == ["go 🚀 now"]


def test_icons_leave_the_text_and_symbol_bullets_stay(tmp_path: Path) -> None:
    mapping = "2 beginbfchar <7e> <F095> <5f> <F0B7> endbfchar"

    page = pdf(text_at(72, 700, "_ Call ~ 555 01"), **with_unicode(mapping))

    assert lines_of(page, tmp_path) == ["• Call 555 01"]


def test_icons_that_pass_for_letters_leave_the_text(tmp_path: Path) -> None:
    font = FONT.replace("/WinAnsiEncoding", "<< /Differences [72 /phone3] >>")

    page = pdf(text_at(72, 700, "H 555 01"), font=font)

    assert lines_of(page, tmp_path) == ["555 01"]


def test_codes_beyond_unicode_do_no_harm(tmp_path: Path) -> None:
    cmap = b"begincmap 2 begincodespacerange <00> <7f> <e00000> <ffffff> endcodespacerange \
1 begincidrange <e0e0e0> <e0e0ff> 1 endcidrange endcmap"
    below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 1000 /FontDescriptor 12 0 R \
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    flags = b"<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1000 1000] >>"
    page = pdf(
        "BT /F 12 Tf 72 700 Td <e0e0e0e0e0e1e0e0e2> Tj ET",
        font="/Type /Font /Subtype /Type0 /BaseFont /A /Encoding 10 0 R /DescendantFonts [11 0 R]",
        objects=(stream(cmap, "/Type /CMap /CMapName /A"), below, flags),
    )

    copy = read(page, tmp_path)

    assert (copy.text, copy.notes) == ("\ufffd" * 3, ("unreadable-text",))


def test_text_without_unicode_is_noted(tmp_path: Path) -> None:
    mapping = "1 beginbfrange <41> <7a> <E000> endbfrange"

    copy = read(pdf(text_at(72, 700, "Secret words"), **with_unicode(mapping)), tmp_path)

    assert "unreadable-text" in copy.notes


@pytest.mark.parametrize(
    ("turn", "place"), [(0, (0, 0)), (90, (1, 0)), (180, (1, 1)), (270, (0, 1))]
)
def test_a_turned_page_is_read_as_it_is_shown(
    tmp_path: Path, turn: int, place: tuple[int, int]
) -> None:
    corner = text_at(5, 780, "Top")

    copy = read(pdf(corner, page=f"/MediaBox [0 0 612 792] /Rotate {turn}"), tmp_path)

    line = only_line(copy)
    left, top, right, bottom = line.box
    assert (line.angle, copy.pages[0].width) == (turn, 792 if turn % 180 else 612)
    assert (round((left + right) / 2), round((top + bottom) / 2)) == place


def test_what_the_crop_box_hides_is_left_out(tmp_path: Path) -> None:
    page = text_at(20, 780, "Printer marks") + text_at(150, 600, "Shown")

    copy = read(pdf(page, page="/MediaBox [0 0 612 792] /CropBox [100 100 500 700]"), tmp_path)

    line = only_line(copy)
    assert (copy.text, copy.pages[0].width, copy.pages[0].height) == ("Shown", 400, 600)
    assert (round(line.box[0], 3), line.box[3] < 0.2) == (0.125, True)


def test_upright_and_turned_text_make_lines_of_their_own(tmp_path: Path) -> None:
    side = "BT /F 12 Tf 0 1 -1 0 30 300 Tm (Side bar text) Tj ET\n"
    slanted = "BT /F 30 Tf 0.7071 0.7071 -0.7071 0.7071 200 200 Tm (Draft copy) Tj ET\n"

    copy = read(pdf(text_at(72, 700, "Upright") + side + slanted), tmp_path)

    found = {copy.text[line.start : line.end]: line.angle for line in copy.pages[0].lines}
    assert found == {"Upright": 0, "Side bar text": 270, "Draft copy": 315}


def test_text_turned_by_half_reads_from_its_own_left(tmp_path: Path) -> None:
    page = "BT /F 12 Tf -1 0 0 -1 300 400 Tm (Upside down) Tj ET"

    copy = read(pdf(page), tmp_path)

    first, second = only_line(copy).words
    assert (copy.text, only_line(copy).angle) == ("Upside down", 180)
    assert first.box[0] > second.box[0]


def test_characters_at_no_place_are_left_out(tmp_path: Path) -> None:
    nowhere = f"BT /F {'9' * 38} Tf {'9' * 38} 0 0 1 0 0 Tm (Lost) Tj ET "

    assert lines_of(pdf(nowhere + text_at(72, 700, "Found")), tmp_path) == ["Found"]


def test_hebrew_and_arabic_are_in_the_order_they_are_read(tmp_path: Path) -> None:
    page = typeset(
        '#set text(lang: "he", font: ("Libertinus Serif", "DejaVu Sans Mono"))\nשלום עולם טוב',
        tmp_path,
    )

    copy = read(page, tmp_path)

    boxes = [word.box for word in only_line(copy).words]
    assert copy.text == "שלום עולם טוב"
    assert boxes[0][0] > boxes[1][0] > boxes[2][0]


def test_chinese_has_a_box_for_every_character(tmp_path: Path) -> None:
    mapping = "1 beginbfrange <41> <44> <5DE5> endbfrange"
    page = pdf(text_at(72, 700, "ABCD 2020"), **with_unicode(mapping))

    copy = read(page, tmp_path)

    assert copy.text == "工左巧巨 2020"
    assert len(only_line(copy).words) == 5


def test_a_page_of_very_many_pieces_keeps_its_drawing_order(tmp_path: Path) -> None:
    cells = "".join(text_at(20 + 80 * (i % 7), 780 - 8 * (i // 7), f"c{i}", 5) for i in range(637))

    lines = lines_of(pdf(cells), tmp_path)

    assert lines == [f"c{i}" for i in range(637)]


def test_each_word_of_a_line_lies_on_its_own_ink(tmp_path: Path) -> None:
    mixed = "BT /F 12 Tf 60 700 Td (WWWWWW MMMMMM ) Tj /F 9 Tf (illicit lilt) Tj ET"

    copy = read(pdf(mixed), tmp_path)

    [line] = copy.pages[0].lines
    places = [(round(word.box[0] * 612), round(word.box[2] * 612)) for word in line.words]
    assert places == [(60, 128), (131, 191), (195, 212), (214, 223)]


def test_letters_that_are_slanted_stand_on_a_line_that_is_not_turned(tmp_path: Path) -> None:
    page = "BT /F 12 Tf 1 0 0.25 1 72 700 Tm (Slanted) Tj ET BT /F 12 Tf 0 1 -0.25 1 72 600 Tm (Up) Tj ET"

    lines = read(pdf(page), tmp_path).pages[0].lines

    assert [line.angle for line in lines] == [0, 270]
