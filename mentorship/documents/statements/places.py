"""Where the words of a place are said in another text, though they are other words now. Pure."""

from typing import NamedTuple

from mentorship.documents.statements.extents import narrowest
from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.signs import is_small_number, sureness_of
from mentorship.documents.statements.units import BULLETS, Unit

_ENOUGH = 0.25  # of what an anchor's words say, the share that must be said in one place
_UNSAID = 0.5  # the same where no word of it is said otherwise: then it was taken out
_UNSAID_ELSEWHERE = 0.7  # the same in another unit than theirs became
_PARTNER = 0.5  # how sure it is at least in what their unit became
_LIKELY, _DOUBTED = 0.6, 0.39  # with fewer signs for it, it is no surer than that: not placed
_EVIDENCE = 4.5  # what other words than small numbers say, at least
_MAIN = 0.75  # of words in several units, the share that is in one
WHOLE = 0.85  # of a unit, the share that is told as all of it


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
    partner = found.units.get(found.old.unit_at(words[0]))
    if partner is not None and is_whole and mine.is_heading:
        return all_of(partner, found)
    if not shares:
        return None
    other = max(shares, key=lambda one: (shares[one], -one))
    share = shares[other] / weight
    is_partner = partner == other
    is_said = share >= _least(words, is_partner, found) and _is_evident(words, found)
    if not (is_said or (is_partner and is_whole)):
        return None
    sureness = max(_PARTNER if is_partner else 0.0, min(0.9, share))
    most = 1.0 if sureness_of(words, other, found) >= _LIKELY else _DOUBTED
    return Place(*narrowest(words, other, found), min(most, sureness))


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


def _least(words: range, is_partner: bool, found: Partners) -> float:
    """The share of these words that must be found, in what their unit became or elsewhere."""
    if any(word in found.to and word not in found.given for word in words):
        return _ENOUGH
    return _UNSAID if is_partner else _UNSAID_ELSEWHERE


def _is_evident(words: range, found: Partners) -> bool:
    """Whether more is found than a small number, which may be any other one."""
    telling = (word for word in words if word in found.to and not is_small_number(word, found))
    return found.old.weight(telling) >= _EVIDENCE


def all_of(unit: int, found: Partners) -> Place:
    """A whole unit, but for its bullet."""
    words = found.new.units[unit].words
    has_bullet = len(words) > 1 and found.new.words.keys[words[0]] in BULLETS
    return Place(words[1] if has_bullet else words[0], words[-1], 0.5)
