"""What a Word file says in places of its own: names of Strict, fields, diagrams, headers."""

from pathlib import Path

import pytest

from mentorship.documents.formats.manuscript import Limits
from mentorship.documents.formats.prepare import prepare
from mentorship.documents.formats.word.fields import name_of
from tests.make import samples

P = "<w:p>{}</w:p>"
T = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
CHAR = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"


def lines_of(raw: bytes, folder: Path) -> list[str]:
    original = folder / "original"
    original.write_bytes(raw)
    return prepare(original, "cv.docx", folder, limits=Limits()).text.split("\n")


def field(code: str, result: str, inside: str = "") -> str:
    code = f"<w:r><w:instrText xml:space='preserve'> {code} </w:instrText></w:r>"
    return (
        CHAR.format("begin") + code + inside + CHAR.format("separate") + result + CHAR.format("end")
    )


def headed(body: str, **headers: str) -> bytes:
    """A Word file with these headers, by the names its sections know them by."""
    return samples.word(
        body,
        relations="".join(samples.relation(name, "header", f"{name}.xml") for name in headers),
        parts={
            f"word/{name}.xml": f"<w:hdr {samples.W}>{P.format(T.format(text))}</w:hdr>"
            for name, text in headers.items()
        },
    )


def section(*references: tuple[str, str], more: str = "") -> str:
    said = "".join(
        f"<w:headerReference w:type='{type_}' r:id='{name}'/>" for name, type_ in references
    )
    return f"<w:sectPr>{said}{more}</w:sectPr>"


def test_strict_open_xml_is_the_same_text(tmp_path):
    members = samples.unpacked(samples.word(P.format(T.format("Erika Lund"))))
    strict = {
        name: raw.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
            b"http://purl.oclc.org/ooxml/wordprocessingml/",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/",
            b"http://purl.oclc.org/ooxml/officeDocument/",
        )
        for name, raw in members.items()
    }

    assert lines_of(samples.package(strict), tmp_path) == ["Erika Lund"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (T.format("Dear ") + field("MERGEFIELD Name", T.format("Ms Holm")), "Dear Ms Holm"),
        (field('DATE \\@ "d MMMM yyyy"', T.format("3 March 2024")), "3 March 2024"),
        (f"<w:fldSimple w:instr=' MERGEFIELD x '>{T.format('Leeds')}</w:fldSimple>", "Leeds"),
        (field("IF", T.format("yes"), field("MERGEFIELD a", T.format("no"))), "yes"),
        (field("FORMTEXT", T.format("filled in")), "filled in"),
        (field('HYPERLINK "https://a.example"', T.format("a page")), "a page"),
        (T.format("Ada") + CHAR.format("begin") + CHAR.format("end"), "Ada"),
        (T.format("Ada") + CHAR.format("end"), "Ada"),
        (T.format("Ada") + field("", T.format(" Byron")), "Ada Byron"),
    ],
)
def test_a_field_says_what_it_was_saved_with(tmp_path, body, said):
    assert lines_of(samples.word(P.format(body)), tmp_path) == [said]


def test_a_field_without_a_code_has_no_name():
    assert (name_of("  "), name_of(" date \\@ x")) == ("", "DATE")


def test_the_words_of_a_diagram_stand_before_its_paragraph(tmp_path):
    spaces = (
        'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for text in ("Plan", " ", "Build")
    )
    diagram = f"<w:drawing {spaces}><dgm:relIds r:dm='rId7'/><dgm:relIds r:dm='rId9'/></w:drawing>"
    file = samples.word(
        P.format(f"<w:r>{diagram}</w:r>") + P.format(T.format("End")),
        relations=samples.relation("rId7", "diagramData", "diagrams/data1.xml"),
        parts={"word/diagrams/data1.xml": f"<dgm:dataModel {spaces}>{points}</dgm:dataModel>"},
    )

    assert lines_of(file, tmp_path) == ["Plan", "Build", "End"]


def test_the_header_of_later_pages_comes_after_the_text(tmp_path):
    properties = section(("h1", "default"), ("h2", "first"), more="<w:titlePg/>")
    body = P.format(T.format("Experience")) + properties

    lines = lines_of(headed(body, h1="Ada, continued", h2="Ada Lovelace"), tmp_path)

    assert lines == ["Ada Lovelace", "Experience", "Ada, continued"]


def test_a_sections_header_stands_before_its_text(tmp_path):
    first = P.format(
        f"<w:pPr>{section(('h1', 'default'), ('lost', 'even'))}</w:pPr>{T.format('Letter')}"
    )
    last = P.format(T.format("Work")) + section(
        ("h2", "default"), ("h1", "first"), more="<w:titlePg w:val='0'/>"
    )

    lines = lines_of(headed(first + last, h1="Ada", h2="Lovelace", h3="Byron"), tmp_path)

    assert lines == ["Ada", "Byron", "Letter", "Lovelace", "Work"]
