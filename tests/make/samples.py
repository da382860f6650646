"""Small files of every accepted format, and hostile ones, made by hand."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import docx
import docx.document
import docx.shared
from PIL import Image

from tests.make import pdfs

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_SPACES = " ".join(
    f'xmlns:{name}="{ODF}{name if name != "draw" else "drawing"}:1.0"'
    for name in ("office", "text", "draw", "style", "table")
)


def pdf(text: str = "Ada Lovelace") -> bytes:
    """A PDF of one page that says `text`."""
    return pdfs.pdf(pdfs.text_at(72, 700, text))


def pdf_bomb() -> bytes:
    """A PDF whose page draws a form that draws a form ten times, nine levels deep: 10⁹ drawings."""
    head = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    below = [f"/Resources << /XObject << /X {number} 0 R >> >>" for number in range(11, 19)]
    forms = [pdfs.stream(b"/X Do " * 10, f"{head} {next_form}") for next_form in below]
    return pdfs.pdf("/X Do", objects=(*forms, pdfs.stream(b"0 0 1 1 re f", head)))


def pdf_of_sums() -> bytes:
    """A PDF whose page is shaded a hundred times by a long sum: minutes of it, in little memory."""
    step = "2 copy sin exch cos add abs 1 exch sub abs pop "
    ranges = "/Domain [0 1 0 1] /Range [0 1 0 1 0 1]"
    colour = pdfs.stream(f"{{ {step * 20} dup 3 1 roll }}".encode(), f"/FunctionType 4 {ranges}")
    shading = "/ShadingType 1 /ColorSpace /DeviceRGB /Matrix [612 0 0 792 0 0] /Function 10 0 R"
    page = f"{pdfs.LETTER} /Resources << /Shading << /S << {shading} >> >> >>"
    return pdfs.pdf("/S sh " * 100, page=page, objects=(colour,))


def swollen() -> bytes:
    """A PDF of one page that says "Ada" after 200 MB of spaces, which take up 900 kB."""
    content = zlib.compress(b" " * 200_000_000 + pdfs.text_at(72, 700, "Ada").encode(), 1)
    packed = pdfs.stream(content, "/Filter /FlateDecode")
    file = pdfs.pdf("", page=f"{pdfs.LETTER} /Contents 10 0 R", objects=(packed,))
    return file.replace(b"/Contents 21 0 R", b"")


def package(members: Mapping[str, str | bytes]) -> bytes:
    """A zip of `members`, the mimetype stored as ODF wants it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, stored)
    return out.getvalue()


def word(
    body: str = "<w:p><w:r><w:t>Ada Lovelace</w:t></w:r></w:p>",
    *,
    relations: str = "",
    kind: str = WORD,
    parts: dict[str, str | bytes] | None = None,
    before: str = "",
) -> bytes:
    """A Word file with this body, these relationships of it, and these further parts."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    )
    main = relation("rId1", "officeDocument", "word/document.xml")
    return package(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>',
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'
            ),
            "word/document.xml": (
                f'<?xml version="1.0"?>{before}'
                f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"
            ),
            **(parts or {}),
        }
    )


def relation(name: str, kind: str, target: str, mode: str = "Internal") -> str:
    """One relationship of a Word file."""
    return (
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    )


def linked_picture(target: str) -> bytes:
    """A Word file that shows a picture it does not contain."""
    inside, outside = 'Target="media/image1.png"', f'Target="{target}" TargetMode="External"'
    relations = "word/_rels/document.xml.rels"
    members = unpacked(picture_file(png()))
    members[relations] = members[relations].replace(inside.encode(), outside.encode())
    members["word/document.xml"] = members["word/document.xml"].replace(b"r:embed", b"r:link")
    return package(members)


def picture_file(picture: bytes) -> bytes:
    """A Word file that says "before", shows the PNG `picture`, and says "after"."""
    file = docx.Document()
    file.add_paragraph("before")
    file.add_picture(io.BytesIO(png()), width=docx.shared.Inches(2))
    file.add_paragraph("after")
    members = unpacked(saved(file))
    return package(members | {"word/media/image1.png": picture})


def saved(file: docx.document.Document) -> bytes:
    """The bytes of a file that python-docx made."""
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def unpacked(raw: bytes) -> dict[str, bytes]:
    """The members of an office file."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def writer(body: str = "<text:p>Ada Lovelace</text:p>", *, pages: str = "") -> bytes:
    """An OpenDocument text with this body and these master pages."""
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": (
                f'<manifest:manifest xmlns:manifest="{ODF}manifest:1.0" '
                'manifest:version="1.2">'
                '<manifest:file-entry manifest:full-path="/" '
                'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
                '<manifest:file-entry manifest:full-path="content.xml" '
                'manifest:media-type="text/xml"/>'
                '<manifest:file-entry manifest:full-path="styles.xml" '
                'manifest:media-type="text/xml"/></manifest:manifest>'
            ),
            "content.xml": (
                f"<office:document-content {ODF_SPACES} office:version='1.2' "
                "xmlns:xlink='http://www.w3.org/1999/xlink'>"
                f"<office:body><office:text>{body}</office:text></office:body>"
                "</office:document-content>"
            ),
            "styles.xml": (
                f"<office:document-styles {ODF_SPACES} office:version='1.2'>"
                f"<office:master-styles>{pages}</office:master-styles></office:document-styles>"
            ),
        }
    )


def rtf(body: str = "Ada Lovelace") -> bytes:
    """An RTF that says `body`."""
    return b"{\\rtf1\\ansi " + body.encode("ascii") + b"\\par}"


def of_each_kind() -> list[tuple[str, bytes]]:
    """Files that say "Ada Lovelace", by their names: one of each way to read."""
    return [
        ("cv.pdf", pdf()),
        ("cv.docx", word()),
        ("cv.rtf", rtf()),
        ("cv.md", b"Ada *Lovelace*"),
    ]


def png(width: int = 8, height: int = 8) -> bytes:
    """A small plain picture."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    return out.getvalue()


def png_bomb() -> bytes:
    """A PNG that declares 60 000 × 60 000 pixels in a few bytes."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
