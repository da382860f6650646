"""Where words may be said in another text when nothing is sure: for a person to look at, and say. Pure."""

from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.places import (
    WHOLE,
    Place,
    all_of,
    hull,
    parts,
    widened,
    with_figures,
)
from mentorship.documents.statements.units import is_clause_end

_LIKELY = 0.2  # how close another unit comes, at least
_WIDE = 1.6  # times as long as an old unit is one that came for all of it
_NARROW = (
    0.6  # times as long as the old words is what needs the rest of its clause to be understood
)


def guess_of(words: range, found: Partners) -> Place | None:
    """Where `words` may be said now; None when nothing comes close.

    words   at least one; of those in several units the one counts that has most of them.
    Never what another statement of the old text became.
    """
    words, mine = parts(words, found)[0]
    number = found.old.unit_at(words[0])
    likeliest = found.likeliest(number)
    if likeliest is None or likeliest[1] < _LIKELY:
        return None
    other, sureness = likeliest
    there = found.new.units[other]
    supposed = found.supposing(number, other)
    room = _WIDE * len(found.old.text(words[0], words[-1]))
    is_whole = found.old.weight(words) >= WHOLE * found.old.weight(mine.words)
    is_for_all = is_whole and len(found.new.text(there.start, there.stop - 1)) <= room
    if not is_for_all and any(supposed.to.get(word, -1) in there.words for word in words):
        first, last = with_figures(*hull(words, there, supposed), there, words, supposed)
        place = Place(*widened(words, first, last, supposed), sureness)
        return understood(place, words, supposed)
    return all_of(other, found)._replace(sureness=sureness)


def understood(place: Place, words: range, found: Partners) -> Place:
    """The same with the rest of its clauses, where it is far less than the old words."""
    first, last, sureness = place
    if len(found.new.text(first, last)) >= _NARROW * len(found.old.text(words[0], words[-1])):
        return place
    keys, unit = found.new.words.keys, found.new.units[found.new.unit_at(first)]
    while first > unit.start and not is_clause_end(keys[first - 1]):
        first -= 1
    while last + 1 < unit.stop and not is_clause_end(keys[last + 1]):
        last += 1
    return Place(first, last, sureness)
