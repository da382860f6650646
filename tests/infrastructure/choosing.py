"""Who of the units asks PostgreSQL: the shortest that together ask all that `asked` wrote down."""

import heapq
import json
from collections import Counter
from pathlib import Path

Notes = dict[
    str, tuple[list[str], int]
]  # of each test its questions, and how many statements it took

WRITTEN = "QUESTIONS"  # names a folder: what each test asks is written into it
CHOSEN = "ONLY_THESE_ASK"  # names a file: which test asks PostgreSQL and which need not
SHORTEST = 10  # statements: fewer are not worth a difference


def chosen(folder: Path) -> dict[str, bool]:
    """Of each test in these notes, whether it asks PostgreSQL: together they ask everything.

    Who asks the most that is new with the fewest statements comes first: times are others in each run.
    """
    notes: Notes = {}
    for file in sorted(folder.glob("*.json")):
        notes |= json.loads(file.read_text())
    needed = _needed(_by_worth(notes), notes)
    return {name: name in needed for name in notes}


def _by_worth(notes: Notes) -> list[str]:
    """So many that together they ask everything, the most worth first."""
    left = {
        name: (set(asked), max(statements, SHORTEST)) for name, (asked, statements) in notes.items()
    }
    found: list[str] = []
    known: set[str] = set()
    queue = [(-len(asked) / statements, name) for name, (asked, statements) in left.items()]
    heapq.heapify(queue)
    while queue:
        promised, name = heapq.heappop(queue)
        asked, statements = left[name]
        asked -= known
        worth = -len(asked) / statements
        if worth > promised:  # others have asked some of it meanwhile
            if asked:
                heapq.heappush(queue, (worth, name))
        elif asked:
            found.append(name)
            known |= asked
    return found


def _needed(names: list[str], notes: Notes) -> set[str]:
    """Those of them without whom something would not be asked: who came first may be one too many by now."""
    needed = set(names)
    asking = Counter(one for name in names for one in notes[name][0])
    for name in sorted(names, key=lambda one: (-notes[one][1], one)):  # who takes longest
        if all(asking[one] > 1 for one in notes[name][0]):
            needed.remove(name)
            asking.subtract(notes[name][0])
    return needed
