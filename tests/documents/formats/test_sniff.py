import io
import time

import pytest

from mentorship.documents.formats.manuscript import Limits, Unreadable
from mentorship.documents.formats.sniff import sniff
from tests.make import samples

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = samples.WORD.replace("document.main", "template.main")
HTML = b"<html><body>hello</body></html>"


def answer(raw: bytes, filename: str, limits: Limits | None = None) -> str | tuple[str, dict]:
    try:
        return sniff(io.BytesIO(raw), filename, limits=limits or Limits())
    except Unreadable as unreadable:
        return unreadable.code, unreadable.facts


@pytest.mark.parametrize(
    ("filename", "raw", "expected"),
    [
        ("cv.pdf", samples.pdf(), "pdf"),
        ("CV.Final.PDF", samples.pdf(), "pdf"),
        ("cv.docx", samples.word(), "docx"),
        ("cv.dotx", samples.word(kind=TEMPLATE), "docx"),
        ("cv.odt", samples.writer(), "odt"),
        ("cv.rtf", samples.rtf(), "rtf"),
        ("cv.txt", "Zoë".encode(), "txt"),
        ("cv.txt", "\ufeffZoë".encode(), "txt"),
        ("cv.txt", "Zoë".encode("utf-16"), "txt"),
        ("cv.txt", "Zoë – “it”".encode("cp1252"), "txt"),
        ("cv.md", b"# Ada", "md"),
        ("cv.markdown", b"<h1>Ada</h1>", "md"),
    ],
)
def test_a_file_whose_name_and_bytes_agree_has_a_format(filename, raw, expected):
    assert answer(raw, filename) == expected


@pytest.mark.parametrize(
    ("filename", "raw", "content"),
    [
        ("cv.docx", HTML, "html"),
        ("cv.docx", samples.pdf(), "pdf"),
        ("cv.pdf", samples.word(), "docx"),
        ("cv.pdf", b"MZ" + samples.pdf(), "text"),
        ("cv.pdf", HTML + samples.pdf(), "html"),
        ("cv.odt", samples.word(), "docx"),
        ("cv.docx", samples.package({"a.txt": "a"}), "zip"),
        ("cv.docx", samples.word(kind="application/sheet"), "zip"),
        ("cv.txt", samples.pdf(), "pdf"),
        ("cv.txt", b"a\x00b", "binary"),
        ("cv.md", samples.png(), "png"),
        ("cv.pdf", "料理人 佐藤".encode("euc_jp"), "letters"),
        ("cv.doc", samples.rtf(), "rtf"),
    ],
)
def test_a_file_under_a_wrong_name_is_refused_naming_both(filename, raw, content):
    extension = filename.rpartition(".")[2]

    assert answer(raw, filename) == ("mismatch", {"extension": extension, "content": content})


@pytest.mark.parametrize(
    ("filename", "raw", "expected"),
    [
        ("cv.pdf", b"", ("empty", {})),
        ("cv.txt", b"\xef\xbb\xbf \r\n\t", ("empty", {})),
        ("cv.txt", "料理人 佐藤".encode("euc_jp"), ("unknown-letters", {})),
        ("cv.doc", OLD_WORD, ("old-word", {})),
        ("cv.docx", OLD_WORD, ("old-word", {})),
        ("cv.docm", samples.word(kind=MACROS), ("unknown-format", {"extension": "docm"})),
        ("cv.docx", samples.word(kind=MACROS), ("unknown-format", {"extension": "docm"})),
        ("photo.png", samples.png(), ("unknown-format", {"extension": "png"})),
        ("cv.svg", b"<svg/>", ("unknown-format", {"extension": "svg"})),
        ("cv", b"text", ("unknown-format", {"extension": ""})),
        ("cv.docx", samples.word()[:200], ("damaged", {})),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(filename, raw, expected):
    assert answer(raw, filename) == expected


def test_a_file_past_the_limit_is_refused_naming_the_limit():
    assert answer(b"abc", "cv.txt", Limits(file_bytes=2)) == ("too-large", {"limit": 2})


def test_sniffing_leaves_the_file_at_its_beginning():
    file = io.BytesIO(samples.word())

    sniff(file, "cv.docx", limits=Limits())

    assert file.tell() == 0


def test_sniffing_is_quick_enough_for_the_web_process():
    files = [("cv.docx", samples.word()), ("cv.pdf", samples.pdf()), ("cv.txt", b"Ada\n" * 2000)]

    began = time.thread_time()
    for _ in range(20):
        for filename, raw in files:
            answer(raw, filename)

    assert (time.thread_time() - began) / 60 < 0.005
