"""Small PDFs, written by hand or typeset, for the tests of their reading."""

import random
import zlib
from pathlib import Path

import typst

FONT = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
LETTER = "/MediaBox [0 0 612 792]"

# Two columns of prose.
LEFT = ("Led a team of nine people who", "built the night service and kept", "it running for four years",
        "without a night off for anybody", "but the machines themselves.")  # fmt: skip
RIGHT = ("Speaks English and German, and", "reads French well enough to", "follow a meeting about money",
         "or about machines, and to ask", "a question at its end.")  # fmt: skip


def text_at(x: float, y: float, text: str, size: float = 12) -> str:
    """Operators that show `text` with its baseline starting at (x, y), from the lower left."""
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def column(x: float, lines: tuple[str, ...], *, y: float = 700, step: float = 14) -> list[str]:
    """Operators for a column of lines."""
    return [text_at(x, y - step * i, text) for i, text in enumerate(lines)]


def in_turn(*columns: list[str]) -> str:
    """One line of each column after the other."""
    return "".join("".join(row) for row in zip(*columns, strict=True))


def pdf(
    *contents: str,
    page: str = LETTER,
    font: str = FONT,
    catalog: str = "",
    trailer: str = "",
    objects: tuple[bytes, ...] = (),
) -> bytes:
    """A PDF with a page for each of `contents`. Further `objects` have numbers from 10."""
    kids = [20 + 2 * i for i in range(len(contents))]
    body = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: (
            f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] "
            f"/Resources << /Font << /F 3 0 R >> /XObject << /X 10 0 R >> >> >>"
        ).encode(),
        3: f"<< {font} >>".encode(),
        **dict(enumerate(objects, start=10)),
    }
    for kid, content in zip(kids, contents, strict=True):
        body[kid] = f"<< /Type /Page /Parent 2 0 R /Contents {kid + 1} 0 R {page} >>".encode()
        body[kid + 1] = stream(content.encode("latin-1"))
    parts, places = [b"%PDF-1.7\n"], {}
    for number, item in body.items():
        places[number] = sum(map(len, parts))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, item))
    start = sum(map(len, parts))
    parts.append(b"xref\n0 1\n0000000000 65535 f \n")
    parts += [b"%d 1\n%010d 00000 n \n" % place for place in places.items()]
    parts.append(
        f"trailer << /Root 1 0 R /Size 99 {trailer} >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return b"".join(parts)


def stream(content: bytes, entries: str = "") -> bytes:
    """A stream object."""
    head = f"<< /Length {len(content)} {entries} >>\nstream\n".encode()
    return head + content + b"\nendstream"


def picture(pixels: bytes, width: int, colours: str = "Gray") -> bytes:
    """An image object of one byte per pixel, or three where `colours` is "RGB"."""
    height = len(pixels) // width // (3 if colours == "RGB" else 1)
    entries = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} "
        f"/ColorSpace /Device{colours} /BitsPerComponent 8 /Filter /FlateDecode"
    )
    return stream(zlib.compress(pixels), entries)


def typeset(markup: str, folder: Path) -> bytes:
    """`markup` of Typst as a PDF."""
    source = folder / "source.typ"
    source.write_text(markup, encoding="utf-8")
    return typst.compile(source)


def noise_on(pages: int, page: str = "/MediaBox [0 0 150 200]") -> bytes:
    """A small file: one drawing of thin lines in all directions, on each of its pages."""
    chance = random.Random(1)  # noqa: S311 - the worst of drawings
    lines = []
    for _ in range(700):
        colour = " ".join(f"{chance.randrange(10) / 9:.1f}" for _ in range(3))
        begins, ends = (f"{chance.randrange(612)} {chance.randrange(792)}" for _ in range(2))
        lines.append(f"{colour} RG {begins} m {ends} l S")
    entries = "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Filter /FlateDecode"
    drawing = stream(zlib.compress(" ".join(lines).encode(), 9), entries)
    return pdf(*["/X Do"] * pages, page=page, objects=(drawing,))
