"""A text in which terms are looked for."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from mentorship.jobsearch.coverage.denial import denied, is_denied
from mentorship.jobsearch.coverage.forms import akin, core
from mentorship.jobsearch.coverage.words import Word, words_of

LONGEST_RUN = 3  # words put together
PART = re.compile(r"[^\W_]+(?:[+#]+)?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a text something stands, in code points."""

    start: int
    end: int


class Document:
    """A text in which terms are looked for."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self._akin: dict[str, list[Word]] = {}

    @cached_property
    def words(self) -> list[Word]:
        """Its words; what hyphens, slashes and points join is taken apart."""
        found = (
            Word(part.group(), word.start + part.start(), self.language)
            for word in words_of(self.text, self.language)
            for part in PART.finditer(word.text)
        )
        return list(found)

    def words_between(self, start: int, end: int) -> list[Word]:
        """Its words that begin from `start` on and before `end`."""
        first, last = (bisect_left(self._starts, place) for place in (start, end))
        return self.words[first:last]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _by_form(self) -> dict[str, list[Word]]:
        forms: dict[str, list[Word]] = {}
        for word in self.words:
            forms.setdefault(word.folded, []).append(word)
        return forms

    @cached_property
    def _runs(self) -> dict[str, list[range]]:
        found: dict[str, list[range]] = {}
        for first in range(len(self.words)):
            together = ""
            for last in range(first, min(first + LONGEST_RUN, len(self.words))):
                together += self.words[last].folded
                found.setdefault(core(together, self.language), []).append(range(first, last + 1))
        return found

    def runs_like(self, compact: str) -> list[range]:
        """Which words, of three neighbours at most, are a form of this one when they are put together."""
        return self._runs.get(core(compact, self.language), [])

    def akin_to(self, one: str) -> list[Word]:
        """Its words that are forms of `one`, which is folded, in order."""
        if one not in self._akin:
            forms = self._by_form.items()
            found = (words for form, words in forms if akin(one, form, self.language))
            self._akin[one] = sorted(
                (word for words in found for word in words), key=lambda word: word.start
            )
        return self._akin[one]

    @cached_property
    def denied(self) -> list[tuple[int, int]]:
        return [(part.start, part.end) for part in denied(self.text)]

    def counts(self, place: Place) -> bool:
        """Whether what is named there is neither denied nor over nor still to come."""
        if is_denied(self.text, place.start, place.end):
            return False
        return not any(start < place.end and place.start < end for start, end in self.denied)
