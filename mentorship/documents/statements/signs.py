"""How sure it is that words of one text are said in a unit of another one. Pure.

That adds up from what speaks for it and what speaks against it, as a person would count on her
fingers. What each sign counts was fitted once, by logistic regression, to pairs of texts labelled by
hand, and to the same pairs without the unit that was right, where nothing is.
"""

from collections.abc import Mapping
from math import exp

from mentorship.documents.statements.contests import Contest
from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.terms import is_figure

SIGNS: Mapping[str, float] = {
    "share": 4.8,  # of what the words say, how much is said there
    "evidence": 2.1,  # how much that is: 1 for two words of weight; small numbers are none
    "only": 1.2,  # how much of it the new text says nowhere else: 1 for a word of weight
    "lead": 1.9,  # how much closer this unit comes than any other one
    "beside": 0.7,  # a neighbour of their unit is beside the place, as before
    "far": -1.8,  # no neighbour is near it
    "kinship": 2.0,  # up to a half for two headings or greetings, less than nothing for one heading
    "taken": -1.5,  # another unit became it, too
    "elsewhere": -1.1,  # their unit became another one
}
_NOTHING = -2.3  # when there is no sign
_PLENTY, _A_WORD = 12.0, 9.0  # of weight


def sureness_of(words: range, there: int, among: Contest) -> float:
    """How sure it is that `words` of the old text are said in this unit of the new one: 0 to 1.

    words   at least one, all in one unit, and not only signs.
    """
    signs = signs_of(words, there, among)
    return 1 / (1 + exp(-_NOTHING - sum(SIGNS[name] * much for name, much in signs.items())))


def signs_of(words: range, there: int, among: Contest) -> dict[str, float]:
    """How much there is of each of `SIGNS`."""
    found = among.found
    number = found.old.unit_at(words[0])
    near = {there - 1: number - 1, there + 1: number + 1}
    matches = found.matches(number, there)
    weights = found.old.weights
    said = {word: weights[word] * matches[word][1] for word in words if word in matches}
    evidence = sum(much for word, much in said.items() if not is_small_number(word, found))
    only = sum(weights[word] for word in said if found.like(word).keys() == {there})
    return {
        "share": min(1.0, sum(said.values()) / found.old.weight(words)),
        "evidence": min(1.0, evidence / _PLENTY),
        "only": min(1.0, only / _A_WORD),
        "lead": among.lead(number, there),
        "beside": any(found.units.get(old) == new for new, old in near.items()),
        "far": not found.nearness(number, there),
        "kinship": found.kinship(number, there),
        "taken": among.is_taken(number, there),
        "elsewhere": found.units.get(number, there) != there,
    }


def is_small_number(word: int, found: Partners) -> bool:
    """Whether this word of the old text is a digit, which may be any other one."""
    return len(found.old.words.keys[word]) == 1 and any(map(is_figure, found.old.terms[word]))
