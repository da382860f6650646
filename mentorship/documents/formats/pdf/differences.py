"""What the fonts of a PDF call the glyphs at codes that are no letters: "ffi" at 27.

PDFium takes such a code for a control sign and does not tell the glyph's name, so the file itself is asked.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

_OBJECT = re.compile(rb"(?:^|[\r\n\s])(\d{1,9})\s+\d{1,5}\s+obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"\bstream\r?\n(.*?)(?:\r?\n)?endstream", re.DOTALL)
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_COUNT, _FIRST = re.compile(rb"/N\s+(\d{1,7})"), re.compile(rb"/First\s+(\d{1,8})")
_BASE_FONT = re.compile(rb"/BaseFont\s*/([^\s/<>\[\]()]+)")
_ENCODING = re.compile(rb"/Encoding\s*(?:<<(.*?)>>|(\d{1,9})\s+\d+\s+R\b)", re.DOTALL)
_DIFFERENCES = re.compile(rb"/Differences\s*(?:\[(.*?)\]|(\d{1,9})\s+\d+\s+R\b)", re.DOTALL)
_TOKEN = re.compile(rb"/([^\s/<>\[\]()]+)|(\d{1,3})")
_NAME_PART = re.compile(r"[A-Za-z]|f[fijlt]|ff[ijlt]|s?t|uni([0-9A-F]{4})")
_MOST_BYTES = 20_000_000  # of one packed stream
_LAST_CONTROL = 0x1F


class Differences:
    """The texts of glyphs at control codes, by the names that the fonts of the PDF at `path` give them.

    Cost  the file is read once, when a page first has such a code: 20 ms for a megabyte.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path

    def text(self, font: str, code: int) -> str:
        """What the glyph at `code` of `font` says; "" where its name does not tell, or two fonts differ."""
        return self._by_font.get(font, {}).get(code, "")

    @cached_property
    def _by_font(self) -> Mapping[str, dict[int, str]]:
        if self.path is None:
            return {}
        objects = dict(_objects(self.path.read_bytes()))
        found: dict[str, dict[int, str]] = {}
        for body in objects.values():
            if font := _BASE_FONT.search(body):
                _add(found.setdefault(_unescaped(font[1]), {}), _named(body, objects))
        return found


def _add(known: dict[int, str], more: Mapping[int, str]) -> None:
    """Of two fonts with one name what they agree on; the rest says nothing."""
    for code, text in more.items():
        known[code] = text if known.get(code, text) == text else ""


def _objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    for found in _OBJECT.finditer(content):
        number, body = int(found[1]), found[2]
        if _PACKED.search(body[:2000]):
            yield from _unpacked(body)
        else:
            yield number, body.partition(b"stream")[0]


def _unpacked(body: bytes) -> Iterator[tuple[int, bytes]]:
    stream, count, first = _STREAM.search(body), _COUNT.search(body), _FIRST.search(body)
    if not (stream and count and first):
        return
    try:
        content = zlib.decompressobj().decompress(stream[1], _MOST_BYTES)
        numbers = [int(number) for number in content[: int(first[1])].split()][: 2 * int(count[1])]
    except (zlib.error, ValueError):  # encrypted, or packed in another way
        return
    starts = [int(first[1]) + start for start in numbers[1::2]]
    for number, start, end in zip(numbers[::2], starts, [*starts[1:], len(content)], strict=False):
        yield number, content[start:end]


def _named(font: bytes, objects: Mapping[int, bytes]) -> dict[int, str]:
    encoding = _one_of(_ENCODING.search(font), objects)
    listed = _one_of(_DIFFERENCES.search(encoding), objects)
    code, texts = 0, {}
    for name, number in _TOKEN.findall(listed):
        if number:
            code = int(number)
            continue
        if code <= _LAST_CONTROL and (text := _text_of(_unescaped(name))):
            texts[code] = text
        code += 1
    return texts


def _one_of(found: "re.Match[bytes] | None", objects: Mapping[int, bytes]) -> bytes:
    """What stands there, or in the object that is named there."""
    if found is None:
        return b""
    return found[1] if found[1] is not None else objects.get(int(found[2]), b"")


def _unescaped(name: bytes) -> str:
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda sign: bytes([int(sign[1], 16)]), name).decode(
        "latin-1"
    )


def _text_of(name: str) -> str:
    """By the Adobe Glyph List's rules for names, of which only letters and ligatures are asked: "f_f_i.alt"."""
    parts = name.partition(".")[0].split("_")
    found = [_NAME_PART.fullmatch(part) for part in parts]
    if not all(found):
        return ""
    return "".join(chr(int(one[1], 16)) if one[1] else one[0] for one in found if one)
