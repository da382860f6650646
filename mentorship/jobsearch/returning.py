"""When two lessons say the same: most of their words are, in whatever form and order."""

from collections import defaultdict
from collections.abc import Sequence

from mentorship.jobsearch.coverage.words import OFTEN, language_of, listed, words_of

# What turns a lesson into its opposite: "ask about the salary" is not "do not ask about the salary".
TURNS = listed(
    "not no never without don't less fewer nicht kein keine keinen nie ohne weniger ne pas jamais"
    " sans moins"
)
ENOUGH = 0.75  # of the words of both


def groups(texts: Sequence[str]) -> list[list[int]]:
    """Which of these say the same, by their places: each text stands in one group.

    The groups and what is in them keep the order of the texts; the first of a group is what the
    others are compared with.
    """
    said = [_said(text) for text in texts]
    found: list[list[int]] = []
    with_stem = defaultdict[str, list[int]](list)  # what shares no word with it needs no look
    for place, one in enumerate(said):
        near = sorted({group for stem in one[0] for group in with_stem[stem]})
        group = next((group for group in near if _alike(said[found[group][0]], one)), None)
        if group is not None:
            found[group].append(place)
            continue
        for stem in one[0]:
            with_stem[stem].append(len(found))
        found.append([place])
    return found


def _said(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of its words that say something, and what turns them."""
    language = language_of(text)
    words = words_of(text, language)
    stems = {word.stem for word in words if word.folded not in OFTEN[language]}
    stems = stems or {word.stem for word in words}
    return frozenset(stems), TURNS & {word.folded for word in words}


def _alike(
    one: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]]
) -> bool:
    (stems, turns), (others, turned) = one, other
    both = len(stems) + len(others)
    return turns == turned and bool(both) and 2 * len(stems & others) >= ENOUGH * both
