import io
import zipfile
from pathlib import Path

import pytest

from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.preflight import open_package, write_package
from tests.make import samples

XXE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
SAID = "<w:p><w:r><w:t>Ada</w:t></w:r></w:p>"


def answer(tmp_path: Path, raw: bytes) -> dict[str, bytes] | str:
    path = tmp_path / "package"
    path.write_bytes(raw)
    try:
        return open_package(path)
    except Unreadable as unreadable:
        return unreadable.code


def encrypted_zip() -> bytes:
    raw = bytearray(samples.word())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(signature) + offset] |= 1
    return bytes(raw)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (samples.word(before=XXE), "damaged"),
        (samples.word(before=LAUGHS), "damaged"),
        (samples.word(body="<w:p>"), "damaged"),
        (samples.word(parts={"word/a.xml": (XXE + "<r/>").encode("utf-16")}), "damaged"),
        (samples.word(parts={"../evil.xml": "<a/>"}), "damaged"),
        (samples.word(parts={"/etc/evil.xml": "<a/>"}), "damaged"),
        (samples.word(parts={"a\\..\\..\\evil.xml": "<a/>"}), "damaged"),
        (samples.word()[:-30], "damaged"),
        (encrypted_zip(), "password"),
        (samples.word(parts={"a.bin": bytes(5_000_000)}), "too-complex"),
        (samples.word(parts={f"{n}.xml": "<a/>" for n in range(2001)}), "too-complex"),
        (samples.word("<w:tbl>" * 101 + "</w:tbl>" * 101), "too-complex"),
    ],
)
def test_a_package_made_to_harm_is_refused(tmp_path, raw, code):
    assert answer(tmp_path, raw) == code


def test_a_package_that_lies_about_its_sizes_is_refused(tmp_path):
    raw = bytearray(samples.word(SAID * 200))
    entry = raw.rindex(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = (10).to_bytes(4, "little")  # its uncompressed size

    assert answer(tmp_path, bytes(raw)) == "damaged"


def test_an_encrypted_open_document_needs_its_password(tmp_path):
    manifest = "<m><encryption-data/></m>"
    raw = samples.package({"mimetype": "x", "META-INF/manifest.xml": manifest})

    assert answer(tmp_path, raw) == "password"


def test_relations_that_lead_outside_are_cut_but_links_stay(tmp_path):
    relations = (
        samples.relation("rId2", "image", "http://127.0.0.1/a.png", "External")
        + samples.relation("rId3", "attachedTemplate", "file:///etc/passwd", "External")
        + samples.relation("rId4", "image", "file:///etc/passwd")
        + samples.relation("rId5", "hyperlink", "https://example.org/", "External")
        + samples.relation("rId6", "image", "media/a.png")
    )

    members = answer(tmp_path, samples.word(relations=relations))

    kept = members["word/_rels/document.xml.rels"].decode()
    assert [name in kept for name in ("rId2", "rId3", "rId4", "rId5", "rId6")] == [
        False,
        False,
        False,
        True,
        True,
    ]


def test_references_of_an_open_document_that_lead_outside_are_cut(tmp_path):
    body = (
        '<draw:image xlink:href="http://127.0.0.1/a.png"/>'
        '<draw:image xlink:href="../../etc/passwd"/>'
        '<text:section-source xlink:href="file:///etc/passwd"/>'
        '<draw:image xlink:href="Pictures/a.png"/>'
        '<text:a xlink:href="https://example.org/">link</text:a>'
    )

    content = answer(tmp_path, samples.writer(body))["content.xml"].decode()

    assert "127.0.0.1" not in content
    assert "passwd" not in content
    assert "Pictures/a.png" in content
    assert "https://example.org/" in content


def test_macros_and_embedded_objects_are_left_out(tmp_path):
    parts = {"word/vbaProject.bin": b"x", "word/embeddings/a.xlsx": b"x", "word/media/a.emf": b"x"}

    members = answer(tmp_path, samples.word(parts=parts))

    assert "word/vbaProject.bin" not in members
    assert "word/embeddings/a.xlsx" not in members
    assert "word/media/a.emf" in members


def test_a_picture_bomb_is_left_out_and_a_picture_stays(tmp_path):
    parts = {"word/media/bomb.png": samples.png_bomb(), "word/media/photo.png": samples.png()}

    members = answer(tmp_path, samples.word(parts=parts))

    assert "word/media/bomb.png" not in members
    assert members["word/media/photo.png"] == samples.png()


def test_a_package_written_again_says_the_same(tmp_path):
    members = answer(tmp_path, samples.writer())

    path = write_package(members, tmp_path / "again.odt")

    assert open_package(path) == members
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
