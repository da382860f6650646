"""Hyphens at the ends of lines: those that belong to the word, and those of its typesetter.

A page does not tell them apart. What else it says does, and how words are made.
"""

import re
from collections.abc import Set

from mentorship.documents.text.folding import SOFT_HYPHEN

KEPT = f"-{SOFT_HYPHEN}"
"""A hyphen of the word's own, which goes on in the next line without a space."""

_ADDRESS = re.compile(r"[\d/@._~=-]")
# Hebrew, Arabic, the scripts of India, Thai: their typesetters put no hyphens into words.
_NEVER_BROKEN = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff]")
_EDGES = re.compile(r"^\W+|\W+$")
# "Groß- und Einzelhandel", "pre- and post-sales", "lecto- y grafomotricidad"
_JOINING = frozenset(
    [
        "und",
        "oder",
        "bzw",
        "and",
        "or",
        "to",
        "et",
        "ou",
        "y",
        "o",
        "e",
        "och",
        "og",
        "en",
        "of",
        "eller",
        "i",
        "lub",
    ]
)
_FIRST = frozenset(
    [
        "all",
        "award",
        "best",
        "bottom",
        "cost",
        "cross",
        "cutting",
        "data",
        "day",
        "decision",
        "detail",
        "double",
        "end",
        "ex",
        "face",
        "fast",
        "first",
        "five",
        "follow",
        "forward",
        "four",
        "front",
        "full",
        "goal",
        "half",
        "hands",
        "hard",
        "high",
        "know",
        "large",
        "left",
        "life",
        "line",
        "long",
        "low",
        "market",
        "medium",
        "mid",
        "multi",
        "near",
        "non",
        "one",
        "open",
        "part",
        "people",
        "point",
        "problem",
        "quick",
        "real",
        "result",
        "right",
        "role",
        "second",
        "self",
        "short",
        "single",
        "six",
        "small",
        "state",
        "team",
        "ten",
        "third",
        "three",
        "time",
        "top",
        "two",
        "user",
        "web",
        "well",
        "wide",
        "word",
        "work",
        "world",
    ]
)
_SECOND = frozenset(
    [
        "based",
        "building",
        "centered",
        "centric",
        "class",
        "commerce",
        "depth",
        "driven",
        "edge",
        "effective",
        "efficient",
        "end",
        "ended",
        "facing",
        "first",
        "focused",
        "free",
        "friendly",
        "functional",
        "hand",
        "hour",
        "how",
        "learning",
        "led",
        "level",
        "like",
        "looking",
        "made",
        "making",
        "minded",
        "month",
        "new",
        "oriented",
        "paced",
        "page",
        "performing",
        "person",
        "platform",
        "quality",
        "ready",
        "related",
        "scale",
        "service",
        "sized",
        "solving",
        "speaking",
        "specific",
        "stack",
        "standing",
        "team",
        "term",
        "time",
        "to",
        "up",
        "wide",
        "winning",
        "year",
    ]
)


def hyphen(half: str, rest: str, words: Set[str]) -> str:
    """What joins the halves of a word broken at a line's end: nothing to see, or its own hyphen.

    words  those of the page, in small letters and without signs at their ends.
    """
    first, second = bare(half), bare(rest)
    if not rest:
        return "-"
    if _NEVER_BROKEN.search(half):
        return KEPT
    if second in _JOINING:
        return "-"  # and a space: it stands for what both words share
    if f"{first}-{second}" in words:
        return KEPT
    if f"{first}{second}" in words:
        return SOFT_HYPHEN
    return KEPT if _is_own(half, rest, words) else SOFT_HYPHEN


def _is_own(half: str, rest: str, words: Set[str]) -> bool:
    first, second = bare(half), bare(rest)
    is_name = rest[:1].isupper() and not half.isupper()
    if is_name or not rest[:1].isalpha() or len(first) == 1:
        return True
    if _ADDRESS.search(_EDGES.sub("", half)) or _ADDRESS.search(_EDGES.sub("", rest)):
        return True
    if first in _FIRST and (second in _SECOND or second in words):
        return True
    return (second in _SECOND or second in words) and len(second) > 3 and first in words


def bare(word: str) -> str:
    """`word` in small letters, without signs at its ends."""
    return _EDGES.sub("", word).casefold()
