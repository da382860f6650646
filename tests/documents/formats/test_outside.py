"""Words of office files that stand in boxes, headers and footers."""

from pathlib import Path

import pytest

from mentorship.documents.formats.findings import rich_text
from mentorship.documents.formats.findings.outside import ways_in
from mentorship.documents.formats.manuscript import Limits
from mentorship.documents.formats.prepare import prepare
from tests.make import samples

HEADER = f'<w:hdr {samples.W}><w:p><w:r><w:t>Ada</w:t><w:tab/><w:t>ada@mail.example</w:t></w:r></w:p></w:hdr>'  # fmt: skip
TO_HEADER = samples.relation("rId7", "header", "header1.xml")
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId7"/></w:sectPr>'


def said(text: str) -> str:
    """A paragraph of Word's."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def boxed(text: str) -> str:
    """A paragraph with a text box, as Word writes one for old programs."""
    box = f"<w:txbxContent>{said(text)}</w:txbxContent>"
    return (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"{box}</v:textbox></v:shape></w:pict></w:r></w:p>"
    )


def found(content: bytes, name: str, folder: Path) -> list[tuple[str, str]]:
    """The words at which something was found, each with what it is."""
    file = folder / name
    file.write_bytes(content)
    copy = prepare(file, name, folder, limits=Limits())
    pieces = [piece for page in copy.pages for piece in page.simple if piece.marks]
    return [(copy.text[piece.start : piece.end], piece.marks) for piece in pieces]


def with_header(body: str) -> bytes:
    """A Word file with a header that says how to reach Ada."""
    parts = {"word/header1.xml": HEADER}
    return samples.word(body + SECTION, relations=TO_HEADER, parts=parts)


def test_an_address_in_the_header_alone_is_found(tmp_path: Path) -> None:
    [(words, marks)] = found(with_header(said("Ada Lovelace")), "cv.docx", tmp_path)

    assert "ada@mail.example" in words
    assert marks == "r"


def test_where_the_body_says_one_as_well_nothing_is_missed(tmp_path: Path) -> None:
    body = said("Ada Lovelace") + said("0044 20 7946 0123")

    assert found(with_header(body), "cv.docx", tmp_path) == []


def test_years_are_no_telephone(tmp_path: Path) -> None:
    [(words, marks)] = found(with_header(said("2012 - 2018")), "cv.docx", tmp_path)

    assert "ada@mail.example" in words
    assert marks == "r"


def test_words_in_a_text_box_are_found(tmp_path: Path) -> None:
    body = said("Ada Lovelace") + boxed("Speaks English")

    assert found(samples.word(body), "cv.docx", tmp_path) == [("Speaks English", "b")]


def test_words_that_the_body_says_as_well_are_not(tmp_path: Path) -> None:
    body = said("Speaks English") + boxed("Speaks English")

    assert found(samples.word(body), "cv.docx", tmp_path) == []


def test_a_writer_file_is_read_the_same_way(tmp_path: Path) -> None:
    box = "<draw:frame><draw:text-box><text:p>Speaks English</text:p></draw:text-box></draw:frame>"
    header = (
        '<style:master-page style:name="Standard"><style:header>'
        "<text:p>Ada: <text:span>ada@mail.example</text:span> in Leeds</text:p>"
        "</style:header></style:master-page>"
    )
    content = samples.writer(f"<text:p>Ada Lovelace{box}</text:p>", pages=header)

    assert dict(found(content, "cv.odt", tmp_path)) == {
        "Ada: ada@mail.example in Leeds": "r",
        "Speaks English": "b",
    }


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Leeds, +44 20 7946 0123", ["+44 20 7946 0123"]),
        ("ada.l@mail.example, 2012-2018", ["ada.l@mail.example"]),
        ("03.2012 - 09.2018", []),
        ("born 10.12.1995", []),
    ],
)
def test_ways_to_reach_a_person_are_told_from_dates(text: str, ways: list[str]) -> None:
    assert ways_in(text) == ways


SHAPE = (
    r"{\shp{\*\shpinst\shpwr2{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard Speaks English\par}}"
    r"{\shprslt{\*\do\dobxpage\dptxbx{\dptxbxtext\pard Speaks English\par}}}}"
)
RICH_HEADER = r"{\headerf\pard Ada\~L\u337?d\'e9\u-10179?\u-8704?\tab ada@mail.example\par}"


def test_a_rich_text_is_read_the_same_way(tmp_path: Path) -> None:
    body = rf"{RICH_HEADER}\pard Wrote \{{programs\}}.\par {SHAPE}\pard Leeds\par"
    file = samples.rtf(rf"{{\info{{\author ben@mail.example}}}}{body}")

    [(reached, running), (boxed, box)] = found(file, "cv.rtf", tmp_path)

    assert "ada@mail.example" in reached
    assert (running, boxed, box) == ("r", "Speaks English", "b")


def test_of_a_rich_text_nothing_is_missed_that_its_body_says(tmp_path: Path) -> None:
    body = rf"{RICH_HEADER}\pard Speaks English\par ben@mail.example\par {SHAPE}}}}}"

    assert found(samples.rtf(body), "cv.rtf", tmp_path) == []


def test_letters_and_signs_of_a_rich_text_are_read() -> None:
    said = rich_text.said_in(rb"{\rtf1 a\u8211?b\endash c\_d\-e{\header x}\line f}}g")

    assert said[rich_text.BODY] == "a–b–c-de\nfg"
    assert said[rich_text.RUNNING] == "x"
