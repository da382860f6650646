"""Where the words of a place are said in another text, though they are other words now. Pure."""

from typing import NamedTuple

from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.terms import is_figure
from mentorship.documents.statements.units import BULLETS, Unit, is_clause_end, is_sign

_ENOUGH = 0.25  # of what an anchor's words say, the share that must be said in one place
_UNSAID = 0.7  # the same where no word of it is said otherwise: then it was taken out
_EVIDENCE = 4.5  # what other words than small numbers say, at least
_BRIEF = 6  # words of a unit that is told as a whole
_LONGER = 1.25  # times as long as an old unit is one that came for all of it
_MAIN = 0.75  # of words in several units, the share that is in one
_MOST = 1.6  # times as long as the old words are those with the rest of their clause, at most
WHOLE = 0.85  # of a unit, the share that is told as all of it
_BESIDE = 3  # words that may come between those of one place


class Place(NamedTuple):
    """The first and the last word there, and how sure that is: 0 to 1."""

    first: int
    last: int
    sureness: float


def place_of(words: range, found: Partners) -> Place | None:
    """Where `words` of the old text are said in the new one; None where nobody says it any more.

    words   at least one; of those in several units only the one counts that has most of them.
    """
    main = _main(words, found)
    weight = found.old.weight(main[0]) if main else 0
    if not main or not weight:
        return None
    words, mine = main
    shares = found.shares(words)
    is_whole = weight >= WHOLE * found.old.weight(mine.words)
    partner = found.units.get(found.old.unit_at(words[0])) if is_whole else None
    if partner is not None and (mine.is_heading or not shares):
        return all_of(partner, found)
    if not shares:
        return None
    other = max(shares, key=lambda one: (shares[one], -one))
    share = shares[other] / weight
    if partner != other and not (share >= _least(words, found) and _is_evident(words, found)):
        return None
    there = found.new.units[other]
    if partner == other and _is_for_all(words, mine, there, found):
        return all_of(other, found)
    first, last = with_figures(*hull(words, there, found), there, words, found)
    return Place(*widened(words, first, last, found), min(0.9, share))


def _main(words: range, found: Partners) -> tuple[range, Unit] | None:
    """Of these words those in the unit that holds most of them; None when none holds the most."""
    best = parts(words, found)[0]
    return best if found.old.weight(best[0]) >= _MAIN * found.old.weight(words) else None


def parts(words: range, found: Partners) -> list[tuple[range, Unit]]:
    """These words unit by unit, those that say most first."""
    first, last = found.old.unit_at(words[0]), found.old.unit_at(words[-1])
    parts = [
        (range(max(words.start, unit.start), min(words.stop, unit.stop)), unit)
        for unit in found.old.units[first : last + 1]
    ]
    return sorted(parts, key=lambda part: -found.old.weight(part[0]))


def _least(words: range, found: Partners) -> float:
    """The share of these words that must be found."""
    is_reworded = any(word in found.to and word not in found.given for word in words)
    return _ENOUGH if is_reworded else _UNSAID


def _is_evident(words: range, found: Partners) -> bool:
    """Whether more is found than a small number, which may be any other one."""
    telling = (
        word
        for word in words
        if word in found.to and (len(found.old.words.keys[word]) > 1 or not _is_number(word, found))
    )
    return found.old.weight(telling) >= _EVIDENCE


def _is_number(word: int, found: Partners) -> bool:
    return any(map(is_figure, found.old.terms[word]))


def _is_for_all(words: range, mine: Unit, there: Unit, found: Partners) -> bool:
    """Whether a whole unit came for one: not all its words are found, and it is about as long."""
    if all(word in found.to for word in words if found.old.weights[word] >= 1):
        return False
    is_brief = max(len(mine.words), len(there.words)) <= _BRIEF
    if is_brief and not any(_is_number(word, found) for word in words):
        return True
    room = _LONGER * len(found.old.text(mine.start, mine.stop - 1))
    return len(found.new.text(there.start, there.stop - 1)) <= room


def all_of(unit: int, found: Partners) -> Place:
    """A whole unit, but for its bullet."""
    words = found.new.units[unit].words
    has_bullet = len(words) > 1 and found.new.words.keys[words[0]] in BULLETS
    return Place(words[1] if has_bullet else words[0], words[-1], 0.5)


def hull(words: range, there: Unit, found: Partners) -> tuple[int, int]:
    """From the first to the last word of a new unit that says what the old words do.

    Words that say little belong to it beside others only: within a clause, or where they stayed.
    """
    inside = {
        found.to[word]: found.likeness[word]
        for word in words
        if word in found.to and found.to[word] in there.words
    }
    telling = [word for word in inside if found.new.weights[word] >= 1] or list(inside)
    first, last = min(telling), max(telling)
    for word in sorted(inside, reverse=True):
        if word < first and _is_beside(word, first, inside[word], found):
            first = word
    for word in sorted(inside):
        if word > last and _is_beside(last, word, inside[word], found):
            last = word
    return first, last


def _is_beside(word: int, following: int, likeness: float, found: Partners) -> bool:
    """Whether little comes between two words; where they are the same, a clause may end there."""
    keys = found.new.words.keys
    if is_sign(keys[word]) or is_sign(keys[following]):
        return following - word == 1
    between = keys[word + 1 : following]
    return len(between) <= _BESIDE and (likeness == 1 or not any(map(is_clause_end, between)))


def with_figures(
    first: int, last: int, there: Unit, words: range, found: Partners
) -> tuple[int, int]:
    """The same with what stands beside it of a number or date that is one word in the old text."""
    terms = {term for word in words if word in found.to for term in found.old.terms[word]}

    def is_part(word: int) -> bool:
        return word not in found.back and any(map(is_figure, found.new.terms[word] & terms))

    while first > there.start and is_part(first - 1):
        first -= 1
    while last + 1 < there.stop and is_part(last + 1):
        last += 1
    return first, last


def widened(words: range, first: int, last: int, found: Partners) -> tuple[int, int]:
    """The same with the rest of their clause, where it came for old words that are not found.

    Only as far as all of that is not much longer than the old words.
    """
    said = [word for word in words if found.old.weights[word] >= 1]
    core = [word for word in said if word in found.to]
    if core and len(core) == len(said):
        return first, last
    room = _MOST * len(found.old.text(words[0], words[-1]))
    opens, closes = _ends(words, found)
    if opens or (core and said[0] != core[0]):
        start = _free(first, -1, words, found)
        first = start if len(found.new.text(start, last)) <= room else first
    if closes or (core and said[-1] != core[-1]):
        stop = _free(last, 1, words, found)
        last = stop if len(found.new.text(first, stop)) <= room else last
    return first, last


def _ends(words: range, found: Partners) -> tuple[bool, bool]:
    """Whether these words begin with their clause, and whether they end with it."""
    keys, unit = found.old.words.keys, found.old.units[found.old.unit_at(words[0])]
    opens = words.start == unit.start or is_clause_end(keys[words.start - 1])
    closes = words.stop == unit.stop or is_clause_end(keys[words.stop])
    return opens, closes or is_clause_end(keys[words[-1]])


def _free(word: int, step: int, words: range, found: Partners) -> int:
    """How far in this direction a clause goes on with words that nothing else became."""
    unit = found.new.units[found.new.unit_at(word)]
    while word + step in unit.words:
        before = found.back.get(word + step, words[0])
        is_taken = before not in words and found.old.weights[before] >= 1
        if is_taken or is_clause_end(found.new.words.keys[word + step]):
            break
        word += step
    return word
