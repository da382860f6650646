"""Brackets around Latin words in right-to-left lines, or the other way round: UAX 9, rule N0, for a line as it is seen.

The algorithm's library knows no pairs. And of "A (B)" within Hebrew the same is seen as of "(B) A":
what stands before its bracket is taken to belong to it.
"""

from collections.abc import Iterator, Sequence

_PAIRS = ("()", "[]", "{}")
_KIND = {sign: pair for pair in _PAIRS for sign in pair}
_STRONG = frozenset({"L", "R", "AL", "EN", "AN"})


def directions(signs: Sequence[str], kinds: Sequence[str], base: str) -> Iterator[tuple[int, str]]:
    """Where brackets stand whose direction is told by what is between them, and which it is.

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
        yield from ((i, other if is_other else base) for i in (start, end))


def _pairs(signs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Brackets that belong together, whichever of the two begins: right-to-left ones are turned."""
    opened: list[int] = []
    for i, sign in enumerate(signs):
        kind = _KIND.get(sign)
        if not kind:
            continue
        last = signs[opened[-1]] if opened else ""
        if last in kind.replace(sign, "") and last:
            yield opened.pop(), i
        else:
            opened.append(i)
