"""Needs LibreOffice: these fail, and are never skipped, where `soffice` is not on the PATH."""

import shutil
import subprocess
import time
from pathlib import Path

import docx
import pytest

from mentorship.documents.formats.confine import Killed
from mentorship.documents.formats.manuscript import Limits, Manuscript
from mentorship.documents.formats.prepare import prepare
from mentorship.documents.formats.sandbox import prepare_in_child
from tests.make import samples

pytestmark = pytest.mark.office
CANARY = "canary-51c2"


@pytest.fixture
def soffice() -> str:
    found = shutil.which("soffice")
    assert found, "LibreOffice is missing: install it so that soffice is on the PATH"
    return found


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def prepared(raw: bytes, kind: str, soffice: str, **limits: int) -> Manuscript:
    original = Path(f"original.{kind}")
    original.write_bytes(raw)
    images = Path("images")
    images.mkdir(exist_ok=True)
    return prepare(original, original.name, images, limits=Limits(**limits), soffice=soffice)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [("docx", samples.word()), ("odt", samples.writer()), ("rtf", samples.rtf())],
)
def test_an_office_file_keeps_its_layout(soffice, kind, raw):
    manuscript = prepared(raw, kind, soffice)

    assert (manuscript.text, manuscript.notes) == ("Ada Lovelace", ())


def test_a_header_stays_on_every_page(soffice):
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Ada Lovelace"
    file.add_paragraph("one").add_run().add_break(docx.enum.text.WD_BREAK.PAGE)
    file.add_paragraph("two")

    manuscript = prepared(samples.saved(file), "docx", soffice)

    assert manuscript.text.split() == ["Ada", "Lovelace", "one", "Ada", "Lovelace", "two"]


def test_a_table_under_a_box_is_read_by_rows(soffice):
    box = r"\pard\pvpg\phpg\posx7400\posy1500\absw3000 Box\par"
    text = r"\pard One\par Two\par" + r"\par" * 5
    row = r"\trowd\cellx2500\cellx5000\cellx9000\intbl a{0}\cell b{0}\cell c{0}\cell\row"
    raw = r"{\rtf1\ansi " + box + text + row.format(1) + row.format(2) + r"\pard End\par}"

    words = prepared(raw.encode(), "rtf", soffice).text.split()

    assert [word for word in words if word[-1].isdigit()] == ["a1", "b1", "c1", "a2", "b2", "c2"]


def test_tracked_changes_are_accepted_before(soffice):
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Led </w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>a few</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>seven</w:t></w:r></w:ins></w:p>"
    )

    assert prepared(samples.word(body), "docx", soffice).text == "Led seven"


WORD_DATE = (
    "<w:p><w:r><w:t xml:space='preserve'>Oslo, </w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/>"
    "</w:r><w:r><w:instrText> DATE \\@ 'd MMMM yyyy' </w:instrText></w:r><w:r>"
    "<w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>3 March 2024</w:t></w:r><w:r>"
    "<w:fldChar w:fldCharType='end'/></w:r></w:p>"
)
WRITER_DATE = (
    "<text:p>Oslo, <text:date text:date-value='2024-03-03'>3 March 2024</text:date></text:p>"
)
RTF_DATE = '{\\field{\\*\\fldinst DATE \\\\@ "d MMMM yyyy"}{\\fldrslt 3 March 2024}}'
WORD_RTF_DATE = (
    "{\\field\\flddirty{\\*\\fldinst {\\rtlch\\af1 \\ltrch\\lang1033  TIME \\\\@ x }}"
    "{\\fldrslt {\\ltrch 3 March 2024}}}"
)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("docx", samples.word(WORD_DATE)),
        ("odt", samples.writer(WRITER_DATE)),
        ("rtf", samples.rtf("Oslo, " + RTF_DATE)),
        ("rtf", samples.rtf("Oslo, " + WORD_RTF_DATE)),
    ],
)
def test_a_date_stays_the_day_it_was_saved_with(soffice, kind, raw):
    assert prepared(raw, kind, soffice).text == "Oslo, 3 March 2024"


def test_a_link_of_rich_text_keeps_its_words(soffice):
    link = '{\\field{\\*\\fldinst HYPERLINK "https://a.example/DATE"}{\\fldrslt a page}}'

    assert prepared(samples.rtf(link), "rtf", soffice).text == "a page"


def test_it_works_inside_the_limits_of_the_child(soffice, tmp_path):
    original = tmp_path / "original"
    original.write_bytes(samples.word())

    manuscript = prepare_in_child(original, "cv.docx", tmp_path, limits=Limits(), soffice=soffice)

    assert (manuscript.text, manuscript.notes) == ("Ada Lovelace", ())


def test_nothing_outside_of_the_file_is_fetched_or_shown(soffice, tmp_path, listener):
    address, asked = listener
    secret = tmp_path / "secret.txt"
    secret.write_text(CANARY)
    include = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}/b.png" \\\\d}}{{\\fldrslt x}}}}'
    include += f'{{\\field{{\\*\\fldinst INCLUDETEXT "{secret}"}}{{\\fldrslt y}}}}'
    files = [
        ("docx", samples.linked_picture(f"{address}/c.png")),
        ("docx", samples.linked_picture(secret.as_uri())),
        ("rtf", samples.rtf(f"before {include} after")),
    ]

    texts = [prepared(raw, kind, soffice).text for kind, raw in files]

    assert asked == []
    assert not [text for text in texts if CANARY in text]


def test_a_libreoffice_that_is_gone_is_ours_to_mend():
    with pytest.raises(FileNotFoundError):
        prepared(samples.word(), "docx", "/nowhere/soffice")


def test_a_libreoffice_that_is_killed_says_nothing_about_the_file(tmp_path):
    with pytest.raises(Killed):
        prepared(samples.word(), "docx", program(tmp_path, "kill -KILL $$"))


def program(folder: Path, script: str) -> str:
    """A program that does this instead of what LibreOffice does."""
    made = folder / "soffice"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    return str(made)


def test_where_libreoffice_fails_at_a_file_the_layout_is_simplified(tmp_path):
    manuscript = prepared(samples.word(), "docx", program(tmp_path, "exit 1"))

    assert (manuscript.text, manuscript.notes) == ("Ada Lovelace", ("simplified-layout",))


def test_a_libreoffice_that_hangs_is_killed_and_replaced(tmp_path):
    hanging = program(tmp_path, "sleep 987 & sleep 987")

    began = time.monotonic()
    manuscript = prepared(samples.word(), "docx", hanging, wall_seconds=3)

    assert manuscript.notes == ("simplified-layout",)
    assert time.monotonic() - began < 10
    assert subprocess.run(["pgrep", "-f", "sleep 987"], check=False).returncode == 1
