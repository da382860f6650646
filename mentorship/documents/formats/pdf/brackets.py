"""Brackets around Latin words in right-to-left lines, or the other way round: UAX 9, rule N0, for a line as it is seen.

The algorithm's library knows no pairs. And of "A (B)" within Hebrew the same is seen as of "(B) A":
what stands before its bracket is taken to belong to it.
"""

from collections.abc import Iterator, Sequence

_PAIRS = ("()", "[]", "{}")
_KIND = {sign: pair for pair in _PAIRS for sign in pair}
_STRONG = frozenset({"L", "R", "AL", "EN", "AN"})


def directions(
    signs: Sequence[str], kinds: Sequence[str], base: str
) -> Iterator[tuple[int, str, str]]:
    """Where brackets stand whose direction is told by what is between them, which it is, and the bracket.

    signs, kinds  of a line from its beginning as it is seen, with the directions of weak ones found
    base          the direction of its text: "L" or "R"
    """
    for start, end in _pairs(signs):
        inside = {"R" if kind == "AL" else kind for kind in kinds[start + 1 : end]}
        if not inside & {"L", "R"}:
            continue
        after = next((kind for kind in kinds[end + 1 :] if kind in _STRONG), base)
        other = "R" if base == "L" else "L"
        is_other = base not in inside and ("R" if after == "AL" else after) == other
        first, last = tuple(_KIND[signs[start]])
        if is_other:
            yield from ((start, other, last), (end, other, first))
        else:
            yield from ((start, base, first), (end, base, last))


def _pairs(signs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Brackets that belong together, whichever of the two begins: right-to-left ones are turned."""
    opened: list[int] = []
    for i, sign in enumerate(signs):
        if sign not in _KIND:
            continue
        if opened and _is_pair(signs, opened[-1], i):
            yield opened.pop(), i
        else:
            opened.append(i)


def _is_pair(signs: Sequence[str], start: int, end: int) -> bool:
    """Two of a kind; and when PDFium gave both the same sign, they stand close around what is in them."""
    if _KIND[signs[start]] != _KIND[signs[end]]:
        return False
    return signs[start] != signs[end] or " " not in (signs[start + 1], signs[end - 1])
