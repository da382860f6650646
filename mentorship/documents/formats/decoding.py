"""The characters of a plain text file, whichever encoding it came in.

No file says which one it is, and every table of 256 signs turns any bytes into letters. So what
comes out is asked whether it can be words; where no table gives words, that is said.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from charset_normalizer import from_bytes

from mentorship.documents.formats.alphabets import (
    CENTRAL,
    WESTERN,
    agreement,
    is_japanese,
    is_japanese_name,
    kana,
)
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.text.folding import is_ideograph

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Everything below space that a text may hold: tab, line ends, form feed.
ALLOWED = {"\t", "\n", "\r", "\f", "\v"}
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_SAMPLE = 1 << 16  # bytes: enough to know a language by
_TABLES = [
    "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1251", "koi8_r", "cp866", "cp1253", "cp1255",
    "cp1256", "cp1250", "cp1254", "cp874", "cp1257",
]  # fmt: skip
_LETTER = r"[^\W\d_]"
_SIGNS = "¢£¤¥¦§¨¬¯±²³¹´¶¸¼½¾×÷ˆ˜†‡‰‚„ƒ™"
# What no Western European word holds: signs within it, three accented letters in a row, a capital
# after a small one.
_NO_WORDS = re.compile(
    rf"{_LETTER}[{_SIGNS}¿¡]{_LETTER}|(?<!\S)[£¥¯³¹¼]{_LETTER}"
    r"|[À-ÖØ-öø-ÿŒœŠšŽžŸ]{3}|[a-zß-öø-ÿ][À-ÖØ-ÞŠŽŒŸ]"
)
_TURKISH = re.compile(rf"{_LETTER}[þÞ]|ý\w*ð|ð\w*ý")  # ş, ı and ğ as windows-1252 shows them
_SIGN_IN_WORD = re.compile(rf"{_LETTER}[{_SIGNS}]{_LETTER}")
_MOST_HANJA = 0.2  # of a Korean text, which else is Japanese by the wrong table
_NO_KOREAN = re.compile(
    "[\u3131-\u318e][\u3131-\u318e]"
)  # parts of syllables: kana by the wrong table
_CENTRAL_TABLES = ("cp1250", "iso8859_2")
_JAPANESE_TABLES = ("euc_jp", "cp932")
_WESTERN_TABLES = ("iso8859_15", "mac_roman")
_ENOUGH = 0.95  # of a Western text's accented letters are of one language: names may be of others
_SURE = 0.98
_FEWEST_KANA = 0.1  # of a Japanese text's letters
_MOST_ACCENTED = 0.35  # of a Western text's letters
_FEWEST_PLAIN = 0.85  # of all characters are letters, digits, spaces and the usual signs
_PLAIN_SIGNS = frozenset(".,;:!?'\"()[]/&@#%+-–—*•·|_=<>’‘“”„«»…、。，（）：；・「」×€$")


def text_of(original: Path) -> str:
    """The text in `original`, NFC. Raises Unreadable: "unknown-letters", or "damaged" when it is none."""
    raw = original.read_bytes()
    text = decode(raw)
    if text is None:
        raise Unreadable("unknown-letters" if is_text(raw) else "damaged")
    return unicodedata.normalize("NFC", text)


def decode(raw: bytes) -> str | None:
    """`raw` as text, or None when it is not one, or its letters cannot be told.

    UTF-8, UTF-16, windows-1252 where that gives words, else what its language is usually written
    in. A byte order mark is dropped. Control characters other than tab and line ends make it "not a
    text".
    """
    text = _decoded(raw)
    if text is None or any(_is_control(char) for char in set(text)):
        return None
    return text


def is_text(raw: bytes) -> bool:
    """Whether `raw` looks like a text, in an encoding that is not the one it should be in."""
    return not _BINARY.search(raw) and _read(raw, "utf-8") is None


def _decoded(raw: bytes) -> str | None:
    if raw.startswith(UTF_16):
        return _read(raw, "utf-16")
    wide = _without_mark(raw)
    if wide:
        return _read(raw, wide)
    text = _read(raw, "utf-8-sig")
    return _by_language(raw) if text is None else text


def _read(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _without_mark(raw: bytes) -> str:
    """The UTF-16 that `raw` is in though it does not say so: every other byte of its spaces is 0."""
    for encoding, place in (("utf-16-le", 1), ("utf-16-be", 0)):
        high, low = raw[place::2], raw[1 - place :: 2]
        if len(raw) % 2 == 0 and high.count(0) > len(high) / 8 and not low.count(0):
            return encoding
    return ""


def _by_language(raw: bytes) -> str | None:
    if is_text(raw) and (name := _first_of(raw, _JAPANESE_TABLES, is_japanese_name)):
        return name
    western = _read(raw, "cp1252")
    if western is not None and _is_western(western):
        if _TURKISH.search(western):
            return _read(raw, "cp1254")
        agrees = agreement(western, WESTERN) >= _ENOUGH
        return western if agrees else _in_letters_of(raw, _CENTRAL_TABLES, CENTRAL) or western
    if not is_text(raw):
        return None
    return (
        _in_letters_of(raw, _WESTERN_TABLES, WESTERN)
        or _in_letters_of(raw, _CENTRAL_TABLES, CENTRAL)
        or _japanese(raw)
        or _guessed(raw)
    )


def _in_letters_of(raw: bytes, tables: Sequence[str], alphabets: Sequence[str]) -> str | None:
    """By the first table that gives a text in the letters of one of these languages and no others."""
    for table in tables:
        text = _read(raw, table)
        if text is None or any(map(_is_control, text)):
            continue
        if agreement(text, alphabets) >= _SURE and _is_western(text):
            return text
    return None


def _japanese(raw: bytes) -> str | None:
    """By the table that gives kana, as every Japanese sentence has, or the words of an application."""
    return _first_of(raw, _JAPANESE_TABLES, lambda text: kana(text) >= _FEWEST_KANA) or _first_of(
        raw, _JAPANESE_TABLES, is_japanese
    )


def _first_of(raw: bytes, tables: Sequence[str], tells: Callable[[str], bool]) -> str | None:
    """By the first table that gives a text of which this is true."""
    texts = (text for table in tables if (text := _read(raw, table)))
    return next(filter(tells, texts), None)


def _guessed(raw: bytes) -> str | None:
    sample = raw if len(raw) <= _SAMPLE else raw[: raw.rfind(b"\n", 0, _SAMPLE) + 1] or raw
    found = from_bytes(sample, cp_isolation=_TABLES).best()
    text = _read(raw, found.encoding) if found else None
    return text if text is not None and _are_words(text) else None


def _is_western(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    accented = sum(char.isalpha() and not char.isascii() for char in text)
    return accented <= _MOST_ACCENTED * letters + 2 and not _NO_WORDS.search(text)


def _are_words(text: str) -> bool:
    """Whether `text` is mostly letters, none with a stray sign in its word, of scripts that go together."""
    plain = sum(char in _PLAIN_SIGNS or unicodedata.category(char)[0] in "LNMZC" for char in text)
    chinese = sum(map(is_ideograph, text))
    korean = sum("\uac00" <= char <= "\ud7a3" for char in text)
    return (
        plain >= _FEWEST_PLAIN * len(text)
        and not _SIGN_IN_WORD.search(text)
        and not _NO_KOREAN.search(text)
        and min(chinese, korean) <= _MOST_HANJA * (chinese + korean)
    )


def _is_control(char: str) -> bool:
    return char not in ALLOWED and unicodedata.category(char) == "Cc"
