"""The letters of an RTF file in one spelling, whichever of its many ways it wrote them in.

RTF writes a letter as a byte of its font's code page, raw or as hex, or as a number with a stand-in
after it for programs of 1990. pandoc 3.9 takes one stand-in too many and knows one code page. So all
of it becomes ASCII and numbers without stand-ins.

Source: Rich Text Format Specification 1.9.1, "Unicode RTF", "Character Set", "Font Table".
"""

import codecs
import re
from dataclasses import dataclass, replace

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<end>[\r\n]+)"
    rb"|(?P<text>[^\\{}\r\n])",
    re.DOTALL,
)
# By the number after \fcharset; others are of the code page of the file.
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_ANSI, _SYMBOL = 0, 2
_WHOLE_FILE = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
# Tables of names and the like: a letter beyond ASCII in them would leak into the text (pandoc 3.9).
_TABLES = {b"stylesheet", b"fonttbl", b"info", b"colortbl", b"listtable"}
_PRIVATE = 0xE100  # pandoc takes no letter beyond U+FFFF: these stand in for them meanwhile


@dataclass(slots=True)
class _Group:
    """What holds until the group ends.

    stand_ins   characters that follow each numbered letter
    in_fonts    whether fonts are declared here
    is_silent   whether nothing here is text
    """

    font: int = -1
    stand_ins: int = 1
    in_fonts: bool = False
    is_silent: bool = False


def in_one_spelling(raw: bytes) -> tuple[bytes, dict[int, str]]:
    """`raw` in ASCII, every other letter as its number, and what stands for letters past U+FFFF."""
    return _Spelling().of(raw)


class _Spelling:
    def __init__(self) -> None:
        self.groups = [_Group()]
        self.page = "cp1252"
        self.fonts: dict[int, str] = {}
        self.default_font = -1
        self.declared = -1  # the font that is being declared
        self.skip = 0
        self.decoder: codecs.IncrementalDecoder | None = None
        self.high = 0
        self.stand_for: dict[int, str] = {}
        self.out: list[bytes] = []

    def of(self, raw: bytes) -> tuple[bytes, dict[int, str]]:
        place = 0
        while token := _TOKEN.match(raw, place):
            place = token.end()
            kind = token.lastgroup
            if kind in {"word", "number"}:
                place += self.word(token)
            elif kind == "hex":
                self.byte(bytes.fromhex(token["hex"].decode()))
            elif kind == "text":
                self.text(token[0])
            elif kind == "end":
                self.out.append(token[0])
            else:
                self.sign(token)
        return b"".join(self.out), self.stand_for

    @property
    def group(self) -> _Group:
        return self.groups[-1]

    def sign(self, token: re.Match[bytes]) -> None:
        self.flush()
        if token["brace"] == b"{":
            self.groups.append(replace(self.group))
        elif token["brace"] and len(self.groups) > 1:
            self.groups.pop()
        self.skip = 0
        self.out.append(token[0])

    def word(self, token: re.Match[bytes]) -> int:
        """Take a control word; how many bytes after it are no RTF."""
        name, number = token["word"], int(token["number"] or -1)
        self.flush()
        if name == b"u" and token["number"]:
            self.letter(number % 0x10000)
            self.skip = self.group.stand_ins
            return 0
        self.skip = 0
        if name == b"bin":
            return max(number, 0)
        if name != b"uc":
            self.out.append(token[0])
        self.learn(name, number)
        return 0

    def learn(self, name: bytes, number: int) -> None:
        if name == b"uc":
            self.group.stand_ins = max(number, 0)
        elif name == b"ansicpg":
            self.page = _known(f"cp{number}") or self.page
        elif name in _WHOLE_FILE:
            self.page = _WHOLE_FILE[name]
        elif name in _TABLES:
            self.group.is_silent, self.group.in_fonts = True, name == b"fonttbl"
        else:
            self.learn_font(name, number)

    def learn_font(self, name: bytes, number: int) -> None:
        if name == b"deff":
            self.default_font = number
        elif name == b"plain":
            self.group.font = self.default_font
        elif name == b"f" and self.group.in_fonts:
            self.declared = number
        elif name == b"f":
            self.group.font = number
        elif name == b"fcharset" and number not in {_ANSI, _SYMBOL}:
            self.fonts[self.declared] = _CHARSETS.get(number, self.page)

    def text(self, char: bytes) -> None:
        is_half = self.decoder is not None and self.decoder.getstate()[0]
        if char >= b"\x80" or is_half:
            self.byte(char)
        elif self.skip:
            self.skip -= 1
        else:
            self.flush()
            self.out.append(char)

    def byte(self, byte: bytes) -> None:
        if self.skip:
            self.skip -= 1
            return
        if self.decoder is None:
            font = self.group.font if self.group.font >= 0 else self.default_font
            page = self.fonts.get(font, self.page)
            self.decoder = codecs.getincrementaldecoder(page)("replace")
        self.letters(self.decoder.decode(byte))

    def flush(self) -> None:
        if self.decoder is not None:
            self.letters(self.decoder.decode(b"", final=True))
        self.decoder = None

    def letters(self, text: str) -> None:
        for char in text:
            self.letter(ord(char))

    def letter(self, code: int) -> None:
        if 0xD800 <= code < 0xDC00:
            self.high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self.high - 0xD800) << 10) + code - 0xDC00 if self.high else 0xFFFD
        self.high = 0
        if code > 0xFFFF:
            code = self.stand_in(chr(code))
        if not self.group.is_silent:
            # RTF counts letters from -32768 to 32767.
            self.out.append(b"\\uc0\\u%d " % (code - 0x10000 if code > 0x7FFF else code))

    def stand_in(self, char: str) -> int:
        for code, known in self.stand_for.items():
            if known == char:
                return code
        code = _PRIVATE + len(self.stand_for)
        self.stand_for[code] = char
        return code


def _known(page: str) -> str:
    try:
        return codecs.lookup(page).name
    except LookupError:
        return "utf-8" if page == "cp65001" else ""
