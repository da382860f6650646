"""What a font calls its glyphs, wherever in the file it says so."""

import zlib
from pathlib import Path

import pytest

from mentorship.documents.formats.pdf.differences import Differences
from tests.documents.formats.reading_copies import read
from tests.make.pdfs import FONT as HELVETICA
from tests.make.pdfs import pdf

FONT = b"5 0 obj\n<< /BaseFont /Abc /Encoding 6 0 R >>\nendobj\n"
NAMES = b"<< /Differences [27 /f_f_i /fl 60 /uni0041] >>"


def packed(head: bytes, body: bytes, entries: bytes = b"/N 1 /First 4") -> bytes:
    content = zlib.compress(head + body)
    return b"9 0 obj\n<< /Type /ObjStm %b >>\nstream\n%b\nendstream\nendobj\n" % (entries, content)


def names(content: bytes, folder: Path) -> list[str]:
    """What fonts called "Abc" have at 26 to 28."""
    path = folder / "file.pdf"
    path.write_bytes(content)
    told = Differences(path)
    return [told.text("Abc", code) for code in (26, 27, 28)]


@pytest.mark.parametrize(
    "where",
    [
        b"6 0 obj\n%b\nendobj\n" % NAMES,
        packed(b"6 0 ", NAMES),
        b"6 0 obj << /Differences 7 0 R >> endobj\n7 0 obj [27/f_f_i/f#6c.alt] endobj\n",
    ],
)
def test_names_are_found_where_they_stand(where: bytes, tmp_path: Path) -> None:
    assert names(FONT + where, tmp_path) == ["", "ffi", "fl"]


@pytest.mark.parametrize(
    "where",
    [
        b"",
        b"6 0 obj << /Differences [27 /g28 /a_b_c_g29] >> endobj\n",
        packed(b"6 0 ", NAMES, b"/N 1"),
        packed(b"no 0", NAMES),
        b"9 0 obj << /Type /ObjStm /N 1 /First 4 >> stream\nencrypted\nendstream endobj\n",
    ],
)
def test_where_no_name_tells_nothing_is_said(where: bytes, tmp_path: Path) -> None:
    assert names(FONT + where, tmp_path) == ["", "", ""]


def test_two_fonts_of_one_name_say_what_they_agree_on(tmp_path: Path) -> None:
    other = b"8 0 obj << /BaseFont /Abc /Encoding << /Differences [27 /ff /fl] >> >> endobj\n"

    assert names(FONT + b"6 0 obj\n%b\nendobj\n" % NAMES + other, tmp_path) == ["", "", "fl"]


def test_without_a_file_there_are_no_names() -> None:
    assert Differences().text("Abc", 27) == ""


LIGATURES = (
    r"BT /F 12 Tf 72 700 Td (box o\033ce) Tj 0 -20 Td (\034airs) Tj 0 -20 Td (co\035n) Tj ET"
)


@pytest.mark.parametrize(
    ("encoding", "objects"),
    [
        ("<< /Differences [27 /f_f_i /f_f /f#66i.alt] >>", ()),
        ("10 0 R", (b"<< /Differences 11 0 R >>", b"[27 /f_f_i 28 /uni0066_f 29 /ffi]")),
    ],
)
def test_ligatures_at_control_codes_are_what_the_font_calls_them(
    tmp_path: Path, encoding: str, objects: tuple[bytes, ...]
) -> None:
    font = HELVETICA.replace("/WinAnsiEncoding", encoding)

    copy = read(pdf(LIGATURES, font=font, objects=objects), tmp_path)

    assert copy.text.split("\n") == ["box office", "ffairs", "coffin"]
