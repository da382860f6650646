"""Right-to-left lines: glyphs taken by where they stand, and put into the order they are read in.

Files hold them in any order (Chromium as they are seen, Word as they are read), so only their places
count. What the Unicode Bidirectional Algorithm (UAX 9) would show as is seen is what was written: its
levels are found on the line as seen, and its runs turned back.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from unicodedata import bidirectional

from bidi import algorithm
from bidi.mirror import MIRRORED

from mentorship.documents.formats.pdf.actual import Drawn
from mentorship.documents.formats.pdf.brackets import directions
from mentorship.documents.formats.pdf.glyphs import WORD_GAP, Glyph
from mentorship.documents.formats.pdf.pieces import height_of, is_sign, pieces_seen
from mentorship.documents.text.folding import SOFT_HYPHEN, is_right_to_left

_WORD_GAP = 0.12
_OPENING, _CLOSING = "([{«‹", ")]}»›"
_YEARS = re.compile(r"((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)")
_PER_CENT_FIRST, _PER_CENT = re.compile(r"(?:^|\s)[%٪][\d.,]+(?=\s|$)"), re.compile(r"\d\s?[%٪]")
# What goes on in the next line, and whether a space parts it from the word it is seen before.
_GOING_ON = frozenset({("-", False), ("/", False), ("&", True), ("+", True)})
_ARABIC = "\u0627"
_WAYS = (
    {"latin_numbers": True, "after_arabic": False},
    {"latin_numbers": False, "after_arabic": False},
    {"latin_numbers": True, "after_arabic": True},
)
_RIGHT = frozenset({"R", "AL"})
_NEUTRAL = frozenset({"ES", "ET", "CS", "ON"})


def in_logical_order(glyphs: list[Glyph], drawn: Drawn) -> list[Glyph]:
    """`glyphs` of a page on which that is `drawn`, with each line that holds right-to-left letters in the order it is read.

    Such a line has a `row`, and white space where an eye sees it; all others stay as they are.
    """
    text = "".join(glyph.text for glyph in glyphs)
    if not any(map(_is_right, text)):
        return glyphs
    page_is_right = is_right_to_left(text)
    order = {id(glyph): i for i, glyph in enumerate(glyphs)}
    taken: dict[int, list[Glyph]] = {}
    skipped: set[int] = set()
    pieces = pieces_seen(glyphs, drawn, order, right=page_is_right)
    for number, (place, line) in enumerate(pieces, 1):
        has_right = any(_is_right(sign) for glyph in line for sign in glyph.text)
        if has_right or page_is_right:
            right = page_is_right or is_right_to_left("".join(glyph.text for glyph in line))
            places = [order[id(glyph)] for glyph in line]
            taken[place] = [glyph._replace(row=number) for glyph in _read(line, drawn, right=right)]
            skipped.update(places)
    result: list[Glyph] = []
    for i, glyph in enumerate(glyphs):
        result += taken.get(i, [] if i in skipped else [glyph])
    return result


def _is_right(sign: str) -> bool:
    return sign > "\u0589" and bidirectional(sign) in _RIGHT


def _read(line: list[Glyph], drawn: Drawn, *, right: bool) -> list[Glyph]:
    """A line from left to right as it is read in a text that runs to the `right` or not."""
    seen = _with_spaces(_joined(line), drawn)
    ways = (_ordered(seen, right=right, **way) for way in _WAYS)
    orders = [next(ways)]
    while _is_unlikely(orders[-1]) and (other := next(ways, None)):
        orders.append(other)
    chosen = orders[0] if _is_unlikely(orders[-1]) else orders[-1]
    return list(_spaced(_broken(_going_on(chosen)) if right else chosen))


def _going_on(line: list[Glyph | None]) -> list[Glyph | None]:
    """A line that ends within Latin words ("Ernst &", "state-"): the sign they go on after is seen before them."""
    start = len(line)
    while start and not _is_right_letter(line[start - 1]):
        start -= 1
    if not start or line[start : start + 1] != [None]:
        return line
    start += 1
    first, second = [*line[start : start + 2], None, None][:2]
    sign = first.text if first else ""
    is_word = any(glyph and glyph.text.isalpha() for glyph in line[start + 1 :])
    if not is_word or (sign, second is None) not in _GOING_ON:
        return line
    rest = line[start + 1 :]
    return [
        *line[:start],
        *(rest[1:] if second is None else rest),
        *([None] if second is None else []),
        first,
    ]


def _broken(line: list[Glyph | None]) -> list[Glyph | None]:
    """A word at the end of a line that goes on in the next one after its hyphen."""
    before, last = line[-2:] if len(line) > 1 else (None, None)
    if before and last and last.text == "-" and before.text[-1:].isalpha():
        return [*line[:-1], last._replace(text=SOFT_HYPHEN)]
    return line


def _is_right_letter(glyph: Glyph | None) -> bool:
    return glyph is not None and any(map(_is_right, glyph.text))


def _joined(line: list[Glyph]) -> list[Glyph]:
    """Signs that stand over a letter put behind it."""
    result = [glyph for glyph in line if not is_sign(glyph)] or line
    for sign in line if len(result) < len(line) else ():
        if is_sign(sign):
            place = min(range(len(result)), key=lambda i: _between(sign, result[i]))
            result[place] = result[place]._replace(text=result[place].text + sign.text)
    return result


def _between(sign: Glyph, letter: Glyph) -> float:
    """How far it stands from the middle of a letter; next to nothing right over it."""
    away = abs(_middle(sign) - _middle(letter))
    return (
        away if letter.left <= _middle(sign) <= letter.right else away + letter.right - letter.left
    )


def _with_spaces(line: list[Glyph], drawn: Drawn) -> list[Glyph | None]:
    """None where the file has a space or a gap is seen."""
    seen: list[Glyph | None] = [line[0]]
    for one, other in pairwise(line):
        if _is_gap(one, other) or drawn.has_blank(one.y, _middle(one), _middle(other)):
            seen.append(None)
        seen.append(other)
    return seen


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _is_gap(one: Glyph, other: Glyph) -> bool:
    share = (one.gap + other.gap) / 2
    if share <= WORD_GAP:
        share = _WORD_GAP
    return other.left - one.right > share * max(height_of(one), height_of(other))


def _ordered(
    seen: Sequence[Glyph | None], *, right: bool, latin_numbers: bool, after_arabic: bool
) -> list[Glyph | None]:
    """Turn back what the algorithm turned.

    after_arabic   the line goes on with Arabic, in which numbers have no part of the signs beside them.
    latin_numbers  numbers to the right of Latin letters belong to them ("Python 3"), which cannot be
                   seen: the same is shown where they stand before them.
    """
    signs = [_sign(glyph) for glyph in seen]
    if latin_numbers:
        signs = _as_latin(signs)
    order = list(range(len(seen)))
    if right:
        order.reverse()
    before = _ARABIC if after_arabic else ""
    text = before + "".join(signs[i] for i in order)
    levels, brackets = _levels(text, "R" if right else "L")
    levels = levels[len(before) :]
    shown = list(seen)
    for place, sign in brackets.items():
        glyph = seen[order[place - len(before)]]
        shown[order[place - len(before)]] = glyph and glyph._replace(text=sign)
    settled = {order[place - len(before)] for place in brackets}
    for level in (2, 1)[: 1 if right else 2]:
        order = _turned(order, levels, level)
        levels = _turned(levels, levels, level)
    even = [0 if i in settled else level for i, level in zip(order, levels, strict=True)]
    return _mirrored([shown[i] for i in order], even)


def _sign(glyph: Glyph | None) -> str:
    """The sign of a cluster that tells its direction."""
    if glyph is None or not glyph.text:
        return " "
    strong = [sign for sign in glyph.text if bidirectional(sign) in {"L", "R", "AL", "EN", "AN"}]
    neutral = [sign for sign in glyph.text if bidirectional(sign) in _NEUTRAL]
    return (strong or neutral or [" "])[0]


def _as_latin(signs: list[str]) -> list[str]:
    latin, result = False, []
    for sign in signs:
        kind = bidirectional(sign)
        if kind in _RIGHT or kind == "L":
            latin = kind == "L"
        result.append("a" if latin and kind == "EN" else sign)
    return result


def _levels(text: str, base: str) -> tuple[list[int], dict[int, str]]:
    """The embedding levels of UAX 9, one for each sign, and brackets that belong together as they are written."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(base == "R"), base
    algorithm.get_embedding_levels(text, storage, False, False)
    algorithm.explicit_embed_and_overrides(storage, False)
    algorithm.resolve_weak_types(storage, False)
    kinds = [sign["type"] for sign in storage["chars"]]
    brackets = {}
    for place, direction, sign in directions(text, kinds, base):
        storage["chars"][place]["type"] = direction
        brackets[place] = sign
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [sign["level"] for sign in storage["chars"]], brackets


def _turned(items: list[int], levels: list[int], level: int) -> list[int]:
    """`items` with each run of `level` and above turned around."""
    result: list[int] = []
    for high, run in groupby(zip(items, levels, strict=True), key=lambda pair: pair[1] >= level):
        turned = [item for item, _ in run]
        result += reversed(turned) if high else turned
    return result


def _mirrored(glyphs: list[Glyph | None], levels: list[int]) -> list[Glyph | None]:
    """Brackets of right-to-left runs as they are written.

    Fonts map the glyph of one to either sign, so what stands beside it tells whether it opens.
    """
    result = list(glyphs)
    for i, glyph in enumerate(glyphs):
        if glyph and levels[i] % 2 and glyph.text in MIRRORED:
            before = glyphs[i - 1] if i else None
            after = glyphs[i + 1] if i + 1 < len(glyphs) else None
            said = [one.text for one in result[:i] if one]
            result[i] = glyph._replace(text=_bracket(glyph.text, before, after, said))
    return result


def _bracket(sign: str, before: Glyph | None, after: Glyph | None, said: list[str]) -> str:
    other: str = MIRRORED[sign]
    pair = (sign, other) if sign in _OPENING else (other, sign)
    if sign not in _OPENING + _CLOSING:
        return other
    if (before is None) == (after is None):
        return pair[1] if said.count(pair[0]) > said.count(pair[1]) else other
    return pair[0] if before is None else pair[1]


def _is_unlikely(glyphs: Sequence[Glyph | None]) -> bool:
    """Whether years run backwards in it, or a number follows its per cent sign."""
    text = "".join(glyph.text if glyph else " " for glyph in glyphs)
    backwards = any(start > end for start, end in _YEARS.findall(text))
    return backwards or bool(_PER_CENT_FIRST.search(text) and not _PER_CENT.search(text))


def _spaced(glyphs: Sequence[Glyph | None]) -> Iterator[Glyph]:
    spaced = True
    for glyph in glyphs:
        if glyph is None:
            spaced = True
        else:
            yield glyph._replace(spaced=spaced)
            spaced = False
