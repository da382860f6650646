"""Letters with signs on them, each drawn by itself, that say one thing together."""

from collections import Counter, defaultdict

from mentorship.documents.formats.pdf.glyphs import Glyph
from mentorship.documents.text.folding import is_mark

_NEAR = 1.2  # of the height: signs stand so far over or under their letter
_OVER = 0.3  # of the narrower one


def said_once(glyphs: list[Glyph]) -> list[Glyph]:
    """`glyphs`, of which a letter and the sign on it may each say both: Typst's files have it so."""
    lines = Counter(round(glyph.y) for glyph in glyphs)
    said: dict[str, list[int]] = defaultdict(list)
    kept: list[Glyph | None] = []
    for glyph in glyphs:
        twin = next((i for i in said[glyph.text] if _covers(kept[i], glyph)), None)
        if twin is None:
            if len(glyph.text) > 1 and any(map(is_mark, glyph.text)):
                said[glyph.text].append(len(kept))
            kept.append(glyph)
        else:
            one = kept[twin]
            kept[twin] = one and _both(one, glyph, lines)
    return [glyph for glyph in kept if glyph]


def _covers(one: Glyph | None, other: Glyph) -> bool:
    if one is None or one.turn or other.turn:
        return False
    shared = min(one.right, other.right) - max(one.left, other.left)
    near = _NEAR * max(one.top - one.bottom, other.top - other.bottom, one.em)
    narrow = min(one.right - one.left, other.right - other.left)
    return shared > _OVER * narrow and abs(one.y - other.y) < near


def _both(one: Glyph, other: Glyph, lines: Counter[int]) -> Glyph:
    """The place of both, on the line of the letter: where more of the page stands.

    lines  how many glyphs stand on each line, by its y in whole points
    """
    letter = max(one, other, key=lambda glyph: lines[round(glyph.y)])
    return letter._replace(
        left=min(one.left, other.left),
        right=max(one.right, other.right),
        spaced=one.spaced,
        gap=min(one.gap, other.gap),
    )
