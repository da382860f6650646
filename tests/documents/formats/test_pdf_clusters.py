"""Glyphs that say one thing together, spaces that take no place, and letters in the shapes of words."""

from pathlib import Path

from tests.documents.formats.reading_copies import read
from tests.make.pdfs import FONT, pdf, stream, text_at


def lines_of(content: bytes, folder: Path) -> list[str]:
    return read(content, folder).text.split("\n")


def marked(text: bytes, operators: str) -> str:
    return f"/Span << /ActualText <{text.hex()}> >> BDC {operators} EMC\n"


def test_a_cluster_of_glyphs_has_its_text_once_and_the_place_of_all(tmp_path: Path) -> None:
    said = marked("\ufeffस्थि".encode("utf-16-be"), text_at(72, 700, "ab") + text_at(85.4, 700, "c"))

    copy = read(pdf(said + text_at(91.4, 700, "xyz")), tmp_path)

    [line] = copy.pages[0].lines
    assert copy.text == "स्थिxyz"
    assert round(line.box[0] * 612) == 72


def test_a_cluster_drawn_in_parts_is_said_once(tmp_path: Path) -> None:
    parts = text_at(72, 700, "a") + text_at(120, 700, "z") + text_at(72, 700, "e")

    said = lines_of(pdf(marked("\ufeffन".encode("utf-16-be"), parts)), tmp_path)

    assert said == ["न"]


def test_a_text_too_long_for_a_cluster_is_left_to_the_glyphs(tmp_path: Path) -> None:
    longer = marked(b"Ada Lovelace", text_at(72, 700, "Ada") + text_at(96, 700, "Lovelace"))

    assert lines_of(pdf(longer), tmp_path) == ["Ada Lovelace"]


def test_a_space_that_takes_no_place_is_none(tmp_path: Path) -> None:
    page = "BT /F 12 Tf 72 700 Td (https) Tj ( ) Tj 26.016 0 Td (://ada.org) Tj ET"

    assert lines_of(pdf(page), tmp_path) == ["https://ada.org"]


def test_letters_in_the_shapes_of_words_are_letters(tmp_path: Path) -> None:
    mapping = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange \
2 beginbfchar <41> <FEDF> <42> <FE8E> endbfchar endcmap"
    font = f"{FONT} /ToUnicode 10 0 R"

    found = lines_of(pdf(text_at(72, 700, "BA"), font=font, objects=(stream(mapping),)), tmp_path)

    assert found == ["لا"]


def test_a_letter_and_its_sign_stand_on_the_line_of_the_letter(tmp_path: Path) -> None:
    text = "\ufeffشهرياً".encode("utf-16-be")
    page = marked("\ufeffن".encode("utf-16-be"), text_at(66, 700, "n"))
    page += marked(text, text_at(72, 705, "x") + text_at(74, 700, "."))

    [line] = read(pdf(page), tmp_path).pages[0].lines

    assert len(line.words) == 1
