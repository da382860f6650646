"""Where the words of a place are said in another text, though they are other words now. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from mentorship.documents.statements.contests import Contest
from mentorship.documents.statements.extents import narrowest
from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.signs import sureness_of
from mentorship.documents.statements.units import BULLETS, Unit

SURE_ENOUGH = 0.75  # how sure a place is at least that is one; below it is offered
_LIKELY = 0.1  # the same for what is offered
_DOUBTED, _TAKEN_OUT = 0.5, 0.2  # how sure it is at most where words are torn, or were taken out
_MAIN = 0.75  # of words in several units, the share that is in one
_LEFT, _STAYED = 0.5, 0.6  # of a quote's letters; of what else its unit says
_HEADED = 0.9  # how sure it is where a heading went that was paired
_A_WORD = 1  # of weight: little words have less
_WHOLE = 0.85  # of a unit, the share that is told as all of it


class Place(NamedTuple):
    """The first and the last word there, and how sure that is: 0 to 1."""

    first: int
    last: int
    sureness: float


def place_of(words: range, among: Contest) -> Place | None:
    """Where `words` of the old text are most likely said in the new one, and how sure that is.

    None where nothing comes close. Never words that others became.
    words   at least one; of those in several units the one counts that has most of them.
    """
    found = among.found
    asked = found.old.weight(words)
    words, mine = parts(words, found)[0]
    weight, number = found.old.weight(words), found.old.unit_at(words[0])
    if not weight:
        return None
    is_torn = weight < _MAIN * asked
    is_whole = weight >= _WHOLE * found.old.weight(mine.words)
    partner = found.units.get(number)
    if partner is not None and mine.is_heading and is_whole and not is_torn:
        return Place(*_all_of(partner, found), _HEADED)
    sure = [(sureness_of(words, one, among), -one) for one in _open(words, number, among)]
    sureness, other = max(sure, default=(0.0, 0))
    if sureness < _LIKELY:
        return None
    most = _DOUBTED if is_torn else 1.0
    if _was_taken_out(words, -other, found):
        most = _TAKEN_OUT
    first, last = _stretch(words, -other, among, is_whole=is_whole)
    return Place(first, last, min(most, sureness)) if _says(first, last, words, found) else None


def _stretch(words: range, other: int, among: Contest, *, is_whole: bool) -> tuple[int, int]:
    """The words there: of a unit of which nothing is found again, all that stands in its place."""
    found = among.found
    number = found.old.unit_at(words[0])
    again = found.matches(number, other).keys() & {*words}
    if is_whole and found.old.weight(again) < _A_WORD:
        return _all_of(other, found)
    return narrowest(words, other, among.supposing(number, other), among.cuts(other))


def _open(words: range, number: int, among: Contest) -> Iterator[int]:
    """New units where these words may be said: no other one became them, or they are found there."""
    for other in among.candidates[number]:
        matches = among.found.matches(number, other)
        if not (among.is_taken(number, other) and matches.keys().isdisjoint(words)):
            yield other


def _was_taken_out(words: range, other: int, found: Partners) -> bool:
    """Whether less than half of these words is left, to the letter, in a unit that else stayed."""
    number, keys = found.old.unit_at(words[0]), found.old.words.keys
    matches = found.matches(number, other)
    left = [word for word in words if word in matches]
    letters = sum(len(keys[word]) for word in left)
    if not found.given.issuperset(left) or letters >= _LEFT * sum(len(keys[one]) for one in words):
        return False
    rest = [word for word in found.old.units[number].words if word not in words]
    stayed = [word for word in rest if word in found.given and word in matches]
    return found.old.weight(stayed) > _STAYED * found.old.weight(rest)


def _says(first: int, last: int, words: range, found: Partners) -> bool:
    """Whether there is a word of weight among these new ones that nothing else became."""
    return any(
        found.new.weights[word] >= 1 and found.back.get(word, words[0]) in words
        for word in range(first, last + 1)
    )


def parts(words: range, found: Partners) -> list[tuple[range, Unit]]:
    """These words unit by unit, those that say most first."""
    first, last = found.old.unit_at(words[0]), found.old.unit_at(words[-1])
    parts = [
        (range(max(words.start, unit.start), min(words.stop, unit.stop)), unit)
        for unit in found.old.units[first : last + 1]
    ]
    return sorted(parts, key=lambda part: -found.old.weight(part[0]))


def _all_of(unit: int, found: Partners) -> tuple[int, int]:
    """A whole unit, but for its bullet."""
    words = found.new.units[unit].words
    has_bullet = len(words) > 1 and found.new.words.keys[words[0]] in BULLETS
    return words[1] if has_bullet else words[0], words[-1]
