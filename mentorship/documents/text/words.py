"""The words of a text, and under which key two of them are the same.

What a reader does not see makes no difference: how lines are broken and words hyphenated at their
ends, ligatures, composed or decomposed letters, width, styles of quotes, dashes and bullets.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mentorship.documents.text.folding import SPACES

_BLANK = re.escape("".join(sorted(SPACES)))
_HYPHEN = "\\-\u00ad\u2010\u2011\u05be"
_APOSTROPHE = "'\u2019\u02bc\u05f3\u05f4"
# What is not a word: named here, since `\w` leaves out the marks that Arabic and Indic words need.
_SIGN = (
    "!-/:-@\\[-^`{-~\u00a1-\u00a9\u00ab-\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    "\u02bc\u0589\u058a\u05be\u05c0\u05c3\u05c6\u05f3\u05f4\u060c\u060d\u061b\u061e\u061f\u066a-\u066d"
    "\u06d4\u0964\u0965\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3001-\u3003"
    "\u3008-\u3020\u3030\u303d-\u303f\ue000-\uf8ff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff0f\uff1a-\uff20"
    "\uff3b-\uff40\uff5b-\uff65\uffe0-\uffee\U0001f000-\U0001fbff"
)
# Scripts without spaces between words, one character at a time: Han, kana, Thai, Lao, Burmese, Khmer.
_ALONE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_LETTER = f"[^{_BLANK}{_HYPHEN}{_SIGN}{_ALONE}]"
_LINE_END = "[ \t]*(?:\r\n|\n\n?)[ \t]*"
_WORD = re.compile(
    # "don't", "Node.js", "CI/CD", "R&D", "ada@example.org", "1,200", "co-founder", "expe-⏎rience"
    f"{_LETTER}+(?:(?:[{_APOSTROPHE}./&@·]|(?<=[0-9]),(?=[0-9])|[{_HYPHEN}]+(?:{_LINE_END})?)"
    f"{_LETTER}+)*"
    # "C++", "C#"
    f"(?:(?:\\+\\+|[+#])(?!{_LETTER}))?"
    f"|[{_ALONE}][\u3099\u309a\ufe00-\ufe0f]*"
    f"|([{_SIGN}{_HYPHEN}])\\1*"
)
_DROPPED = re.compile(
    f"[{_HYPHEN}{_BLANK}\u0000-\u001f\u007f-\u009f\u0640\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff]"
)
_ALIKE = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\u05f3`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u05f4\u301d\u301e", '"')
)
_DASHES = frozenset("-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be")
_BULLETS = frozenset(
    "*\u2022\u2023\u2043\u204c\u204d\u2219\u25a0\u25aa\u25ab\u25b8\u25ba\u25cb\u25cf"
    "\u25e6\u2666\u27a2\u2794\u00b7\uf0a7\uf0b7\uf0d8\uf076\uf0fc"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of `text` in its order; `keys[i]` is read at `starts[i]` to `ends[i]`."""

    text: str
    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Which words have a part between code points `start` and `end`: half-open."""
        return bisect_right(self.ends, start), max(
            bisect_right(self.ends, start), bisect_left(self.starts, end)
        )

    def place(self, word: int) -> int:
        """Where `word` begins if blanks belong to the word before them; the end past the last one."""
        if word == len(self.starts):
            return len(self.text)
        return self.starts[word] if word else 0

    def begins_line(self, word: int) -> bool:
        """Whether `word` stands first in its line."""
        return not word or "\n" in self.text[self.ends[word - 1] : self.starts[word]]

    def is_apart(self, word: int) -> bool:
        """Whether an empty line stands before `word`."""
        return self.text[self.ends[word - 1] : self.starts[word]].count("\n") > 1


def words_of(text: str, *, cased: bool = False) -> Words:
    """The words of `text`, a character each where a script writes no spaces, and its signs.

    text    as it is: composed or not, with any line ends. Places are its code points.
    cased   whether "Lead" and "lead" have different keys.
    """
    keys, starts, ends = [], [], []
    key_of = _cased if cased else _folded
    for found in _WORD.finditer(text):
        word = found.group()
        if key := key_of(word):
            keys.append(key)
            starts.append(found.start())
            ends.append(found.end())
    return Words(text, keys, starts, ends)


@lru_cache(maxsize=20_000)
def _cased(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word
    if word[0] in _DASHES:
        return "-"
    if word[0] in _BULLETS:
        return "\u2022"
    return unicodedata.normalize("NFKC", _DROPPED.sub("", word.translate(_ALIKE)))


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return _cased(word).casefold()
