"""Which words of two texts are the same, both read from first to last."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel


class Run(NamedTuple):
    """`length` words that are the same from word `old` of one text and word `new` of the other."""

    old: int
    new: int
    length: int

    @property
    def olds(self) -> range:
        """Its words in the old text."""
        return range(self.old, self.old + self.length)

    @property
    def news(self) -> range:
        """Its words in the new text."""
        return range(self.new, self.new + self.length)


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """The most words that stand in both in the same order, as runs without a gap.

    Cost    some 1.5 ms for texts of 1,500 words, as nearly all of it is done on bits in C++.
    Source  Hyyrö (2004), bit-parallel longest common subsequence; as in rapidfuzz.
    """
    return [
        Run(code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in Indel.opcodes(old, new)
        if code.tag == "equal"
    ]
