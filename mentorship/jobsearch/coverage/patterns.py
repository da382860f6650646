"""Many patterns looked for at once: of a thousand, a clause needs to be searched for a few.

An alternation of them all is tried at each sign of a text. Here each alternative stands alone, with letters that
it cannot match without; and only those whose letters are in a clause are tried.
"""

import re
from collections.abc import Iterable, Iterator

PLAIN = re.compile(r"[^\W_]| ")  # what stands for itself
QUANTIFIER = re.compile(r"[?*+]\??|\{[\d,]+\}\??")
FEWEST = 3  # letters, that are worth a look


class Patterns:
    """Alternatives, whatever their case; none may refer to a group, whose number is another one here."""

    def __init__(self, sources: Iterable[str]) -> None:
        parts = [part for source in sources for part in alternatives(source)]
        self._known = [(needed(part), re.compile(part, re.IGNORECASE)) for part in parts]

    def first(self, text: str) -> re.Match[str] | None:
        """The match that begins first; of several the one of the earliest alternative."""
        lowered = text.lower()
        found = [
            match
            for letters, pattern in self._known
            if letters in lowered and (match := pattern.search(text))
        ]
        return min(found, key=re.Match.start, default=None)


def alternatives(source: str) -> Iterator[str]:
    """The parts between the bars of a pattern, those within brackets left alone."""
    begins = depth = 0
    for sign, start, _end in _signs(source):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield source[begins:start]
            begins = start + 1
    yield source[begins:]


def needed(alternative: str) -> str:
    """The longest letters that stand in whatever it matches, in lower case; empty where that is not plain."""
    runs, depth = [""], 0
    for sign, _start, end in _signs(alternative):
        depth += (sign == "(") - (sign == ")")
        quantified = QUANTIFIER.match(alternative, end)
        if depth or not PLAIN.fullmatch(sign) or (quantified and quantified[0][0] != "+"):
            runs.append("")
            continue
        runs[-1] += sign.lower()
        if quantified:
            runs.append("")
    longest = max(runs, key=len)
    return longest if len(longest) >= FEWEST else ""


def _signs(source: str) -> Iterator[tuple[str, int, int]]:
    """The signs of a pattern with their places: escapes, classes and quantifiers are one each."""
    for found in re.finditer(
        r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|" + QUANTIFIER.pattern + r"|.", source, re.DOTALL
    ):
        yield found[0], found.start(), found.end()
