"""What was read of a file anew, at the words of the text that was kept of it before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mentorship.documents.formats.manuscript import Piece
from mentorship.documents.text.alignment import aligned
from mentorship.documents.text.words import words_of

_LONGEST = 80  # characters of what stands in no line


class Places:
    """Where the words of a text that was `read` stand in the one that was `kept`."""

    def __init__(self, read: str, kept: str) -> None:
        self.is_same = read == kept
        self.read, self.kept = words_of(read, cased=True), words_of(kept, cased=True)
        self._to = {
            old: new
            for run in aligned(self.read.keys, self.kept.keys)
            for old, new in zip(run.olds, run.news, strict=True)
        }

    def of(self, start: int, end: int) -> int | None:
        """Where the first kept one of the words from `start` to `end` begins; None if none was kept."""
        places = (self._to.get(word) for word in range(*self.read.within(start, end)))
        return next((self.kept.starts[place] for place in places if place is not None), None)

    def pieces(self, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
        """The same pieces: words that were not kept say themselves, and nothing can be said of them."""
        if self.is_same:
            return tuple(pieces)
        return tuple(part for piece in pieces for part in self._parts(piece))

    def _parts(self, piece: Piece) -> Iterator[Piece]:
        words = range(*self.read.within(piece.start, piece.end)) if piece.end else ()
        if not words:
            yield piece if not piece.end else self._lost(piece, piece.start, piece.end)
            return
        opens = piece.opens
        for part in self._told(piece, words):
            yield replace(part, opens=opens)
            opens = False

    def _told(self, piece: Piece, words: Sequence[int]) -> Iterator[Piece]:
        for _, group in groupby(words, self._steps(words).__getitem__):
            those = list(group)
            first, last = self._to.get(those[0]), self._to.get(those[-1])
            if first is None or last is None:
                yield self._lost(piece, self.read.starts[those[0]], self.read.ends[those[-1]])
            else:
                yield replace(piece, start=self.kept.starts[first], end=self.kept.ends[last])

    def _steps(self, words: Sequence[int]) -> dict[int, int]:
        """Of each word a number, the same for those that follow each other in one kept line, or are lost."""
        steps: dict[int, int] = {}
        step, before = 0, words[0]
        for word in words:
            step += not self._follow(before, word)
            steps[word] = step
            before = word
        return steps

    def _follow(self, word: int, other: int) -> bool:
        """Whether two words are the same or neighbours in one kept line, or both are lost."""
        one, two = self._to.get(word), self._to.get(other)
        if one is None or two is None:
            return one is two
        between = self.kept.text[self.kept.ends[one] : self.kept.starts[two]]
        return two - one <= 1 and "\n" not in between

    def _lost(self, piece: Piece, start: int, end: int) -> Piece:
        return Piece(
            text=self.read.text[start:end][:_LONGEST], opens=piece.opens, marks=piece.marks
        )
