"""When two lessons say the same: most of their words are, in whatever form and order."""

from collections.abc import Iterable

from mentorship.jobsearch.coverage.words import OFTEN, WORD, folded, language_among, listed, stem

# What turns a lesson into its opposite: "ask about the salary" is not "do not ask about the salary".
TURNS = listed(
    "not no never without don't less fewer nicht kein keine keinen nie ohne weniger ne pas jamais"
    " sans moins"
)
ENOUGH = 0.75  # of the words of both
Saying = tuple[frozenset[str], frozenset[str]]


def theme_among(text: str, known: Iterable[tuple[str, str]]) -> str | None:
    """The theme of the first of these (theme, text) that says the same as `text`; None if none does."""
    said = _said(text)
    return next((theme for theme, other in known if _alike(_said(other), said)), None)


def says_the_same(one: str, other: str) -> bool:
    """Whether two texts are one lesson."""
    return _alike(_said(one), _said(other))


def _said(text: str) -> Saying:
    """The stems of its words that say something, and what turns them."""
    words = set(WORD.findall(folded(text)))
    language = language_among(words)
    telling = words - OFTEN[language] or words
    return frozenset([stem(word, language) for word in telling]), TURNS & words


def _alike(one: Saying, other: Saying) -> bool:
    both, shared = len(one[0]) + len(other[0]), len(one[0] & other[0])
    return one[1] == other[1] and bool(both) and 2 * shared >= ENOUGH * both
