"""The characters of a plain text file, whichever of the usual encodings it came in."""

import codecs
import unicodedata
from pathlib import Path

from mentorship.documents.formats.manuscript import Unreadable

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Everything below space that a text may hold: tab, line ends, form feed.
ALLOWED = {"\t", "\n", "\r", "\f", "\v"}


def text_of(original: Path) -> str:
    """The text in `original`, NFC. Raises Unreadable "damaged" when it is none."""
    text = decode(original.read_bytes())
    if text is None:
        raise Unreadable("damaged")
    return unicodedata.normalize("NFC", text)


def decode(raw: bytes) -> str | None:
    """`raw` as text, or None when it is not one.

    UTF-8, UTF-16 with a byte order mark, else windows-1252, in this order. A byte order mark is
    dropped. Control characters other than tab and line ends make it "not a text".
    """
    text = _decoded(raw)
    if text is None or any(_is_control(char) for char in set(text)):
        return None
    return text


def _decoded(raw: bytes) -> str | None:
    encodings = ("utf-16",) if raw.startswith(UTF_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _is_control(char: str) -> bool:
    return char not in ALLOWED and unicodedata.category(char) == "Cc"
