"""What an RTF file says, by where it says it: in its body, in text boxes, in headers and footers."""

import re
from collections.abc import Mapping

from mentorship.documents.formats.rtf_letters import in_one_spelling

BODY, BOX, RUNNING, SILENT = "body", "box", "running", "silent"

_TOKEN = re.compile(
    r"\\u(?P<letter>-?\d{1,5}) ?|\\(?P<word>[a-z]+)-?\d* ?|\\(?P<symbol>[^a-z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_PLACES = {
    **dict.fromkeys((side + which for side in ("header", "footer") for which in ("", *"lrf")), RUNNING),
    # A shape says its words once for programs of today, and once for those of 1995.
    **dict.fromkeys(("shptxt", "dptxbxtext"), BOX),
    **dict.fromkeys(
        ("fonttbl", "colortbl", "stylesheet", "info", "listtable", "pict", "fldinst"), SILENT
    ),
}  # fmt: skip
_SAID = {
    **dict.fromkeys(("par", "line", "sect", "page", "column", "cell", "row"), "\n"),
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
_SYMBOLS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}


def said_in(raw: bytes) -> Mapping[str, str]:
    """The texts of `BODY`, `BOX` and `RUNNING`, their paragraphs as lines."""
    spelled, stand_for = in_one_spelling(raw)
    said: dict[str, list[str]] = {place: [] for place in (BODY, BOX, RUNNING, SILENT)}
    places = [BODY]
    for token in _TOKEN.finditer(spelled.decode("ascii", "replace")):
        if token["brace"]:
            places = [*places, places[-1]] if token["brace"] == "{" else places[:-1] or [BODY]
        else:
            places[-1] = _place(token, places[-1])
            said[places[-1]].append(_said(token))
    return {place: "".join(texts).translate(stand_for) for place, texts in said.items()}


def _place(token: "re.Match[str]", now: str) -> str:
    """Where the rest of the group stands; what only some programs know says nothing by itself."""
    return SILENT if token["symbol"] == "*" else _PLACES.get(token["word"] or "", now)


def _said(token: "re.Match[str]") -> str:
    if token["letter"]:
        return chr(int(token["letter"]) % 0x10000)
    if token["symbol"]:
        return _SYMBOLS.get(token["symbol"], "")
    return token["text"] or _SAID.get(token["word"] or "", "")
