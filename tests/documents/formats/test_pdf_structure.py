"""A tagged page is read as its structure has it, when that makes sense."""

from pathlib import Path

import pytest

from tests.documents.formats.reading_copies import read
from tests.make.pdfs import LETTER, pdf, text_at

TAGGED = "/StructTreeRoot 10 0 R /MarkInfo << /Marked true >>"
SIDE = [(60, y, f"side {y}") for y in (700, 686)]
MAIN = [(250, y, f"main {y}") for y in (700, 686, 672)]
# Drawn line by line across the page, and told by its structure as two stories, the right one first.
DRAWN = [SIDE[0], MAIN[0], SIDE[1], MAIN[1], MAIN[2]]
STORIES = "1 3 4 0 2"

Piece = tuple[int, int, str]


def tagged(pieces: list[Piece], structure: str, inner: str = "", *, beside: str = "") -> bytes:
    """A page with these pieces, numbered in turn as contents of what `structure` says.

    inner   what an element within it says, which is object 13
    beside  what is drawn after all pieces, in no structure
    """
    drawn = "".join(
        f"/P << /MCID {number} >> BDC {text_at(x, y, text)} EMC\n"
        for number, (x, y, text) in enumerate(pieces)
    )
    within = inner.split()
    owners = " ".join(f"{13 if str(i) in within else 11} 0 R" for i in range(len(pieces)))
    objects = (
        "<< /Type /StructTreeRoot /K [11 0 R] /ParentTree 12 0 R >>",
        f"<< /S /Document /P 10 0 R /Pg 20 0 R /K [{structure}] >>",
        f"<< /Nums [0 [{owners}]] >>",
        f"<< /S /Div /P 11 0 R /Pg 20 0 R /K [{inner}] >>",
    )
    page = f"{LETTER} /StructParents 0"
    return pdf(drawn + beside, page=page, catalog=TAGGED, objects=tuple(map(str.encode, objects)))


def lines_of(folder: Path, raw: bytes) -> list[str]:
    return read(raw, folder).text.split("\n")


def texts(pieces: list[Piece]) -> list[str]:
    return [text for _x, _y, text in pieces]


def test_stories_are_read_in_the_order_of_the_structure(tmp_path: Path) -> None:
    assert lines_of(tmp_path, tagged(DRAWN, STORIES)) == texts(MAIN + SIDE)


def test_elements_within_elements_are_read_where_they_stand(tmp_path: Path) -> None:
    assert lines_of(tmp_path, tagged(DRAWN, "1 13 0 R 0 2", "3 4")) == texts(MAIN + SIDE)


def test_what_is_in_no_structure_stays_with_what_is_drawn_before_it(tmp_path: Path) -> None:
    raw = tagged(DRAWN, STORIES, beside=text_at(250, 658, "7"))

    assert lines_of(tmp_path, raw) == [*texts(MAIN), "7", *texts(SIDE)]


@pytest.mark.parametrize(
    "structure", ["4 3 1 2 0", "1 3", "1", ""], ids=["upwards", "little", "one", "empty"]
)
def test_what_makes_no_sense_is_not_followed(tmp_path: Path, structure: str) -> None:
    untagged = pdf("".join(text_at(*piece) for piece in DRAWN))
    (tmp_path / "plain").mkdir()

    found = lines_of(tmp_path, tagged(DRAWN, structure))

    assert found == lines_of(tmp_path / "plain", untagged) != texts(MAIN + SIDE)


def test_a_table_under_a_box_is_read_by_rows(tmp_path: Path) -> None:
    text = [(60, 700 - 14 * row, f"text {row}") for row in range(3)]
    table = [(x, 600 - 14 * row, f"cell {row}.{x}") for row in range(3) for x in (60, 230, 420)]
    pieces = [*text, *table[0::3], *table[1::3], *table[2::3], (420, 680, "box")]
    in_rows = " ".join(map(str, (0, 12, 1, 2, 3, 6, 9, 4, 7, 10, 5, 8, 11)))

    found = lines_of(tmp_path, tagged(pieces, in_rows))

    assert found == ["text 0", "box", "text 1", "text 2", *texts(table)]


def test_a_box_fastened_to_a_heading_does_not_part_it_from_its_text(tmp_path: Path) -> None:
    story = [(250, 700 - 14 * row, f"story {row}") for row in range(4)]
    box = [(60, 560 - 14 * row, f"box {row}") for row in range(2)]

    found = lines_of(tmp_path, tagged([*story, *box], "0 4 5 1 2 3"))

    assert [line for line in found if "story" in line] == texts(story)
    assert abs(found.index("story 0") - found.index("story 1")) == 1


def test_a_structure_that_holds_itself_is_read_once(tmp_path: Path) -> None:
    found = lines_of(tmp_path, tagged(DRAWN, "1 13 0 R 0 2", "13 0 R 3 4"))

    assert sorted(found) == sorted(texts(DRAWN))


def test_a_name_on_top_is_read_first_whatever_the_structure_says(tmp_path: Path) -> None:
    pieces = [*DRAWN, (60, 740, "Ada Lovelace")]
    page = tagged(pieces, "1 3 4 0 2 5").replace(
        b"/F 12 Tf 1 0 0 1 60 740", b"/F 24 Tf 1 0 0 1 60 740"
    )

    assert lines_of(tmp_path, page)[0] == "Ada Lovelace"
