"""How sure it is that words of one text are said in a unit of another one. Pure.

That adds up from what speaks for it and what speaks against it, as a person would count on her
fingers. What each sign counts was fitted once, by logistic regression, to pairs of texts labelled by
hand, and to the same pairs without the unit that was right, where nothing is.
"""

from collections.abc import Mapping
from math import exp

from mentorship.documents.statements.extents import ends_of
from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.terms import is_figure

SIGNS: Mapping[str, float] = {
    "share": 3.8,  # of what the words say, how much is said there
    "evidence": 2.0,  # how much that is: 1 for two words of weight; small numbers are none
    "beside": 0.7,  # a neighbour of their unit is beside the place, as before
    "far": -1.3,  # no neighbour is near it
    "heading": 1.3,  # their heading became the one there
    "kinship": 3.3,  # up to a half for two headings or greetings, less than nothing for one heading
    "taken": -1.2,  # another unit became it, too
    "cut": -0.5,  # a part of a clause of which some words are left as they were: the rest was taken out
}
_NOTHING = -1.2  # when there is no sign
_PLENTY = 12.0  # of weight


def sureness_of(words: range, there: int, found: Partners) -> float:
    """How sure it is that `words` of the old text are said in this unit of the new one: 0 to 1.

    words   at least one, all in one unit, and not only signs.
    """
    signs = signs_of(words, there, found)
    return 1 / (1 + exp(-_NOTHING - sum(SIGNS[name] * much for name, much in signs.items())))


def signs_of(words: range, there: int, found: Partners) -> dict[str, float]:
    """How much there is of each of `SIGNS`."""
    number = found.old.unit_at(words[0])
    unit, near = found.old.units[number], {there - 1: number - 1, there + 1: number + 1}
    said = {
        word: found.old.weights[word] * found.likeness[word]
        for word in words
        if word in found.to and found.new.unit_at(found.to[word]) == there
    }
    evidence = sum(much for word, much in said.items() if not is_small_number(word, found))
    return {
        "share": min(1.0, sum(said.values()) / found.old.weight(words)),
        "evidence": min(1.0, evidence / _PLENTY),
        "beside": any(found.units.get(old) == new for new, old in near.items()),
        "far": not found.nearness(number, there),
        "heading": unit.is_heading and found.units.get(number) == there,
        "kinship": found.kinship(unit, found.new.units[there]),
        "taken": any(new == there for old, new in found.units.items() if old != number),
        "cut": bool(said) and found.given.issuperset(said) and not all(ends_of(words, found)),
    }


def is_small_number(word: int, found: Partners) -> bool:
    """Whether this word of the old text is a digit, which may be any other one."""
    return len(found.old.words.keys[word]) == 1 and any(map(is_figure, found.old.terms[word]))
