"""Which characters the shipped fonts can show (see tools/build_fonts.py)."""

import bisect
import functools
import unicodedata
from pathlib import Path

COVERAGE = Path(__file__).parent / "fonts" / "coverage.txt"
# Without a shape of their own: controls, format marks, spaces; and the choice between two shapes.
SHAPELESS = {"Cc", "Cf", "Zs", "Zl", "Zp"}
VARIATION_SELECTORS = range(0xFE00, 0xFE10)
MARK = "□"
REPLACEMENT = "\ufffd"  # what a converter writes for a letter it could not read


def has_missing_glyphs(text: str) -> bool:
    """Whether `text` holds a character that no font here shows, or the sign of a lost one."""
    return not all(map(_is_shown, set(text)))


def with_marks(text: str) -> str:
    """`text` with an empty box for what no font shows: a typesetter leaves it out silently."""
    missing = [char for char in set(text) if not _is_shown(char)]
    return text.translate(dict.fromkeys(map(ord, missing), MARK))


@functools.lru_cache(maxsize=10_000)
def _is_shown(char: str) -> bool:
    if char == REPLACEMENT:
        return False
    code = ord(char)
    if code in VARIATION_SELECTORS or unicodedata.category(char) in SHAPELESS:
        return True
    firsts, lasts = _ranges()
    place = bisect.bisect_right(firsts, code) - 1
    return place >= 0 and code <= lasts[place]


@functools.cache
def _ranges() -> tuple[list[int], list[int]]:
    pairs = [line.split("-") for line in COVERAGE.read_text(encoding="ascii").split()]
    return [int(first, 16) for first, _ in pairs], [int(last, 16) for _, last in pairs]
