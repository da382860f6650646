"""Letters drawn as one, such as "ti", that a font gives as some other sign: "Opera_ng", "acƟon".

People see the right word. Software, and whoever copies it, gets the sign.
"""

import re
from collections.abc import Iterator

from mentorship.documents.formats.findings.unseen import finding
from mentorship.documents.formats.manuscript import Finding, Line, Manuscript

# Signs that a widespread font of Word's gives for "ti", "tt" and their kind; no language here writes
# them beside plain letters.
_SIGNS = "ƟƩƫƞƬ"
_SIGN = re.compile(f"[a-z][{_SIGNS}]|[{_SIGNS}][a-z]")
_GAP = re.compile(r"[A-Za-z]?[a-z]+_[a-z]+[.,;:)]?")  # and so are names in programs: see below
_FEWEST_WORDS = 2
_ENOUGH = 200  # letters: a text of so many has "ti" in it


def ligatures_in(manuscript: Manuscript) -> Iterator[Finding]:
    """What the owner should know of words that hold a sign instead of letters, if there are any."""
    found = [(line, said) for line, said in _words(manuscript) if _SIGN.search(said)]
    if _lacks_letters(manuscript.text):
        gaps = [(line, said) for line, said in _words(manuscript) if _GAP.fullmatch(said)]
        found += gaps if len({said for _, said in gaps}) >= _FEWEST_WORDS else []
    if found:
        line, said = min(found, key=lambda one: one[0].number)
        yield finding("odd-letters", len(found), said, line)


def _words(manuscript: Manuscript) -> Iterator[tuple[Line, str]]:
    for page in manuscript.pages:
        for line in page.lines:
            for word in line.words:
                yield line, manuscript.text[word.start : word.end]


def _lacks_letters(text: str) -> bool:
    """Whether a text of some length never says "ti": programs' names with "_" are not told apart else."""
    return sum(char.isascii() and char.isalpha() for char in text) >= _ENOUGH and (
        "ti" not in text.casefold()
    )
