"""A text without blanks, hyphens and what else no reader sees: to look for words in."""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from mentorship.documents.text.words import Words, words_of


class Squeezed:
    """The keys of a text's words in one string, and where each place of it is in the text."""

    def __init__(self, text: str) -> None:
        self.words: Words = words_of(text)
        self.text = "".join(self.words.keys)
        self._ends = list(accumulate(map(len, self.words.keys)))

    def all(self, squeezed: str) -> list[int]:
        """Where `squeezed`, itself without blanks, begins."""
        places, place = [], self.text.find(squeezed)
        while place >= 0:
            places.append(place)
            place = self.text.find(squeezed, place + 1)
        return places

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From where to where in the text the letters from `start` to `end` are, one at least.

        In a word that is written otherwise than its key, it is the whole word.
        """
        first, last = self._place(start), self._place(end - 1)
        return first[0], last[1]

    def whole_words(self, start: int, end: int) -> tuple[int, int] | None:
        """The same of those words that have most of their letters there, from one to another one
        that is no sign; None without any.
        """
        words = range(bisect_right(self._ends, start), bisect_left(self._ends, end) + 1)
        most = [
            word
            for word in words
            if self.words.keys[word][0].isalnum()
            and 2 * self._inside(word, start, end) > self._length(word)
        ]
        return (self.words.starts[most[0]], self.words.ends[most[-1]]) if most else None

    def _inside(self, word: int, start: int, end: int) -> int:
        return min(end, self._ends[word]) - max(start, self._ends[word] - self._length(word))

    def _length(self, word: int) -> int:
        return len(self.words.keys[word])

    def _place(self, letter: int) -> tuple[int, int]:
        """From where to where the text shows a letter of the squeezed one."""
        word = bisect_right(self._ends, letter)
        key, start, end = self.words.keys[word], self.words.starts[word], self.words.ends[word]
        if end - start != len(key):
            return start, end
        at = start + letter - (self._ends[word] - len(key))
        return at, at + 1


def squeezed(text: str) -> str:
    """`text` as `Squeezed` looks for it."""
    return "".join(words_of(text).keys)
