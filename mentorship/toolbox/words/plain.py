"""Words that people read in someone else's name: plain ones, that lead nowhere. Pure.

Mail programs make a link of whatever looks like an address. What may be pressed in a letter is ours
alone, so words that somebody typed are `disarmed`: a space breaks what would become a link.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

# What a host name can end in, also as Unicode; the IANA root zone and the public suffix list, 2025.
ENDINGS = frozenset(Path(__file__).with_name("endings.txt").read_text(encoding="utf-8").split())
# Endings that begin a sentence when the space before it was forgotten: "It is done.It works."
BEGINNINGS = frozenset(
    ["Am", "As", "At", "Be", "Do", "In", "Is", "It", "Me", "My", "No", "So", "To", "Us"]
)
SCHEMES = (
    "mailto|tel|sms|callto|facetime|skype|sip|sips|xmpp|news|geo|magnet|webcal|file|data|javascript"
)
DOTS = str.maketrans("\u3002\uff61", "..")  # IDNA reads these as dots, and so do browsers
# Each match ends after the sign that a space has to follow.
LEADS = re.compile(
    rf":(?=//)|\b(?:{SCHEMES}):(?=\S)|(?<=\S)@(?=\S)|www\.(?=\S)|(?<=[^\W_])\.(?=[a-z]{{2,}}[/:]\S)",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\d+(?:\.\d+){3,}")  # 192.0.2.1
JOINERS = "\u200c\u200d"  # Persian and Hindi are spelled with them
MAX_LINE = 250


def leads_elsewhere(text: str) -> bool:
    """Whether the text holds an address or a link, or what mail programs make one of.

    A forgotten space before a sentence is none: "node.js" and "done.It" pass. What passes here is
    still disarmed in a letter.
    """
    shown = visible(text)
    return any(not _begins_a_sentence(shown, end) for end in _breaks(shown))


def disarmed(text: str) -> str:
    """The text with a space wherever a mail program would have made a link, and nothing invisible."""
    shown = visible(text)
    parts, start = [], 0
    for end in sorted(_breaks(shown)):
        parts.append(shown[start:end])
        start = end
    return " ".join([*parts, shown[start:]])


def visible(text: str) -> str:
    """The text without signs that are not seen, or that change the order in which others are seen."""
    return "".join(sign for sign in text if _is_visible(sign))


def one_line(text: str) -> str:
    """Text fit for a mail header: one line, 250 characters, nothing invisible or reordering.

    And nothing that a mail program decodes into other words: "=?" begins those (RFC 2047).
    """
    spaced = " ".join(text.split())
    shown = "".join(sign for sign in spaced if unicodedata.category(sign) not in {"Cc", "Cf", "Cs"})
    return " ".join(shown.replace("=?", "= ?")[:MAX_LINE].split())


def _is_visible(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return kind not in {"Cc", "Cf", "Cs", "Zl", "Zp"} or sign in "\n\t" or sign in JOINERS


def _breaks(text: str) -> set[int]:
    """Behind which characters a space is missing."""
    folded = "".join(_folded(sign) for sign in text)
    found = {match.end() for match in LEADS.finditer(folded)}
    for match in NUMBERED.finditer(folded):
        found |= {at + 1 for at in range(*match.span()) if folded[at] == "."}
    return found | set(_before_endings(folded))


def _folded(sign: str) -> str:
    """The sign as host names are compared: always one character."""
    plain = unicodedata.normalize("NFKC", sign.translate(DOTS))
    return plain if len(plain) == 1 else sign


def _before_endings(text: str) -> Iterator[int]:
    """Behind each dot that stands between a word and an ending."""
    at = text.find(".")
    while at >= 0:
        if at and (_is_of_a_word(text[at - 1]) or text[at - 1] == "_"):
            end = at + 1
            while end < len(text) and _is_of_a_word(text[end]):
                end += 1
            # Letters alone, too: in a header a line may end before a digit, and be read with a space.
            words = [re.compile(rule).match(text, at + 1) for rule in (r"[\w-]*", r"[^\W\d_]*")]
            names = {text[at + 1 : end], *(word[0] for word in words if word)}
            if any(unicodedata.normalize("NFC", name).lower() in ENDINGS for name in names):
                yield at + 1
        at = text.find(".", at + 1)


def _is_of_a_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _begins_a_sentence(text: str, start: int) -> bool:
    word = re.compile(r"\w*").match(text, start)
    after_word = re.search(r"[^\W\d_]{2,}\.$", text[max(0, start - 40) : start])
    return bool(after_word and word and word[0] in BEGINNINGS)
