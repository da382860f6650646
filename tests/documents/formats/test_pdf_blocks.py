"""Which lines of a PDF open a block: a paragraph, a heading, an item of a list."""

from pathlib import Path

from tests.documents.formats.reading_copies import PROSE, read
from tests.make.pdfs import pdf, text_at, typeset


def blocks(content: bytes, folder: Path) -> list[str]:
    """The text with each block on a line."""
    copy = read(content, folder)
    starts = [line.start for line in copy.pages[0].lines if line.new_block]
    ends = [*starts[1:], len(copy.text) + 1]
    return [copy.text[start : end - 1] for start, end in zip(starts, ends, strict=True)]


def test_paragraphs_are_blocks_and_wrapped_lines_flow_on(tmp_path: Path) -> None:
    words = "plain words " * 20

    found = blocks(typeset(f"{words}.\n\n{words}.", tmp_path), tmp_path)

    assert [block.replace("\n", " ") for block in found] == [f"{words}.".replace(" .", " .")] * 2


def test_paragraphs_set_in_by_their_first_line_are_blocks(tmp_path: Path) -> None:
    starts = [92, 72, 72, 92, 72]
    page = "".join(text_at(x, 700 - 14 * i, PROSE) for i, x in enumerate(starts))

    assert [block.count("\n") for block in blocks(pdf(page), tmp_path)] == [2, 1]


def test_bullets_headings_and_short_lines_begin_blocks(tmp_path: Path) -> None:
    page = typeset(
        "= Work\n- Led a team of many people who built and ran a service for many others "
        "and wrote about all of it\n- Sold it\n\nAda Lovelace\\ 12 Some Street\\ London",
        tmp_path,
    )

    found = [block.replace("\n", " ") for block in blocks(page, tmp_path)]

    assert found[0] == "Work"
    assert found[1].startswith("• Led")
    assert found[1].endswith("it")
    assert found[2:] == ["• Sold it", "Ada Lovelace", "12 Some Street", "London"]


def test_bullets_drawn_as_shapes_begin_items(tmp_path: Path) -> None:
    items = (
        "Kept the books of a house of thirty people",
        "Wrote the report",
        "Trained two of them",
    )
    page = text_at(60, 745, "Experience")
    for place, item in enumerate(items):
        y = 720 - 14 * place
        page += f"72 {y + 3} m 74 {y + 5} l 76 {y + 3} l 74 {y + 1} l f " + text_at(84, y, item, 10)

    assert blocks(pdf(page), tmp_path) == ["Experience", *items]


def test_rules_and_boxes_beside_lines_are_no_bullets(tmp_path: Path) -> None:
    lines = ("Nurse manager with twelve years in", "intensive care, who builds teams")
    shapes = "50 690 1 40 re f 60 714 6 1 re f 20 700 40 24 re f 60 400 4 4 re f "
    page = "".join(text_at(72, 712 - 14 * place, words, 10) for place, words in enumerate(lines))

    assert blocks(pdf(shapes + page), tmp_path) == ["\n".join(lines)]


def test_a_narrow_column_under_a_wide_line_is_a_paragraph(tmp_path: Path) -> None:
    wide = (
        "12 Long Street, Leeds   |   nadia@farouk.example   |   +44 5550 1000   |   nadia.example"
    )
    prose = ["Nurse manager with twelve years in", "intensive care. Builds teams that stay,"]
    prose.append("and rosters that hold.")
    page = text_at(60, 765, wide, 10) + text_at(60, 735, "SUMMARY")
    for place, words in enumerate(prose):
        page += text_at(60, 715 - 14 * place, words, 10)
    for place, words in enumerate(("SKILLS", "Triage", "Rosters", "Training")):
        page += text_at(330, 715 - 14 * place, words, 10)

    assert "\n".join(prose) in blocks(pdf(page), tmp_path)


def test_a_date_beside_a_role_makes_no_column_of_it(tmp_path: Path) -> None:
    page = text_at(60, 700, "Shift manager", 10) + text_at(480, 700, "2018", 10)
    page += text_at(60, 686, "Northway Parcels", 10) + text_at(60, 672, PROSE, 10)

    assert blocks(pdf(page), tmp_path)[-2:] == ["Northway Parcels", PROSE]
