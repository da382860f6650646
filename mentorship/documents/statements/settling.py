"""Units that are surely said in others, settled before any words are looked for. Pure.

A unit that is settled speaks for its neighbours, and against whoever else may have become what it did.
"""

from mentorship.documents.statements.contests import Contest
from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.signs import sureness_of

_SURE_ENOUGH = 0.65
_ROUNDS = 2  # a neighbour may be surer then


def settled(found: Partners) -> Contest:
    """What each unit may have become, when those that are sure have been paired, the surest first."""
    among = Contest(found)
    for _ in range(_ROUNDS):
        sure = _sure(among)
        if not sure:
            break
        for sureness, number, other in sorted(sure, reverse=True):
            found.settle(number, other, sureness)
        among = Contest(found)
    return among


def _sure(among: Contest) -> list[tuple[float, int, int]]:
    """Units of either text that are paired with none, and sure enough to be the same."""
    found = among.found
    taken = set(found.units.values())
    scored = [
        (sureness_of(unit.words, other, among), number, other)
        for number, unit in enumerate(found.old.units)
        if number not in found.units and found.old.weight(unit.words)
        for other in among.candidates[number]
        if other not in taken
    ]
    return [one for one in scored if one[0] >= _SURE_ENOUGH]
