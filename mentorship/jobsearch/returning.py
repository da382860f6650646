"""When two lessons say the same: most of their words are, in whatever form and order."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from mentorship.jobsearch.coverage.words import OFTEN, WORD, folded, language_among, listed, stem

# What turns a lesson into its opposite: "ask about the salary" is not "do not ask about the salary".
TURNS = listed(
    "not no never without don't less fewer nicht kein keine keinen nie ohne weniger ne pas jamais"
    " sans moins"
)
ENOUGH = 0.75  # of the words of both
Saying = tuple[frozenset[str], frozenset[str]]


class Sayings:
    """Texts with what each says, read once however often they are compared."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._said = [_said(text) for text in texts]

    def like(self, place: int) -> list[int]:
        """The places of those that say what the text at `place` does, itself among them."""
        one = self._said[place]
        return [at for at, other in enumerate(self._said) if at == place or _alike(one, other)]

    def groups(self, among: Iterable[int] | None = None) -> list[list[int]]:
        """Which of these say the same, by their places, all of them or some: each stands in one group.

        The groups and what is in them keep the order of the texts; the first of a group is what the
        others are compared with.
        """
        found: list[list[int]] = []
        with_stem = defaultdict[str, list[int]](list)  # what shares no word with it needs no look
        for place in range(len(self._said)) if among is None else among:
            one = self._said[place]
            near = Counter([group for bare in one[0] for group in with_stem[bare]])
            same = [
                group
                for group, shared in near.items()
                if _are_alike(self._said[found[group][0]], one, shared)
            ]
            if same:
                group = min(same)
                found[group].append(place)
                continue
            for bare in one[0]:
                with_stem[bare].append(len(found))
            found.append([place])
        return found


def groups(texts: Iterable[str]) -> list[list[int]]:
    """As `Sayings.groups`, of all of them."""
    return Sayings(texts).groups()


def _said(text: str) -> Saying:
    """The stems of its words that say something, and what turns them."""
    words = set(WORD.findall(folded(text)))
    language = language_among(words)
    telling = words - OFTEN[language] or words
    return frozenset([stem(word, language) for word in telling]), TURNS & words


def _alike(one: Saying, other: Saying) -> bool:
    return _are_alike(one, other, len(one[0] & other[0]))


def _are_alike(one: Saying, other: Saying, shared: int) -> bool:
    """Whether they say the same, with so many stems in both."""
    both = len(one[0]) + len(other[0])
    return one[1] == other[1] and bool(both) and 2 * shared >= ENOUGH * both
