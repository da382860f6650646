"""Whether units of two texts are of one kind, and whether two headings head the same. Pure."""

from collections.abc import Mapping

from mentorship.documents.statements.said import Said


class Kinship:
    """Of units of an old text and of a new one; each pair is asked of once."""

    def __init__(self, old: Said, new: Said) -> None:
        self._old, self._new = old, new
        self._known: dict[tuple[int, int], float] = {}

    def of(self, number: int, other: int) -> float:
        """Whether two units are of one kind: headings, the same ones even, or greetings."""
        pair = number, other
        if pair not in self._known:
            self._known[pair] = self._found(number, other)
        return self._known[pair]

    def _found(self, number: int, other: int) -> float:
        old, new = self._old, self._new
        if old.formulas(number) & new.formulas(other):
            return 0.4
        here, there = old.units[number].is_heading, new.units[other].is_heading
        if not (here and there):
            return -0.3 if here or there else 0.0
        return 0.5 if old.heads(number) & new.heads(other) else 0.2

    def of_sections(self, here: range, there: range, to: Mapping[int, int]) -> float:
        """How sure it is that two headings head the same: by their words, and by what is under them.

        here, there  the units of either section, its heading first
        to           old words to the new ones that they are
        """
        old, new = self._old, self._new
        under = range(old.units[here[0]].stop, old.units[here[-1]].stop)
        room = range(new.units[there[0]].start, new.units[there[-1]].stop)
        kept = [word for word in under if word in to]
        same = old.weight(word for word in kept if to[word] in room)
        share = same / (old.weight(kept) or 1)
        covered = min(1.0, 3 * same / (new.weight(room) or 1))
        return self.of(here[0], there[0]) + 0.5 * share * covered
