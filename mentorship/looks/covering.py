"""What of a page is covered: which lines to propose, where their boxes lie, and the picture with them.

Boxes are [left, top, right, bottom] in shares of the page, as those of its lines.
"""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

Box = Sequence[float]
INK = (46, 43, 38)  # of the boxes: dark on paper, so that nobody takes them for a gap
# A letter reaches beyond its box: so much of a line's height is covered around it.
AROUND = 0.3
QUALITY = 82

EMAIL = re.compile(r"[^\s@]+\s?@\s?[^\s@]+\.\w{2,}")
LINK = re.compile(
    r"https?://|www\.|\b(?:linkedin|github|gitlab|xing|behance|orcid)\b[./:]"
    r"|\b[\w-]+(?<!asp)\.(?:com|org|net|io|dev|me|eu|de|fr|es|co\.uk|ch|at|nl)(?:/|\b)",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\w.])(?:\+|00|\(0?)?\d[\d\s().·/–-]{6,}\d(?!\w)")
YEARS = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
STREET = re.compile(
    r"\b\w*(?:stra(?:ß|ss)e|str\.|gasse|weg|allee|platz)\s*\d+"  # Lindenstraße 7
    r"|\b\d+[a-z]?,?\s+(?:[\w.'’]+\s){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|close|court|square|place)\b"
    r"|\b(?:rue|avenue|calle|via|piazza|plaza|paseo)\s+\S+.*\d",
    re.IGNORECASE,
)
POSTCODE = re.compile(
    r"^\W*(?:[A-Z]{1,2}-)?\d{4,5}\s+\w+|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\b[A-Z]{2}\s\d{5}\b"
)
SIGNS = (EMAIL, LINK, STREET, POSTCODE)
BORN = re.compile(
    r"\b(?:date of birth|born|geboren|geburtsdatum|née?\s+le|nacido)\b", re.IGNORECASE
)


def is_contact(words: str) -> bool:
    """Whether a line says how to reach somebody, or where she lives."""
    return any(sign.search(words) for sign in (*SIGNS, BORN)) or _has_phone(words)


def _has_phone(words: str) -> bool:
    """A number long enough to call, and no span of years."""
    numbers = (YEARS.sub(" ", found[0]) for found in PHONE.finditer(words))
    return any(sum(map(str.isdigit, number)) >= 7 for number in numbers)


def proposed(lines: Iterable[tuple[int, str]]) -> list[int]:
    """The numbers of the lines to cover, of a page's lines with their words: those that say how to reach
    somebody. Her name is left: she may want to be known.
    """
    return [number for number, words in lines if is_contact(words)]


def around(box: Box) -> tuple[float, float, float, float]:
    """The box of a line, so much larger that no stroke of it looks out, and within the page."""
    left, top, right, bottom = box
    more = min(bottom - top, right - left) * AROUND
    return (
        max(left - more, 0.0),
        max(top - more, 0.0),
        min(right + more, 1.0),
        min(bottom + more, 1.0),
    )


def cover(picture: bytes, boxes: Iterable[Box]) -> bytes:
    """The same picture as WebP, with everything within these boxes gone: what lay there is not in it."""
    with Image.open(BytesIO(picture)) as opened:
        page = opened.convert("RGB")
    paint = ImageDraw.Draw(page)
    for left, top, right, bottom in boxes:
        x, y = int(left * page.width), int(top * page.height)
        # As far as the pixel that the edge goes through.
        paint.rectangle(
            (x, y, max(int(right * page.width), x), max(int(bottom * page.height), y)), INK
        )
    kept = BytesIO()
    # Made anew of pixels alone, so that no note of the first file goes along; fast rather than small.
    page.save(kept, "WEBP", quality=QUALITY, method=0)
    return kept.getvalue()
