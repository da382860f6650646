from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.shared import Pt
from PIL import ImageColor

from mentorship.documents.formats import odt, rtf
from mentorship.documents.formats.readers import to_pdf
from mentorship.documents.formats.registry import BY_NAME
from tests.make import samples

W = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
CANARY = "canary-7f3a"


def said(raw: bytes, kind: str, folder: Path) -> str:
    """All words of the PDF that is made of `raw`, one space between them."""
    original = folder / f"original.{kind}"
    original.write_bytes(raw)
    work = folder / "work"
    work.mkdir()
    document = pypdfium2.PdfDocument(to_pdf(BY_NAME[kind], original, work).pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(texts).replace("\u2060", "").split())


@pytest.mark.parametrize(
    ("kind", "raw"),
    [("docx", samples.word()), ("odt", samples.writer()), ("rtf", samples.rtf())],
)
def test_an_office_file_says_its_words(tmp_path, kind, raw):
    assert said(raw, kind, tmp_path) == "Ada Lovelace"


def test_a_word_header_comes_first_and_its_footer_last(tmp_path):
    file = docx.Document()
    file.add_paragraph("Experience")
    section = file.sections[0]
    section.header.paragraphs[0].text = "Ada Lovelace · ada@example.org"
    section.footer.paragraphs[0].text = "References on request"

    assert said(samples.saved(file), "docx", tmp_path) == (
        "Ada Lovelace · ada@example.org Experience References on request"
    )


def test_a_page_number_is_left_out_but_a_name_beside_it_stays(tmp_path):
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    parts = {
        f"word/{name}.xml": f"<w:{tag} {samples.W}><w:p><w:r><w:t>{text} </w:t></w:r>{number}</w:p>"
        f"</w:{tag}>"
        for name, tag, text in (("h", "hdr", "Ada Lovelace"), ("f", "ftr", "Page"))
    }
    relations = samples.relation("rId1", "header", "h.xml")
    relations += samples.relation("rId2", "footer", "f.xml")

    words = said(samples.word(relations=relations, parts=parts), "docx", tmp_path)

    assert words == "Ada Lovelace Ada Lovelace"  # the header's, and the body's


def test_a_text_box_stands_before_its_paragraph_once(tmp_path):
    box = f"<w:txbxContent>{W.format('CONTACT')}</w:txbxContent>"
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    body = (
        f"<w:p {spaces}><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Objective</w:t></w:r></w:p>"
    )

    assert said(samples.word(body), "docx", tmp_path) == "CONTACT Objective"


def test_content_controls_are_text_like_any_other(tmp_path):
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(control.format(W.format("Ada"))) + W.format("Objective")

    assert said(samples.word(body), "docx", tmp_path) == "Ada Objective"


def test_tracked_changes_of_word_are_accepted(tmp_path):
    body = (
        "<w:p><w:r><w:t>Led </w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>a few</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>seven</w:t></w:r></w:ins>"
        "<w:r><w:t> people</w:t></w:r></w:p>"
    )

    assert said(samples.word(body), "docx", tmp_path) == "Led seven people"


def test_a_word_title_stays_on_top_and_sections_become_headings(tmp_path):
    file = docx.Document()
    file.add_heading("Ada Lovelace", 0)
    file.add_heading("Experience", 1)
    file.add_paragraph("Analyst").runs[0].font.size = Pt(8)
    file.add_paragraph("Engines", style="List Bullet")

    assert (
        said(samples.saved(file), "docx", tmp_path) == "Ada Lovelace Experience Analyst • Engines"
    )


def test_a_table_keeps_its_cells_and_deep_tables_their_words(tmp_path):
    cell = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>"
    body = W.format("deep")
    for _ in range(15):
        body = cell.format(body)

    assert said(samples.word(body), "docx", tmp_path) == "deep"


def test_a_picture_in_the_file_is_shown(tmp_path):
    assert said(samples.picture_file(samples.png()), "docx", tmp_path) == "before after"

    with pypdfium2.PdfDocument(tmp_path / "work" / "typeset.pdf") as document:
        drawn = document[0].render().to_pil().convert("RGB")
    assert ImageColor.getrgb("navy") in {color for _, color in drawn.getcolors(1 << 20)}


@pytest.mark.parametrize(
    "picture",
    [
        b"\x01\x00\x00\x00 EMF",
        b"<svg><image href='file:///etc/passwd'/></svg>",
        samples.png()[:40],
        samples.png_bomb(),
    ],
)
def test_a_picture_that_cannot_be_shown_does_not_stop_the_document(tmp_path, picture):
    assert said(samples.picture_file(picture), "docx", tmp_path) == "before after"


def test_an_open_document_keeps_running_lines_boxes_and_accepts_changes(tmp_path):
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Led <text:change text:change-id='1'/>seven people</text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>CONTACT</text:p></draw:text-box></draw:frame>"
        "Objective</text:p>"
    )
    pages = (
        "<style:master-page style:name='Standard'><style:header><text:p>Ada</text:p></style:header>"
        "<style:footer><text:p>References</text:p><text:p>Page <text:page-number>1"
        "</text:page-number></text:p></style:footer></style:master-page>"
        "<style:master-page style:name='Envelope'><style:header><text:p>unused</text:p>"
        "</style:header></style:master-page>"
    )

    words = said(samples.writer(body, pages=pages), "odt", tmp_path)

    assert words == "Ada Led seven people CONTACT Objective References"


def test_rich_text_keeps_running_lines_and_leaks_no_style_names(tmp_path):
    body = (
        "{\\stylesheet{\\s1 Aufz\\'e4hlung;}}{\\header\\pard Ada\\par}{\\footerf\\pard Leeds\\par}"
        "{\\*\\generator Someone;}Experience"
    )

    assert said(samples.rtf(body), "rtf", tmp_path) == "Ada Leeds Experience"


def test_letters_of_every_shipped_script_are_said(tmp_path):
    text = "Łódź Ελένη Ірина العربية עברית 软件 ソフト 한국어 ✓"

    words = said(samples.word(W.format(text)), "docx", tmp_path)

    assert set(text.split()) - {"العربية", "עברית"} <= set(words.split())


def test_nothing_outside_of_the_file_is_fetched_or_shown(tmp_path, listener):
    address, asked = listener
    secret = tmp_path / "secret.txt"
    secret.write_text(CANARY)
    odt = (
        f'<text:p>Ada<draw:frame><draw:image xlink:href="{address}/a.png"/></draw:frame>'
        f'<draw:frame><draw:image xlink:href="{secret.as_uri()}"/></draw:frame></text:p>'
    )
    rtf = (
        f'before {{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}/b.png" \\\\d}}'
        f'{{\\fldrslt x}}}}{{\\field{{\\*\\fldinst INCLUDETEXT "{secret}"}}{{\\fldrslt y}}}}'
    )
    files = [
        ("docx", samples.linked_picture(f"{address}/c.png")),
        ("docx", samples.linked_picture(secret.as_uri())),
        ("odt", samples.writer(odt)),
        ("rtf", samples.rtf(rtf)),
    ]

    for number, (kind, raw) in enumerate(files):
        folder = tmp_path / str(number)
        folder.mkdir()
        said(raw, kind, folder)

    assert asked == []
    made = [path for path in tmp_path.glob("*/work/**/*") if path.is_file()]
    assert made
    assert not [path for path in made if CANARY.encode() in path.read_bytes()]


def test_the_header_of_an_open_documents_later_pages_comes_after_its_text(tmp_path):
    pages = (
        "<style:master-page style:name='Standard'><style:header><text:p>continued</text:p>"
        "</style:header><style:header-first><text:p>Ada</text:p></style:header-first>"
        "<style:footer><text:p>References</text:p></style:footer></style:master-page>"
    )

    words = said(samples.writer("<text:p>Work</text:p>", pages=pages), "odt", tmp_path)

    assert words == "Ada Work continued References"


@pytest.mark.parametrize(
    "code", ["DATE \\\\@ x", "{\\rtlch TIME \\\\@ x }", "{\\b DATE}{\\i  \\\\@ x}"]
)
def test_rich_text_for_libreoffice_has_its_dates_as_saved(tmp_path, code):
    original = tmp_path / "original.rtf"
    original.write_bytes(samples.rtf(f"{{\\field{{\\*\\fldinst {code}}}{{\\fldrslt 3 March}}}}."))

    cleaned = rtf.cleaned(original, tmp_path).read_bytes()

    assert b"fldinst" not in cleaned
    assert b"{\\fldrslt 3 March}" in cleaned
    assert cleaned.count(b"{") == cleaned.count(b"}")


def test_rich_text_for_libreoffice_keeps_other_fields_and_what_is_cut_off():
    raw = b"{\\rtf1 {\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt y}}{\\*\\fldinst }{\\*\\fldinst DA"

    assert rtf.settled(raw) == raw
    assert rtf.settled(raw + b"TE") == raw.removesuffix(b"{\\*\\fldinst DA")


def test_an_open_document_for_libreoffice_has_its_dates_as_saved():
    date = "<text:date text:date-value='2024-03-03'>3 March 2024</text:date>"
    package = samples.unpacked(samples.writer(f"<text:p>{date}</text:p>"))

    settled = odt.accept_changes(package)
    bare = odt.accept_changes({name: raw for name, raw in package.items() if name != "styles.xml"})

    assert b"span>3 March 2024</" in settled["content.xml"]
    assert b"text:date" not in settled["content.xml"]
    assert "styles.xml" not in bare
